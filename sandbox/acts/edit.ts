import { deleteMessage, editMessage } from '../changes/messages.ts';
import type { ActResult } from '../control/types.ts';
import { encodeTyped } from '../state/encode.ts';
import type { Slack } from '../state/slack.ts';
import type { Message } from '../state/types.ts';
import { ActError, actor, conversation } from './act.ts';

interface OwnMessage {
  user: string;
  channel: string;
  ts: string;
}

/** A member edits their own message. Edits notify nobody, even with new mentions. */
export async function edit(slack: Slack, act: OwnMessage & { text: string }): Promise<ActResult> {
  const message = own(slack, act);
  const ack = await editMessage(slack, message, () => {
    message.text = encodeTyped(slack, act.text, 'message');
    message.edited = { user: act.user, ts: slack.ids.ts() };
  });
  return ack ? { ack } : {};
}

/** A member deletes their own message. */
export async function remove(slack: Slack, act: OwnMessage): Promise<ActResult> {
  const ack = await deleteMessage(slack, own(slack, act));
  return ack ? { ack } : {};
}

function own(slack: Slack, act: OwnMessage): Message {
  const member = actor(slack, act.user);
  const channel = conversation(slack, member, act.channel);
  const message = slack.messages.get(channel.id, act.ts);
  if (message?.user !== member.id)
    throw new ActError(`${member.display_name} wrote no message ${act.ts} there`);
  return message;
}
