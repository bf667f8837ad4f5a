import { type Approving, approves } from '../../../core/declare/approval.ts';
import type { ApprovalKind } from '../../../core/tokens/approval.ts';
import { cancelKind, changeKind, refundKind, reshipKind } from './kinds.ts';
import type { ActFacts, ActRequest } from './model.ts';
import { backWords } from './outcomes.ts';
import { readAct } from './read.ts';
import { isUnpacked } from './rules.ts';
import { runAct } from './run.ts';
import { inverseOf, isAsLeft } from './undo-rules.ts';
import { changedSince, tellAct } from './words.ts';

/** All acts are read, told and run alike. */
function acting<Request extends ActRequest>(
  kind: ApprovalKind<Request, ActFacts>,
  own: Pick<Approving<Request, ActFacts>, 'needsNoYes' | 'inverse' | 'isAsLeft' | 'tellUndo'> = {},
) {
  return approves<Request, ActFacts>(kind, {
    read: readAct,
    tell: tellAct,
    changed: changedSince,
    run: runAct,
    ...own,
  });
}

export const approvals = [
  acting(changeKind, {
    inverse: inverseOf,
    isAsLeft,
    tellUndo: backWords,
  }),
  acting(cancelKind, {
    needsNoYes: (_, facts) => (isUnpacked(facts) ? 'cancellation before packing' : null),
  }),
  acting(reshipKind),
  acting(refundKind),
];
