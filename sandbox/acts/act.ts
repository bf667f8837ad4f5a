import { directMessage } from '../state/people.ts';
import type { Slack } from '../state/slack.ts';
import type { Channel, Json, Member } from '../state/types.ts';

/** An act that no member could do in Slack: the caller's mistake, explained in a sentence. */
export class ActError extends Error {}

export function actor(slack: Slack, id: string): Member {
  const member = slack.members.get(id);
  if (!member) throw new ActError(`There is no member ${id}`);
  if (member.deleted) throw new ActError(`${member.display_name} is deactivated`);
  if (member.is_bot) throw new ActError(`${member.display_name} is a bot`);
  return member;
}

/** A conversation that this member is in; their DM with the bot always counts. */
export function conversation(slack: Slack, member: Member, id: string): Channel {
  const dm = directMessage(slack, member);
  const channel = id === dm.id ? dm : slack.channels.get(id);
  if (!channel) throw new ActError(`There is no channel ${id}`);
  if (!channel.members.has(member.id))
    throw new ActError(`${member.display_name} is not in #${channel.name}`);
  return channel;
}

/** The origin fields of every payload. */
export function origin(slack: Slack, member: Member): Json {
  const { workspace, app } = slack;
  return {
    user: { id: member.id, username: member.name, name: member.name, team_id: member.team_id },
    team: { id: workspace.team.id, domain: workspace.team.domain },
    api_app_id: app.app_id,
    token: app.verification_token,
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** A channel's name in payloads: Slack hides those of private conversations. */
export function payloadName(channel: Channel): string {
  if (channel.kind === 'im') return 'directmessage';
  return channel.kind === 'private' ? 'privategroup' : channel.name;
}

export function responseUrl(
  slack: Slack,
  kind: 'commands' | 'actions' | 'app',
  hook: Parameters<Slack['hooks']['issue']>[0],
): string {
  return `${slack.origin}/hooks/${kind}/${slack.workspace.team.id}/${slack.hooks.issue(hook)}`;
}
