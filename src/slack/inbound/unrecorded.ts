import type { WebClient } from '@slack/web-api';
import { contentOf } from '../app/services.ts';
import { comesAgain } from '../replies/notes.ts';

/** As many as may be written during an outage; each is answered once by a process. */
const mostTold = 1_000;

/**
 * Tells the writer of a message that could not be recorded to wait: Slack delivers it again, so that it must not be
 * said to be undone. Never throws.
 */
export function tellWhoWaits(client: WebClient): (key: string, body: object) => Promise<void> {
  const told = new Set<string>();
  return async (key, body) => {
    const { event = {} } = body as { event?: Record<string, unknown> };
    const { type, channel_type: kind, channel, user, bot_id: bot, subtype } = event;
    const isFor = type === 'app_mention' || (type === 'message' && kind === 'im' && subtype === undefined);
    if (!isFor || bot || typeof user !== 'string' || typeof channel !== 'string' || told.has(key)) return;
    if (told.size >= mostTold) told.clear();
    told.add(key);
    const content = contentOf(comesAgain());
    // Without its records the outbox cannot help; the answer itself follows by it.
    await (type === 'app_mention'
      ? client.chat.postEphemeral({ channel, user, ...content })
      : client.chat.postMessage({ channel, ...content })
    ).catch(() => {});
  };
}
