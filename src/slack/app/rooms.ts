import type { ConversationsListResponse, WebClient } from '@slack/web-api';
import type { Log } from '../../core/runtime/log.ts';
import type { Rooms } from '../../core/runtime/rooms.ts';
import { shortenMarkup } from '../../ui/limits.ts';
import { escapeText } from '../../ui/text.ts';
import { refusalOf } from '../web/outcome.ts';

/** Slack's lasting refusals: the room can never be opened. */
const final = [
  'restricted_action',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'team_access_not_granted',
  'invalid_name_specials',
  'invalid_name',
];

export function roomsOf(client: WebClient, log: Log): Rooms {
  return {
    async open({ name, topic, people }) {
      const channel = await create(client, name);
      if ('refused' in channel) return channel;
      await client.conversations.setTopic({ channel: channel.id, topic: topicOf(topic) });
      for (const user of people) {
        // One failed invitation does not stop the others.
        await client.conversations.invite({ channel: channel.id, users: user }).catch((error) => {
          if (refusalOf(error) === null) throw error;
          log.info({ reason: refusalOf(error), channel: channel.id }, 'somebody could not be invited');
        });
      }
      return { channel: channel.id };
    },
    async archive(channel) {
      await client.conversations.archive({ channel }).catch((error) => {
        if (refusalOf(error) === null) throw error;
        log.info({ reason: refusalOf(error), channel }, 'a room was not archived');
      });
    },
  };
}

/** Slack reads mark-up in a topic too, and allows 250 characters. */
function topicOf(text: string): string {
  return shortenMarkup(escapeText(text), 250);
}

async function create(
  client: WebClient,
  name: string,
): Promise<{ readonly id: string } | { readonly refused: string }> {
  try {
    const { channel } = await client.conversations.create({ name });
    return { id: channel?.id ?? '' };
  } catch (error) {
    const reason = refusalOf(error);
    if (reason === 'name_taken') return await existing(client, name);
    if (reason && final.includes(reason)) return { refused: reason };
    throw error;
  }
}

/** Finds a room of that name that we created: the process that opened it died before it recorded the room. */
async function existing(
  client: WebClient,
  name: string,
): Promise<{ readonly id: string } | { readonly refused: string }> {
  const { user_id: self } = await client.auth.test();
  const options = { types: 'public_channel', exclude_archived: true, limit: 200 };
  for await (const page of client.paginate('conversations.list', options)) {
    for (const channel of (page as ConversationsListResponse).channels ?? []) {
      if (channel.name === name && channel.creator === self && channel.id) return { id: channel.id };
    }
  }
  return { refused: 'name_taken' };
}
