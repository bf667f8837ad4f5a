import { defineDue } from '../../../core/tokens/due.ts';

/** Reminds the approvers of a waiting request. */
export const remindDue = defineDue('approvals.remind');
/** Expires a request that nobody decided in time. */
export const expireDue = defineDue('approvals.expire');
/** Checks that the effect of an approved request has run. */
export const stalledDue = defineDue('approvals.stalled');
/** Shows a waiting request with the facts as they are by now. */
export const renewDue = defineDue('approvals.renew');
/** Ends the offer to undo. */
export const undoDue = defineDue('approvals.undo-ends');

/** An effect that has not run by then is stalled. */
export const stalledAfterMs = 10 * 60_000;
