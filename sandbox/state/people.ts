import type { Slack } from './slack.ts';
import type { Channel, Member } from './types.ts';

export type NewChannel = Pick<Channel, 'id' | 'name' | 'kind' | 'members'> & Partial<Channel>;

/** Creates the members and channels of the workspace file, and the app's bot. */
export function fill(slack: Slack): void {
  const { team, members, channels, usergroups, files } = slack.workspace;
  const created = Math.floor(slack.clock.now() / 1000);
  for (const group of usergroups)
    slack.usergroups.set(group.id, { ...group, created, created_by: group.users[0] ?? '' });
  for (const m of members) {
    const { name, team_id, email = '', presence = 'active', dnd = false, ...rest } = m;
    const handle = name.toLowerCase().replace(/\s+/g, '.');
    const there = { email, presence, dnd, team_id: team_id ?? team.id };
    slack.members.set(m.id, { ...rest, ...there, name: handle, display_name: name });
  }
  const botName = botDisplayName(slack);
  slack.members.set(slack.app.bot_user_id, {
    id: slack.app.bot_user_id,
    team_id: team.id,
    name: botName.toLowerCase().replace(/\s+/g, '_'),
    display_name: botName,
    real_name: botName,
    tz: 'Etc/UTC',
    deleted: false,
    is_admin: false,
    is_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: true,
    email: '',
    presence: 'active',
    dnd: false,
  });
  for (const c of channels) {
    const ids = new Set(c.members);
    if (c.bot) ids.add(slack.app.bot_user_id);
    const kind = c.is_private ? 'private' : 'public';
    const { id, name, is_ext_shared, is_archived, topic = '', purpose = '' } = c;
    addChannel(slack, { id, name, kind, members: ids, is_ext_shared, is_archived, topic, purpose });
  }
  for (const { id, name, user, content, base64, channels: shown } of files) {
    const bytes = base64 === undefined ? Buffer.from(content ?? '') : Buffer.from(base64, 'base64');
    slack.files.store({ name, user, bytes }, id).channels = new Set(shown);
  }
}

export function addChannel(slack: Slack, given: NewChannel): Channel {
  const channel: Channel = {
    creator: [...given.members][0] ?? slack.app.bot_user_id,
    topic: '',
    purpose: '',
    is_ext_shared: false,
    is_archived: false,
    created: Math.floor(slack.clock.now() / 1000),
    bookmarks: [],
    ...given,
  };
  slack.channels.set(channel.id, channel);
  return channel;
}

export function botDisplayName(slack: Slack): string {
  return slack.manifest.features.bot_user?.display_name ?? slack.manifest.display_information.name;
}

/** The direct message between a member and the bot, created on first use. */
export function directMessage(slack: Slack, member: Member): Channel {
  const id = `D${member.id.slice(1)}`;
  const known = slack.channels.get(id);
  if (known) return known;
  const members = new Set([member.id, slack.app.bot_user_id]);
  const channel = addChannel(slack, { id, name: 'directmessage', kind: 'im', members, user: member.id });
  slack.feed.announce({ type: 'channel', channel: id });
  return channel;
}

export function addGroup(slack: Slack, ids: string[]): Channel {
  const names = ids.map((id) => slack.members.get(id)?.name ?? id);
  const id = slack.ids.next('G');
  const channel = addChannel(slack, {
    id,
    name: `mpdm-${names.join('--')}-1`,
    kind: 'mpim',
    members: new Set(ids),
  });
  slack.feed.announce({ type: 'channel', channel: id });
  return channel;
}

/** The group message of exactly these people. */
export function groupOf(slack: Slack, ids: string[]): Channel | undefined {
  const wanted = [...ids].sort().join();
  return [...slack.channels.values()].find(
    (c) => c.kind === 'mpim' && [...c.members].sort().join() === wanted,
  );
}

export function botIsMember(slack: Slack, channel: Channel): boolean {
  return channel.members.has(slack.app.bot_user_id);
}
