import { type Approving, approves } from '../../../core/declare/approval.ts';
import type { ApprovalKind } from '../../../core/tokens/approval.ts';
import { cancelKind, changeKind, refundKind, reshipKind } from './kinds.ts';
import { type ActFacts, type ActRequest, longestReason } from './model.ts';
import { readAct } from './read.ts';
import { isUnpacked } from './rules.ts';
import { runAct } from './run.ts';
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
    // What was said to a customer, or at the bench, is not unsaid.
    inverse: (request, { held }) => {
      const { orderId } = request;
      if (request.act === 'hold') return { act: 'release', orderId, reason: 'taken back' };
      if (request.act !== 'release') return null;
      // Why it was held is why it is held again.
      return { act: 'hold', orderId, reason: held && held.length <= longestReason ? held : 'taken back' };
    },
    isAsLeft: (request, _, now) => now.heldHere === (request.act === 'hold'),
    tellUndo: (inverse, { number }) =>
      `order ${number} ${inverse.act === 'hold' ? 'on hold' : 'released'} again`,
  }),
  acting(cancelKind, {
    needsNoYes: (_, facts) => (isUnpacked(facts) ? 'cancellation before packing' : null),
  }),
  acting(reshipKind),
  acting(refundKind),
];
