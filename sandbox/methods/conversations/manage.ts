import {
  archiveChannel,
  changed,
  createChannel,
  joinChannel,
  leaveChannel,
  renameChannel,
  tellOfCreation,
} from '../../changes/channels.ts';
import { channelJson } from '../../state/channel-json.ts';
import { botIsMember } from '../../state/people.ts';
import type { Slack } from '../../state/slack.ts';
import { type Args, type MethodTable, needScope, SlackError } from '../method.ts';
import { knownChannel, managedChannel, openChannel } from '../places.ts';
import { freeName } from './channel-name.ts';

const MOST_TOPIC = 250;

/** A bot's changes to a channel. The answer does not wait for their events. */
export const manage: MethodTable = {
  'conversations.create': {
    tier: '2',
    required: ['name'],
    optional: ['is_private'],
    run(slack, args) {
      const secret = args.flag('is_private');
      needScope(slack, secret ? 'groups:write' : 'channels:manage');
      if (slack.workspace.create_channels === 'admins') throw new SlackError('restricted_action');
      const name = freeName(slack, args.must('name'));
      const channel = createChannel(slack, { name, private: secret, creator: slack.app.bot_user_id });
      void tellOfCreation(slack, channel);
      return { channel: channelJson(slack, channel) };
    },
  },
  'conversations.rename': {
    tier: '2',
    required: ['channel', 'name'],
    run(slack, args) {
      const channel = openChannel(slack, args.must('channel'));
      if (channel.creator !== slack.app.bot_user_id) throw new SlackError('not_authorized');
      void renameChannel(slack, channel, freeName(slack, args.must('name')));
      return { channel: channelJson(slack, channel) };
    },
  },
  'conversations.archive': {
    tier: '2',
    required: ['channel'],
    run(slack, args) {
      const channel = managedChannel(slack, args.must('channel'));
      if (channel.is_archived) throw new SlackError('already_archived');
      if (channel.name === 'general') throw new SlackError('cant_archive_general');
      void archiveChannel(slack, channel, true, slack.app.bot_user_id);
      return {};
    },
  },
  'conversations.unarchive': {
    tier: '2',
    required: ['channel'],
    run(slack, args) {
      const channel = managedChannel(slack, args.must('channel'));
      if (!channel.is_archived) throw new SlackError('not_archived');
      void archiveChannel(slack, channel, false, slack.app.bot_user_id);
      return {};
    },
  },
  'conversations.setTopic': {
    tier: '2',
    required: ['channel'],
    optional: ['topic'],
    run: (slack, args) => headline(slack, args, 'topic'),
  },
  'conversations.setPurpose': {
    tier: '2',
    required: ['channel'],
    optional: ['purpose'],
    run: (slack, args) => headline(slack, args, 'purpose'),
  },
  'conversations.join': {
    tier: '3',
    scope: 'channels:join',
    required: ['channel'],
    run(slack, args) {
      const channel = knownChannel(slack, args.must('channel'));
      if (channel.kind !== 'public') throw new SlackError('method_not_supported_for_channel_type');
      if (channel.is_archived) throw new SlackError('is_archived');
      const already = botIsMember(slack, channel);
      if (!already) void joinChannel(slack, channel, slack.app.bot_user_id);
      return { channel: channelJson(slack, channel), ...(already ? { warning: 'already_in_channel' } : {}) };
    },
  },
  'conversations.leave': {
    tier: '3',
    required: ['channel'],
    run(slack, args) {
      const known = knownChannel(slack, args.must('channel'));
      if (!botIsMember(slack, known)) return { not_in_channel: true };
      const channel = openChannel(slack, known.id);
      if (channel.name === 'general') throw new SlackError('cant_leave_general');
      if (channel.members.size === 1) throw new SlackError('last_member');
      void leaveChannel(slack, channel, slack.app.bot_user_id);
      return {};
    },
  },
};

function headline(slack: Slack, args: Args, part: 'topic' | 'purpose') {
  const channel = openChannel(slack, args.must('channel'), 'write.topic');
  const text = args.must(part);
  if (text.length > MOST_TOPIC) throw new SlackError('too_long');
  channel[part] = text;
  changed(slack, channel);
  return { channel: channelJson(slack, channel) };
}
