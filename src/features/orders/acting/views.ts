import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, message, section } from '../../../ui/blocks.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { showApproval, undoAction } from '../../approvals/index.ts';
import { showBeside } from '../../issues/index.ts';
import { type ActFacts, type ActRequest, changeRequest } from './model.ts';
import { inverseOf } from './undo-rules.ts';
import { wishOf } from './words.ts';

export interface ActOutcome {
  readonly id: string;
  readonly number: number;
  readonly state: string;
  readonly said: string;
  readonly request: ActRequest;
  readonly facts: ActFacts;
  /** The issue that asks somebody to do it in the shop; null: it waits for a yes. */
  readonly task: string | null;
}

/** Whether Undo takes it back. */
function isUndone(request: ActRequest, facts: ActFacts): boolean {
  const change = changeRequest.safeParse(request);
  return change.success && inverseOf(change.data, facts) !== null;
}

/** The outcome: said here and a task raised, or waiting for approval. */
export function acted({ id, number, state, said, request, facts, task }: ActOutcome): Message {
  const isDone = state === 'done';
  const text = isDone ? said : `You asked to ${wishOf(request, facts)}. ${said}`;
  return message(mrkdwn`${text}`, [
    section(mrkdwn`${text}`),
    actions(
      ...(isDone ? [] : [button(showApproval, { id }, `Show approval ${number}`)]),
      ...(isDone && task !== null ? [button(showBeside, { id: task }, 'Show the task')] : []),
      ...(isDone && isUndone(request, facts) ? [button(undoAction, { id, on: 'own' }, 'Undo')] : []),
    ),
  ]);
}

/** The answer where no form can be opened. */
export function noActForm(): Message {
  const text = mrkdwn`Slack opens no form here: \`/order 25066\` shows the order, with the same buttons.`;
  return message(text, [section(text)]);
}
