import type { ConversationsListResponse, WebClient } from '@slack/web-api';
import type { Log } from '../../core/runtime/log.ts';
import type { Rooms } from '../../core/runtime/rooms.ts';
import { shortenMarkup } from '../../ui/limits.ts';
import { escapeText } from '../../ui/text.ts';
import { passes } from '../web/errors.ts';
import { refusalOf } from '../web/outcome.ts';
import { opensRooms, type Rights } from './rights.ts';

export function roomsOf(client: WebClient, rights: Rights, log: Log): Rooms {
  return {
    possible: () => opensRooms(rights),
    async open({ name, topic, people }) {
      const channel = await create(client, name);
      if ('refused' in channel) return channel;
      const { id } = channel;
      // A room without a topic, or without somebody, is better than none.
      await client.conversations
        .setTopic({ channel: id, topic: topicOf(topic) })
        .catch(unlessRefused(log, { channel: id }, 'a room has no topic'));
      for (const user of people) {
        await client.conversations
          .invite({ channel: id, users: user })
          .catch(unlessRefused(log, { channel: id }, 'somebody could not be invited'));
      }
      return { channel: id };
    },
    async archive(channel) {
      await client.conversations
        .archive({ channel })
        .catch(unlessRefused(log, { channel }, 'a room was not archived'));
    },
  };
}

/** A lasting refusal is logged; what passes is thrown, and the job is tried again. */
function unlessRefused(log: Log, bindings: object, what: string): (error: unknown) => void {
  return (error) => {
    const reason = refusalOf(error);
    if (reason === null || passes(reason)) throw error;
    log.info({ ...bindings, reason }, what);
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
    if (reason && !passes(reason)) return { refused: reason };
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
