import type { QuotedMessage } from '../../core/declare/shortcut.ts';
import type { Parts } from '../app/services.ts';

interface Quoted {
  readonly channel: string | null;
  readonly message: { readonly ts: string; readonly text: string; readonly user: string } | null;
}

/** The message as it is quoted, with a link to it where Slack gives one: not where the bot is no member. */
export async function quotedFrom(
  { client }: Parts,
  { channel, message }: Quoted,
): Promise<QuotedMessage | null> {
  if (!channel || !message) return null;
  const link = await client.chat.getPermalink({ channel, message_ts: message.ts }).then(
    ({ permalink }) => permalink ?? null,
    () => null,
  );
  return { channel, ...message, link };
}
