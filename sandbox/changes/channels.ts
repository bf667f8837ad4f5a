import type { EventName } from '../delivery/events.ts';
import { addChannel, botIsMember } from '../state/people.ts';
import type { Slack } from '../state/slack.ts';
import type { Channel } from '../state/types.ts';

/** Changes to channels by members or the bot, with the events that the app receives. */

export function createChannel(
  slack: Slack,
  given: { name: string; private: boolean; creator: string },
): Channel {
  const channel = addChannel(slack, {
    id: slack.ids.next('C'),
    name: given.name,
    kind: given.private ? 'private' : 'public',
    members: new Set([given.creator]),
    creator: given.creator,
  });
  changed(slack, channel);
  return channel;
}

/** Apps hear of every new public channel, and of no private one. */
export async function tellOfCreation(slack: Slack, channel: Channel): Promise<void> {
  if (channel.kind !== 'public') return;
  const { id, name, created, creator } = channel;
  const summary = { id, name, name_normalized: name, created, creator, is_channel: true };
  await tell(slack, 'channel_created', { channel: summary });
}

export async function renameChannel(slack: Slack, channel: Channel, name: string): Promise<void> {
  channel.name = name;
  changed(slack, channel);
  const { id, created } = channel;
  if (heard(slack, channel))
    await tell(slack, `${family(channel)}_rename`, { channel: { id, name, name_normalized: name, created } });
}

export async function archiveChannel(
  slack: Slack,
  channel: Channel,
  archived: boolean,
  user: string,
): Promise<void> {
  channel.is_archived = archived;
  changed(slack, channel);
  if (botIsMember(slack, channel))
    await tell(slack, `${family(channel)}_${archived ? 'archive' : 'unarchive'}`, {
      channel: channel.id,
      user,
    });
}

export async function deleteChannel(slack: Slack, channel: Channel): Promise<void> {
  slack.channels.delete(channel.id);
  changed(slack, channel);
  if (heard(slack, channel)) await tell(slack, `${family(channel)}_deleted`, { channel: channel.id });
}

export async function joinChannel(
  slack: Slack,
  channel: Channel,
  user: string,
  inviter?: string,
): Promise<void> {
  channel.members.add(user);
  changed(slack, channel);
  if (!botIsMember(slack, channel)) return;
  await tell(slack, 'member_joined_channel', {
    ...place(slack, channel),
    user,
    ...(inviter ? { inviter } : {}),
  });
}

export async function leaveChannel(slack: Slack, channel: Channel, user: string): Promise<void> {
  const botWasIn = botIsMember(slack, channel);
  channel.members.delete(user);
  changed(slack, channel);
  if (!botWasIn) return;
  // When the bot itself leaves, the app gets a different event than for others.
  if (user === slack.app.bot_user_id) await tell(slack, `${family(channel)}_left`, { channel: channel.id });
  else await tell(slack, 'member_left_channel', { ...place(slack, channel), user });
}

export function changed(slack: Slack, channel: Channel): void {
  slack.feed.announce({ type: 'channel', channel: channel.id });
}

async function tell(slack: Slack, type: EventName, event: object): Promise<void> {
  await slack.delivery.event({ type, ...event, event_ts: slack.ids.ts() }, type);
}

function heard(slack: Slack, channel: Channel): boolean {
  return channel.kind === 'public' || botIsMember(slack, channel);
}

function family(channel: Channel): 'channel' | 'group' {
  return channel.kind === 'private' ? 'group' : 'channel';
}

function place(slack: Slack, channel: Channel) {
  const channel_type = channel.kind === 'private' ? 'G' : 'C';
  return { channel: channel.id, channel_type, team: slack.workspace.team.id };
}
