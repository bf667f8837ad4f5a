import type { Slack } from './slack.ts';
import type { Channel, Member } from './types.ts';

/** Puts the members and channels of the workspace file, and the app's bot, in place. */
export function fill(slack: Slack): void {
  const { team, members, channels } = slack.workspace;
  for (const m of members) {
    const { name, team_id, ...rest } = m;
    const handle = name.toLowerCase().replace(/\s+/g, '.');
    slack.members.set(m.id, { ...rest, name: handle, display_name: name, team_id: team_id ?? team.id });
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
  });
  for (const c of channels) {
    const ids = new Set(c.members);
    if (c.bot) ids.add(slack.app.bot_user_id);
    slack.channels.set(c.id, {
      id: c.id,
      name: c.name,
      kind: c.is_private ? 'private' : 'public',
      members: ids,
      is_ext_shared: c.is_ext_shared,
      is_archived: c.is_archived,
      created: Math.floor(slack.clock.now() / 1000),
    });
  }
}

export function botDisplayName(slack: Slack): string {
  return slack.manifest.features.bot_user?.display_name ?? slack.manifest.display_information.name;
}

/** The direct message between a member and the bot, made when it is first needed. */
export function directMessage(slack: Slack, member: Member): Channel {
  const id = `D${member.id.slice(1)}`;
  const known = slack.channels.get(id);
  if (known) return known;
  const channel: Channel = {
    id,
    name: 'directmessage',
    kind: 'im',
    members: new Set([member.id, slack.app.bot_user_id]),
    is_ext_shared: false,
    is_archived: false,
    created: Math.floor(slack.clock.now() / 1000),
    user: member.id,
  };
  slack.channels.set(id, channel);
  slack.feed.announce({ type: 'channel', channel: id });
  return channel;
}

export function botIsMember(slack: Slack, channel: Channel): boolean {
  return channel.members.has(slack.app.bot_user_id);
}
