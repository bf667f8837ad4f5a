import type { Button, Overflow } from '@slack/types';
import type { PressedOn } from '../../../cases/actions.ts';
import { button, choice, more } from '../../../ui/blocks.ts';
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

import type { Mays } from './model.ts';

type Pressable = Pick<Approval, 'id' | 'state' | 'round' | 'policy' | 'undoUntil' | 'undo'>;

/** The buttons that the state allows, each always in the same place. `may`: of its one reader; null: many read it. */
export function buttonsOf(
  approval: Pressable,
  on: PressedOn,
  now: Date,
  may: Mays | null,
): readonly Button[] {
  const { id, round, state } = approval;
  const seen = { id, round, on };
  const all = may === null;
  switch (state) {
    case 'waiting':
      return [
        ...(all || may.decide
          ? [
              button(approveAction, seen, 'Approve', { style: 'primary' }),
              button(rejectAction, seen, 'Reject', { style: 'danger' }),
            ]
          : []),
        ...(all || may.ask ? [button(questionAction, { id, on }, 'Ask')] : []),
        ...(withdrawsOnly(may) ? [button(moreAction, { ...seen, what: 'withdraw' }, 'Withdraw')] : []),
      ];
    case 'failed':
      return [
        ...(all || may.retry ? [button(tryAgainAction, { id, on }, 'Try again', { style: 'primary' })] : []),
        ...(all || may.giveUp ? [button(giveUpAction, { id, on }, 'Give up')] : []),
      ];
    case 'done':
      return canBeUndone(approval, now) && (all || may.undo) ? [button(undoAction, { id, on }, 'Undo')] : [];
    default:
      return [];
  }
}

/** Rare choices, behind three dots. */
export function moreOf(
  { id, round, state, policy }: Pressable,
  on: PressedOn,
  may: Mays | null,
): Overflow | undefined {
  if (state !== 'waiting') return undefined;
  const seen = { id, round, on };
  const choices = [
    ...(may === null
      ? [choice(moreAction, { ...seen, what: 'withdraw' }, 'Withdraw (who asked for it)')]
      : []),
    ...(may?.withdraw && !withdrawsOnly(may)
      ? [choice(moreAction, { ...seen, what: 'withdraw' }, 'Withdraw')]
      : []),
    ...(policy.breakGlass && (may === null || may.override)
      ? [choice(moreAction, { ...seen, what: 'glass' }, 'Override (emergency)')]
      : []),
  ];
  return choices.length > 0 ? more(choices) : undefined;
}

/** Whoever asked and decides nothing finds the one thing they may do at once; it is rare for everybody else. */
function withdrawsOnly(may: Mays | null): boolean {
  return may?.withdraw === true && !may.decide;
}

function canBeUndone({ undoUntil, undo }: Pressable, now: Date): boolean {
  const isBeingUndone = undo !== null && ['waiting', 'approved', 'done', 'failed'].includes(undo.state);
  return undoUntil !== null && undoUntil > now && !isBeingUndone;
}
