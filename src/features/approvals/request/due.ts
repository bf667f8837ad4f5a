import { defineDue } from '../../../core/tokens/due.ts';

/** Nobody has decided it: those who are asked are reminded. */
export const remindDue = defineDue('approvals.remind');
/** Nobody has decided it in time. */
export const expireDue = defineDue('approvals.expire');
/** Its effect should have run by now. */
export const stalledDue = defineDue('approvals.stalled');
/** Undo is not offered any more. */
export const undoDue = defineDue('approvals.undo-ends');

/** An effect that has not run by then is somebody's to look at. */
export const stalledAfterMs = 10 * 60_000;
