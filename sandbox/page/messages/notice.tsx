import type { Notice } from '../../client.ts';
import { clockTime } from '../mrkdwn/date.ts';
import { useZone } from '../store.ts';
import { Avatar } from '../ui/avatar.tsx';
import { OnlyYou } from './only-you.tsx';

/** A sentence of Slack's own, such as the reason why a command failed. */
export function NoticeRow({ notice, dismiss }: { notice: Notice; dismiss: (ts: string) => void }) {
  const zone = useZone();
  return (
    <article class="message ephemeral" data-testid="notice">
      <Avatar id="slackbot" name="Slackbot" />
      <div class="message-body">
        <OnlyYou dismiss={() => dismiss(notice.ts)} />
        <p class="byline">
          <strong>Slackbot</strong>
          <time>{clockTime(Number(notice.ts), zone)}</time>
        </p>
        <p class="text">{notice.text}</p>
      </div>
    </article>
  );
}
