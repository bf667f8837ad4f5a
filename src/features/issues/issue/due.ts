import { defineDue } from '../../../core/tokens/due.ts';

/** A promise passes: its owner is reminded, then the leads are told. */
export const promiseDue = defineDue('issues.promise');
/** The moment by which it should be over. */
export const deadlineDue = defineDue('issues.deadline');
/** A step of an issue is late: one row for all its steps, at the moment of the next. */
export const stepsDue = defineDue('issues.steps');
/** A review is missed. */
export const reviewDue = defineDue('issues.review');
/** The end of a snooze. */
export const snoozeDue = defineDue('issues.snooze');
/** What has been done for a week is closed. */
export const closeDue = defineDue('issues.close');
/** The room of what is closed is archived. */
export const roomDue = defineDue('issues.archive-room');
