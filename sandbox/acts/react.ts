import { addReaction, hasReacted, removeReaction } from '../changes/reactions.ts';
import type { ActResult } from '../control/types.ts';
import type { Slack } from '../state/slack.ts';
import { ActError, actor, conversation } from './act.ts';

export interface ReactAct {
  user: string;
  channel: string;
  ts: string;
  name: string;
  remove?: boolean;
}

/** A member adds an emoji to a message, or removes their own. */
export async function react(slack: Slack, act: ReactAct): Promise<ActResult> {
  const member = actor(slack, act.user);
  const channel = conversation(slack, member, act.channel);
  const message = slack.messages.get(channel.id, act.ts);
  if (!message || message.only_for) throw new ActError(`There is no message ${act.ts} to react to`);
  const has = hasReacted(message, member.id, act.name);
  if (has !== (act.remove === true))
    throw new ActError(`${member.display_name} has ${has ? 'already' : 'not'} reacted with :${act.name}:`);
  const change = act.remove ? removeReaction : addReaction;
  const ack = await change(slack, message, member.id, act.name);
  return ack ? { ack } : {};
}
