import type { Overview, SeenChannel } from '../client.ts';
import type { Member } from '../state/types.ts';

/** The other person of a direct message, or the bot in the app's own. */
export function partnerOf(channel: SeenChannel, overview: Overview): Member | undefined {
  return overview.members.find((m) => m.id === channel.with[0]);
}

/** The name of a conversation: the channel's, or those of its other members. */
export function nameOf(channel: SeenChannel, overview: Overview): string {
  if (channel.kind !== 'im' && channel.kind !== 'mpim') return channel.name;
  const others = overview.members.filter((m) => channel.with.includes(m.id));
  return others.map((m) => (others.length > 1 ? m.display_name : m.real_name)).join(', ');
}

export function isAppDm(channel: SeenChannel | undefined, overview: Overview): boolean {
  return channel?.kind === 'im' && channel.members.includes(overview.bot.user_id);
}

/** What the app calls a member, else what Slack does. */
export function roleOf(member: Member, { titles }: Pick<Overview, 'titles'>): string | undefined {
  const title = titles[member.id];
  if (title !== undefined) return title;
  if (member.is_owner) return 'Owner';
  if (member.is_admin) return 'Admin';
  return member.is_restricted || member.is_ultra_restricted ? 'Guest' : undefined;
}
