import type { WebClient } from '@slack/web-api';
import { isPerson } from '../../core/tokens/place.ts';
import type { ClaimedMessage } from '../../db/outbox/claim.ts';
import type { Standing } from '../../db/outbox/settle.ts';
import { reactionTo } from '../web/errors.ts';
import { refusalOf } from '../web/outcome.ts';

const eventType = 'quartermaster_message';
/** How far Slack's clock and ours may differ. */
const slackMs = 120_000;
const pageSize = 100;
const mostPages = 5;

/** Slack stores it with the message and returns it with the history. Any app can read it: only an opaque id. */
export function metadataOf({ id }: ClaimedMessage) {
  return { event_type: eventType, event_payload: { id } };
}

export type Search = Standing | 'not there' | 'may not look';

/** Looks for a post whose answer was lost. Throws when Slack does not answer. */
export async function findLostPost(client: WebClient, message: ClaimedMessage, since: Date): Promise<Search> {
  try {
    const channel = await channelOf(client, message.place);
    const oldest = String((since.getTime() - slackMs) / 1_000);
    let cursor: string | undefined;
    for (let page = 0; page < mostPages; page += 1) {
      const asked = {
        channel,
        oldest,
        limit: pageSize,
        include_all_metadata: true,
        ...(cursor && { cursor }),
      };
      const found = message.threadTs
        ? await client.conversations.replies({ ...asked, ts: message.threadTs })
        : await client.conversations.history(asked);
      const own = found.messages?.find(({ metadata }) => isOf(metadata, message.id));
      if (own?.ts) return { channel, ts: own.ts };
      cursor = found.response_metadata?.next_cursor || undefined;
      if (!cursor) return 'not there';
    }
    return 'may not look';
  } catch (error) {
    const reason = refusalOf(error);
    const reaction = reason === null ? null : reactionTo(reason);
    // The thread is gone, and whatever stood in it.
    if (reaction === 'drop') return 'not there';
    if (reaction === 'block' || reaction === 'break') return 'may not look';
    throw error;
  }
}

/** A person's direct messages have a channel id of their own. */
async function channelOf(client: WebClient, place: string): Promise<string> {
  if (!isPerson(place)) return place;
  const { channel } = await client.conversations.open({ users: place });
  return channel?.id ?? place;
}

function isOf(metadata: unknown, id: string): boolean {
  const { event_type, event_payload } = (metadata ?? {}) as {
    event_type?: string;
    event_payload?: { id?: unknown };
  };
  return event_type === eventType && event_payload?.id === id;
}
