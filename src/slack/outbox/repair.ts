import { warnUnlessOutage } from '../../core/runtime/warn.ts';
import type { Message } from '../../core/tokens/reply.ts';
import { markFound, type Standing } from '../../db/outbox/settle.ts';
import { findPosted, moveStanding } from '../../db/outbox/standing.ts';
import { message, section } from '../../ui/blocks.ts';
import { link, mrkdwn } from '../../ui/text.ts';
import { contentOf, type Parts } from '../app/services.ts';
import { refusalOf } from '../web/outcome.ts';

/** Slack's errors for a message that no longer exists. */
const gone: readonly (string | null)[] = ['message_not_found', 'channel_not_found'];

/**
 * Uses a click to learn where a message stands: finds a post in doubt, and replaces a second copy by a link to the
 * current message. Returns that link, else null. Never throws.
 */
export async function noteClicked(parts: Parts, id: string, at: Standing): Promise<string | null> {
  const { ground, workspace } = parts;
  try {
    const row = await findPosted(ground.engine.database.scope(workspace.id), id);
    if (!row || (row.channel === at.channel && row.ts === at.ts)) return null;
    if (row.channel === null || row.ts === null) return await adopt(parts, id, at);
    return await takeBack(parts, id, at, { channel: row.channel, ts: row.ts });
  } catch (error) {
    warnUnlessOutage(ground, error, 'a clicked message could not be looked up', { message: id });
    return null;
  }
}

async function adopt({ ground, workspace }: Parts, id: string, at: Standing): Promise<null> {
  const { engine, clock, log } = ground;
  const found = await engine.database.single(
    workspace.id,
    async (tx) => await markFound(tx, id, at, clock.now()),
  );
  if (found) {
    log.info({ message: id }, 'a lost message was found by a click');
    engine.wake();
  }
  return null;
}

/** Two copies exist when Slack's answer to the first post was lost and the message was posted again. */
async function takeBack(parts: Parts, id: string, at: Standing, living: Standing): Promise<string | null> {
  const { client, ground, workspace, running } = parts;
  const { engine, clock, log } = ground;
  let permalink: string;
  try {
    const asked = { channel: living.channel, message_ts: living.ts };
    permalink = (await client.chat.getPermalink(asked)).permalink ?? '';
  } catch (error) {
    if (!gone.includes(refusalOf(error))) throw error;
    await engine.database.single(
      workspace.id,
      async (tx) => await moveStanding(tx, id, { gone: living, to: at }, clock.now()),
    );
    log.info({ message: id }, 'a copy takes the place of a message that was deleted');
    engine.wake();
    return null;
  }
  // In the background: the presser's answer does not wait for it.
  running.track(
    client.chat.update({ ...at, ...contentOf(secondCopy(permalink)) }).then(
      () => log.info({ message: id }, 'a second copy of a message was taken back'),
      (error) => log.warn({ err: error, message: id }, 'a second copy could not be taken back'),
    ),
  );
  return permalink;
}

function secondCopy(permalink: string): Message {
  const text = mrkdwn`This is an outdated copy. ${link(permalink, 'Go to the current card')}`;
  return message(text, [section(text)]);
}
