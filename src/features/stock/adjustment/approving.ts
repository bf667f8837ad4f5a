import { approves } from '../../../core/declare/approval.ts';
import { adjustmentKind, readAdjustment, runAdjustment } from './kind.ts';
import { type AdjustCause, changedSince, isAsLeft, isOutside } from './rules.ts';
import { tellAdjustment, tellUndo } from './views.ts';

export const approvals = [
  approves(adjustmentKind, {
    read: readAdjustment,
    tell: tellAdjustment,
    changed: changedSince,
    run: runAdjustment,
    // Nothing was booked outside: the change is withdrawn instead, also when somebody has entered it.
    inverse: (request, facts) =>
      isOutside(facts) ? null : { ...request, quantity: -request.quantity, cause: inverseOf(request.cause) },
    isAsLeft,
    tellUndo,
  }),
];

/** Damaged units go back the way they came; undoing any other cause is a correction, since nothing was really found. */
function inverseOf(cause: AdjustCause): AdjustCause {
  return cause === 'damaged' ? cause : 'correction';
}
