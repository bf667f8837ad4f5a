import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, message, section } from '../../../ui/blocks.ts';
import { mrkdwn } from '../../../ui/text.ts';
import type { State } from '../request/model.ts';
import { showApproval } from './actions.ts';

/** The answer to the requester. */
export function askedReply(asked: {
  readonly id: string;
  readonly number: number;
  readonly state: State;
  readonly said: string;
}): Message {
  const { id, number, said } = asked;
  return message(mrkdwn`${said}`, [
    section(mrkdwn`*${said}*`),
    actions(button(showApproval, { id }, `Show approval ${number}`)),
  ]);
}

/** The answer to a press of Undo. */
export function undoReply(asked: Parameters<typeof askedReply>[0], of: number): Message {
  const finding = asked.state === 'done' ? `Undone: ${asked.said}` : `Undo of approval ${of}: ${asked.said}`;
  return message(mrkdwn`${finding}`, [
    section(mrkdwn`*${finding}*`),
    actions(button(showApproval, { id: asked.id }, `Show approval ${asked.number}`)),
  ]);
}
