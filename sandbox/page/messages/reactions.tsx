import type { SeenMessage } from '../../client.ts';
import { Emoji } from '../mrkdwn/mrkdwn.tsx';
import { usePage } from '../store.ts';

/** Emoji below a message: pressing one adds or removes one's own. */
export function Reactions({ message }: { message: SeenMessage }) {
  const { overview, me, client, act } = usePage();
  const at = { channel: message.channel, ts: message.ts };
  if (message.reactions.length === 0) return null;
  return (
    <p class="reactions">
      {message.reactions.map(({ name, users }) => {
        const mine = users.includes(me);
        const names = users.map((id) => overview.members.find((m) => m.id === id)?.display_name ?? id);
        return (
          <button
            key={name}
            type="button"
            class="reaction"
            aria-pressed={mine}
            title={`${names.join(', ')} reacted with :${name}:`}
            data-testid={`reaction-${name}`}
            onClick={() => act(client.react(me, at, name, { remove: mine }))}
          >
            <Emoji name={name} /> <b>{users.length}</b>
          </button>
        );
      })}
    </p>
  );
}
