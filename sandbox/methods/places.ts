import { botIsMember, directMessage } from '../state/people.ts';
import type { Slack } from '../state/slack.ts';
import type { Channel, Member, Message } from '../state/types.ts';
import { needScope, SlackError } from './method.ts';

export const READ = { public: 'channels:read', private: 'groups:read', im: 'im:read', mpim: 'mpim:read' };
const HISTORY = {
  public: 'channels:history',
  private: 'groups:history',
  im: 'im:history',
  mpim: 'mpim:history',
};

/** A conversation the bot may know of: private ones and other people's DMs do not exist for it. */
export function knownChannel(slack: Slack, id: string): Channel {
  const channel = slack.channels.get(id);
  const hidden = channel && channel.kind !== 'public' && !botIsMember(slack, channel);
  if (!channel || hidden) throw new SlackError('channel_not_found');
  return channel;
}

export function readableChannel(slack: Slack, id: string): Channel {
  const channel = knownChannel(slack, id);
  needScope(slack, READ[channel.kind]);
  return channel;
}

export function channelWithHistory(slack: Slack, id: string): Channel {
  const channel = knownChannel(slack, id);
  needScope(slack, HISTORY[channel.kind]);
  if (!botIsMember(slack, channel)) throw new SlackError('not_in_channel');
  return channel;
}

/** The id behind a channel's name: those methods that post a message take either. */
export function namedChannel(slack: Slack, idOrName: string): string {
  if (slack.channels.has(idOrName) || slack.members.has(idOrName)) return idOrName;
  const name = idOrName.replace(/^#/, '').toLowerCase();
  const named = [...slack.channels.values()].find(
    (c) => c.kind !== 'im' && c.kind !== 'mpim' && c.name === name,
  );
  return named?.id ?? idOrName;
}

/** Where the bot may post: a channel it is in, or a member's id for their DM with it. */
export function postableChannel(slack: Slack, id: string): Channel {
  const member = slack.members.get(id);
  const channel = member ? directMessage(slack, reachable(member)) : knownChannel(slack, id);
  if (channel.is_archived) throw new SlackError('is_archived');
  if (channel.kind === 'im' && !slack.manifest.features.app_home.messages_tab_enabled)
    throw new SlackError('messages_tab_disabled');
  if (!botIsMember(slack, channel) && !slack.app.scopes.has('chat:write.public'))
    throw new SlackError('not_in_channel');
  return channel;
}

export function knownMember(slack: Slack, id: string): Member {
  const member = slack.members.get(id);
  if (!member) throw new SlackError('user_not_found');
  return member;
}

function reachable(member: Member): Member {
  if (member.deleted || member.is_bot) throw new SlackError('channel_not_found');
  return member;
}

/** A channel the bot may change: one it is in, and no direct message. */
export function managedChannel(slack: Slack, id: string, ...narrower: string[]): Channel {
  const channel = knownChannel(slack, id);
  if (channel.kind === 'im' || channel.kind === 'mpim')
    throw new SlackError('method_not_supported_for_channel_type');
  const [family, whole] =
    channel.kind === 'private' ? ['groups', 'groups:write'] : ['channels', 'channels:manage'];
  needScope(slack, whole, ...narrower.map((part) => `${family}:${part}`));
  if (!botIsMember(slack, channel)) throw new SlackError('not_in_channel');
  return channel;
}

export function openChannel(slack: Slack, id: string, ...narrower: string[]): Channel {
  const channel = managedChannel(slack, id, ...narrower);
  if (channel.is_archived) throw new SlackError('is_archived');
  return channel;
}

/** A message that others can see, in one of the bot's channels. */
export function lastingMessage(slack: Slack, channelId: string, ts: string): Message {
  const channel = knownChannel(slack, channelId);
  if (!/^\d+\.\d{6}$/.test(ts)) throw new SlackError('bad_timestamp');
  const message = slack.messages.get(channel.id, ts);
  if (!message || message.only_for || !botIsMember(slack, channel)) throw new SlackError('message_not_found');
  return message;
}
