import type { Notice, SeenMessage } from '../../client.ts';
import { dayName } from '../mrkdwn/date.ts';

export type Entry = { ts: string; message: SeenMessage } | { ts: string; notice: Notice };

const TOGETHER_SECONDS = 300;

/** Messages and Slack's own notices in order of arrival. */
export function entriesOf(messages: SeenMessage[], notices: Notice[]): Entry[] {
  return [
    ...messages.map((message) => ({ ts: message.ts, message })),
    ...notices.map((notice) => ({ ts: notice.ts, notice })),
  ].sort((a, b) => Number(a.ts) - Number(b.ts));
}

/** The name of the day if this entry is its first. */
export function newDay(
  entry: Entry,
  before: Entry | undefined,
  zone: string,
  now: number,
): string | undefined {
  const day = dayName(Number(entry.ts), zone, now);
  return before && dayName(Number(before.ts), zone, now) === day ? undefined : day;
}

/** A message soon after another by the same author shows no name. */
export function continues(message: SeenMessage, before: Entry | undefined): boolean {
  if (!before || !('message' in before) || before.message.user !== message.user) return false;
  const special = (m: SeenMessage) => m.ephemeral || m.reply_broadcast;
  const apart = Number(message.ts) - Number(before.ts);
  return (
    !special(message) &&
    !special(before.message) &&
    before.message.replies.length === 0 &&
    apart < TOGETHER_SECONDS
  );
}
