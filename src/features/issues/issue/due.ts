import { defineDue } from '../../../core/tokens/due.ts';

/** A promise passes: first the owner is reminded, then the leads are told. */
export const promiseDue = defineDue('issues.promise');
/** The due date passes. */
export const deadlineDue = defineDue('issues.deadline');
/** A step is late. One row per issue, at the moment of its next late step. */
export const stepsDue = defineDue('issues.steps');
/** A review is overdue. */
export const reviewDue = defineDue('issues.review');
/** A snooze ends. */
export const snoozeDue = defineDue('issues.snooze');
/** An issue has been done for a week and closes. */
export const closeDue = defineDue('issues.close');
/** The room of a closed issue is archived. */
export const roomDue = defineDue('issues.archive-room');
