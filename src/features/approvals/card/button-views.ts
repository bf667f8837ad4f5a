import type { KnownBlock, Overflow } from '@slack/types';
import type { PressedOn } from '../../../cases/actions.ts';
import { actions, button, choice, more } from '../../../ui/blocks.ts';
import type { Approval } from '../request/model.ts';
import {
  approveAction,
  giveUpAction,
  moreAction,
  questionAction,
  rejectAction,
  tryAgainAction,
  undoAction,
} from './actions.ts';

type Pressable = Pick<Approval, 'id' | 'state' | 'round' | 'policy' | 'undoUntil' | 'undo'>;

/** The buttons that the state allows, each always in the same place. */
export function buttonsOf(approval: Pressable, on: PressedOn, now: Date): readonly KnownBlock[] {
  const { id, round, state } = approval;
  const seen = { id, round, on };
  switch (state) {
    case 'waiting':
      return [
        actions(
          button(approveAction, seen, 'Approve', { style: 'primary' }),
          button(rejectAction, seen, 'Reject', { style: 'danger' }),
          button(questionAction, { id, on }, 'Ask'),
        ),
      ];
    case 'failed':
      return [
        actions(
          button(tryAgainAction, { id, on }, 'Try again', { style: 'primary' }),
          button(giveUpAction, { id, on }, 'Give up'),
        ),
      ];
    case 'done':
      return canBeUndone(approval, now) ? [actions(button(undoAction, { id, on }, 'Undo'))] : [];
    default:
      return [];
  }
}

/** Rare choices, behind three dots. */
export function moreOf({ id, round, state, policy }: Pressable, on: PressedOn): Overflow | undefined {
  if (state !== 'waiting') return undefined;
  const seen = { id, round, on };
  return more([
    choice(moreAction, { ...seen, what: 'withdraw' }, 'Withdraw (who asked for it)'),
    ...(policy.breakGlass ? [choice(moreAction, { ...seen, what: 'glass' }, 'Override (emergency)')] : []),
  ]);
}

function canBeUndone({ undoUntil, undo }: Pressable, now: Date): boolean {
  const isBeingUndone = undo !== null && ['waiting', 'approved', 'done', 'failed'].includes(undo.state);
  return undoUntil !== null && undoUntil > now && !isBeingUndone;
}
