import { memberJson } from '../state/member-json.ts';
import type { Slack } from '../state/slack.ts';
import type { Channel, Member } from '../state/types.ts';
import { ActError } from './act.ts';

export type MemberEdit = Partial<Omit<Member, 'id'>>;
export interface ChannelEdit {
  name?: string;
  is_archived?: boolean;
  is_ext_shared?: boolean;
  join?: string[];
  leave?: string[];
}

/** Changes a member's profile, role or state, and tells the app by `user_change`. */
export async function changeMember(slack: Slack, id: string, edit: MemberEdit): Promise<void> {
  const member = slack.members.get(id);
  if (!member) throw new ActError(`There is no member ${id}`);
  Object.assign(member, edit);
  slack.feed.announce({ type: 'member', user: id });
  const now = Math.floor(slack.clock.now() / 1000);
  const event = {
    type: 'user_change',
    user: memberJson(slack, member),
    cache_ts: now,
    event_ts: slack.ids.ts(),
  };
  await slack.delivery.event(event, 'user_change');
}

/** Archives, shares or renames a channel, lets members or the bot in or out, and tells the app what it may hear. */
export async function changeChannel(slack: Slack, id: string, edit: ChannelEdit): Promise<void> {
  const channel = slack.channels.get(id);
  if (!channel || channel.kind === 'im') throw new ActError(`There is no channel ${id}`);
  const unknown = [...(edit.join ?? []), ...(edit.leave ?? [])].filter((user) => !slack.members.has(user));
  if (unknown.length > 0) throw new ActError(`There is no member ${unknown.join(', ')}`);
  const botWasIn = channel.members.has(slack.app.bot_user_id);
  const wasArchived = channel.is_archived;
  if (edit.name !== undefined) channel.name = edit.name;
  if (edit.is_archived !== undefined) channel.is_archived = edit.is_archived;
  if (edit.is_ext_shared !== undefined) channel.is_ext_shared = edit.is_ext_shared;
  for (const user of edit.join ?? []) channel.members.add(user);
  for (const user of edit.leave ?? []) channel.members.delete(user);
  slack.feed.announce({ type: 'channel', channel: id });
  await tellApp(slack, channel, edit, botWasIn, wasArchived);
}

async function tellApp(
  slack: Slack,
  channel: Channel,
  edit: ChannelEdit,
  botWasIn: boolean,
  wasArchived: boolean,
) {
  const event_ts = slack.ids.ts();
  const family = channel.kind === 'private' ? 'group' : 'channel';
  const channel_type = channel.kind === 'private' ? 'G' : 'C';
  const where = { channel: channel.id, channel_type, team: slack.workspace.team.id, event_ts };
  if (botWasIn && channel.is_archived !== wasArchived) {
    const type = `${family}_${channel.is_archived ? 'archive' : 'unarchive'}`;
    await slack.delivery.event({ type, channel: channel.id, event_ts }, type);
  }
  const botIsIn = channel.members.has(slack.app.bot_user_id);
  for (const user of edit.join ?? []) {
    if (botIsIn)
      await slack.delivery.event({ type: 'member_joined_channel', user, ...where }, 'member_joined_channel');
  }
  for (const user of edit.leave ?? []) {
    // The bot is told of its own leaving by another event than that of the others.
    if (user === slack.app.bot_user_id)
      await slack.delivery.event({ type: `${family}_left`, channel: channel.id, event_ts }, `${family}_left`);
    else if (botIsIn)
      await slack.delivery.event({ type: 'member_left_channel', user, ...where }, 'member_left_channel');
  }
}
