import type { SeenMessage } from '../../client.ts';
import { formatDate } from '../mrkdwn/date.ts';
import { usePage, useZone } from '../store.ts';
import { Avatar } from '../ui/avatar.tsx';

const FACES = 4;

export function ThreadLink({ message }: { message: SeenMessage }) {
  const { openThread, overview } = usePage();
  const zone = useZone();
  const authors = [...new Set(message.replies.map((r) => r.user))].slice(0, FACES);
  const count = message.replies.length;
  const last = Number(message.replies.at(-1)?.ts ?? message.ts);
  return (
    <button
      type="button"
      class="thread-link"
      data-testid="thread-link"
      onClick={() => openThread(message.ts)}
    >
      {authors.map((id) => {
        const member = overview.members.find((m) => m.id === id);
        return <Avatar key={id} id={id} name={member?.real_name ?? id} bot={member?.is_bot ?? false} small />;
      })}
      <b>{count === 1 ? '1 reply' : `${count} replies`}</b>
      <span>Last {formatDate(Math.floor(last), '{date_pretty} at {time}', zone, overview.now)}</span>
    </button>
  );
}
