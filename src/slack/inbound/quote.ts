import type { QuotedMessage } from '../../core/declare/shortcut.ts';
import type { Parts } from '../app/services.ts';
import type { ActOf } from './act.ts';

/** The message as it is quoted, with a link to it where Slack gives one: not where the bot is no member. */
export async function quotedFrom(
  { client }: Parts,
  { channel, message }: ActOf<'shortcut'>,
): Promise<QuotedMessage | null> {
  if (!channel || !message) return null;
  const link = await client.chat.getPermalink({ channel, message_ts: message.ts }).then(
    ({ permalink }) => permalink ?? null,
    () => null,
  );
  return { channel, ...message, link };
}
