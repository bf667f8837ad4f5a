import {
  archiveChannel,
  changed,
  createChannel,
  deleteChannel,
  joinChannel,
  leaveChannel,
  renameChannel,
  tellOfCreation,
} from '../changes/channels.ts';
import { memberJson } from '../state/member-json.ts';
import type { Slack } from '../state/slack.ts';
import type { Channel, Member } from '../state/types.ts';
import { ActError, actor } from './act.ts';

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
  if ('id' in edit) throw new ActError('A member keeps their id');
  if (edit.tz !== undefined && !isTimeZone(edit.tz)) throw new ActError(`${edit.tz} is no time zone`);
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
  const channel = existing(slack, id);
  const unknown = [...(edit.join ?? []), ...(edit.leave ?? [])].filter((user) => !slack.members.has(user));
  if (unknown.length > 0) throw new ActError(`There is no member ${unknown.join(', ')}`);
  if (edit.is_ext_shared !== undefined) {
    channel.is_ext_shared = edit.is_ext_shared;
    changed(slack, channel);
  }
  if (edit.name !== undefined && edit.name !== channel.name) demandName(slack, edit.name);
  if (edit.name !== undefined) await renameChannel(slack, channel, edit.name);
  if (edit.is_archived !== undefined && edit.is_archived !== channel.is_archived)
    await archiveChannel(slack, channel, edit.is_archived, channel.creator);
  for (const user of edit.join ?? []) await joinChannel(slack, channel, user);
  for (const user of edit.leave ?? []) await leaveChannel(slack, channel, user);
}

/** A member makes a channel; the app hears of public ones. */
export async function makeChannel(
  slack: Slack,
  act: { user: string; name: string; is_private?: boolean },
): Promise<string> {
  const creator = actor(slack, act.user).id;
  demandName(slack, act.name);
  const channel = createChannel(slack, { name: act.name, private: act.is_private === true, creator });
  await tellOfCreation(slack, channel);
  return channel.id;
}

export async function removeChannel(slack: Slack, id: string): Promise<void> {
  await deleteChannel(slack, existing(slack, id));
}

function existing(slack: Slack, id: string): Channel {
  const channel = slack.channels.get(id);
  if (!channel || channel.kind === 'im') throw new ActError(`There is no channel ${id}`);
  return channel;
}

/** Names as Slack takes them, each once. */
function demandName(slack: Slack, name: unknown): void {
  if (typeof name !== 'string' || !/^[\p{Ll}\p{Lo}\p{N}_-]{1,80}$/u.test(name))
    throw new ActError('A channel has a name of small letters, digits, - and _, at most 80');
  if ([...slack.channels.values()].some((one) => one.name === name))
    throw new ActError(`There is a channel ${name} already`);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
