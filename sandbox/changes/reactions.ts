import type { Ack } from '../delivery/envelope.ts';
import { botIsMember } from '../state/people.ts';
import { changed } from '../state/post.ts';
import type { Slack } from '../state/slack.ts';
import type { Message } from '../state/types.ts';

export function hasReacted(message: Message, user: string, name: string): boolean {
  return (message.reactions ?? []).some((r) => r.name === name && r.users.includes(user));
}

export async function addReaction(
  slack: Slack,
  message: Message,
  user: string,
  name: string,
): Promise<Ack | undefined> {
  const reactions = message.reactions ?? [];
  const known = reactions.find((r) => r.name === name);
  if (known) known.users.push(user);
  else message.reactions = [...reactions, { name, users: [user] }];
  return tell(slack, 'reaction_added', message, user, name);
}

export async function removeReaction(
  slack: Slack,
  message: Message,
  user: string,
  name: string,
): Promise<Ack | undefined> {
  message.reactions = (message.reactions ?? [])
    .map((r) => (r.name === name ? { name, users: r.users.filter((id) => id !== user) } : r))
    .filter((r) => r.users.length > 0);
  return tell(slack, 'reaction_removed', message, user, name);
}

async function tell(
  slack: Slack,
  type: 'reaction_added' | 'reaction_removed',
  message: Message,
  user: string,
  reaction: string,
) {
  changed(slack, message);
  const channel = slack.channels.get(message.channel);
  if (!channel || !botIsMember(slack, channel)) return undefined;
  const item = { type: 'message', channel: message.channel, ts: message.ts };
  const event = { type, user, reaction, item, item_user: message.user, event_ts: slack.ids.ts() };
  return slack.delivery.event(event, type, channel.is_ext_shared);
}
