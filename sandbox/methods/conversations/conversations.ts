import { channelJson } from '../../state/channel-json.ts';
import { messageJson } from '../../state/message-json.ts';
import { addGroup, directMessage, groupOf } from '../../state/people.ts';
import type { Slack } from '../../state/slack.ts';
import type { Channel, Json, Message } from '../../state/types.ts';
import { type Args, type MethodTable, needScope, SlackError } from '../method.ts';
import { page } from '../page.ts';
import { channelWithHistory, knownMember, readableChannel } from '../places.ts';

const PAGED = ['cursor', 'limit'];
const WINDOW = ['oldest', 'latest', 'inclusive', 'include_all_metadata'];

export const conversations: MethodTable = {
  'conversations.open': {
    tier: '3',
    optional: ['users', 'channel', 'return_im', 'prevent_creation'],
    scope: 'im:write',
    run(slack, args) {
      const ids = (args.text('users') ?? '').split(',').filter((id) => id !== '');
      const known = args.text('channel');
      if (known !== undefined) return { channel: { id: readableIm(slack, known).id } };
      if (ids.length === 0) throw new SlackError('users_list_not_supplied');
      if (ids.length > 1) return openGroup(slack, ids);
      const member = knownMember(slack, ids[0] ?? '');
      if (member.deleted) throw new SlackError('user_disabled');
      if (member.is_bot) throw new SlackError('cannot_dm_bot');
      const already = slack.channels.has(`D${member.id.slice(1)}`);
      const channel = directMessage(slack, member);
      const full = args.flag('return_im') ? channelJson(slack, channel) : { id: channel.id };
      return { ...(already ? { no_op: true, already_open: true } : {}), channel: full };
    },
  },
  'conversations.info': {
    tier: '3',
    required: ['channel'],
    optional: ['include_locale', 'include_num_members'],
    run(slack, args) {
      const channel = readableChannel(slack, args.must('channel'));
      const count = args.flag('include_num_members') ? { num_members: channel.members.size } : {};
      return { channel: { ...channelJson(slack, channel), ...count } };
    },
  },
  'conversations.members': {
    tier: '4',
    required: ['channel'],
    optional: PAGED,
    run(slack, args) {
      const channel = readableChannel(slack, args.must('channel'));
      const { slice, next_cursor } = page(args, [...channel.members], (id) => id);
      return { members: slice, response_metadata: { next_cursor } };
    },
  },
  'conversations.history': {
    tier: '3',
    required: ['channel'],
    optional: [...PAGED, ...WINDOW],
    run(slack, args) {
      const channel = channelWithHistory(slack, args.must('channel'));
      const top = slack.messages
        .in(channel.id)
        .filter((m) => !m.thread_ts || m.thread_ts === m.ts || m.reply_broadcast);
      const newestFirst = within(args, lasting(top)).reverse();
      const { slice, more, next_cursor } = page(args, newestFirst, (m) => m.ts, 999);
      return { messages: shown(slack, args, slice), has_more: more, response_metadata: { next_cursor } };
    },
  },
  'conversations.replies': {
    tier: '3',
    required: ['channel', 'ts'],
    optional: [...PAGED, ...WINDOW],
    run(slack, args) {
      const channel = channelWithHistory(slack, args.must('channel'));
      const root = slack.messages.get(channel.id, args.must('ts'));
      if (!root || root.only_for) throw new SlackError('thread_not_found');
      const first = root.thread_ts ? (slack.messages.get(channel.id, root.thread_ts) ?? root) : root;
      const thread = [first, ...slack.messages.replies(channel.id, first.ts)];
      const { slice, more, next_cursor } = page(args, within(args, thread), (m) => m.ts, 1_000, 1_000);
      return { messages: shown(slack, args, slice), has_more: more, response_metadata: { next_cursor } };
    },
  },
};

const MOST_IN_GROUP = 8;

/** A direct message of several people and the bot; the same people always share one. */
function openGroup(slack: Slack, ids: string[]): Json {
  needScope(slack, 'mpim:write');
  if (ids.length > MOST_IN_GROUP) throw new SlackError('too_many_users');
  for (const id of ids) if (knownMember(slack, id).deleted) throw new SlackError('user_disabled');
  const known = groupOf(slack, [...ids, slack.app.bot_user_id]);
  if (known) return { no_op: true, already_open: true, channel: { id: known.id } };
  return { channel: { id: addGroup(slack, [...ids, slack.app.bot_user_id]).id } };
}

function readableIm(slack: Slack, id: string): Channel {
  const channel = slack.channels.get(id);
  if (channel?.kind !== 'im') throw new SlackError('channel_not_found');
  return channel;
}

function lasting(messages: readonly Message[]): Message[] {
  return messages.filter((m) => m.only_for === undefined);
}

function within(args: Args, messages: Message[]): Message[] {
  const oldest = args.text('oldest') ?? '0';
  const latest = args.text('latest') ?? '99999999999';
  const inclusive = args.flag('inclusive');
  const after = (ts: string) => Number(ts) > Number(oldest) || (inclusive && Number(ts) === Number(oldest));
  const before = (ts: string) => Number(ts) < Number(latest) || (inclusive && Number(ts) === Number(latest));
  return messages.filter((m) => after(m.ts) && before(m.ts));
}

function shown(slack: Slack, args: Args, messages: Message[]): Json[] {
  const withMetadata = args.flag('include_all_metadata');
  return messages.map((m) => ({
    ...messageJson(slack, m),
    ...(withMetadata && m.metadata ? { metadata: m.metadata } : {}),
  }));
}
