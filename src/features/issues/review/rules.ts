import type { Somebody } from '../../../cases/model.ts';
import { addWorkingHours, type WorkingCalendar } from '../../../core/time/calendar.ts';
import type { IssueEvent } from '../issue/event-model.ts';
import type { Issue, Severity } from '../issue/model.ts';

/** Causes of an issue, as they are stored. */
export const causes = [
  'carrier',
  'supplier',
  'system or data',
  'our process',
  'our mistake',
  'more asked for than planned',
  'from outside',
  'not known',
] as const;
export type Cause = (typeof causes)[number];

/** The same for people. */
export const causeWords: Readonly<Record<Cause, string>> = {
  carrier: 'carrier',
  supplier: 'supplier',
  'system or data': 'system or data',
  'our process': 'our process',
  'our mistake': 'our mistake',
  'more asked for than planned': 'demand above plan',
  'from outside': 'external event',
  'not known': 'unknown',
};

export interface Review {
  /** 1 for the first; each save adds one. */
  readonly version: number;
  readonly cause: Cause;
  readonly happened: string;
  readonly wentWell: string | null;
  readonly toChange: string | null;
  readonly ordersAffected: number | null;
  readonly valueMinor: bigint | null;
  readonly currency: string;
  readonly writtenBy: Somebody | null;
  readonly writtenAt: Date;
}

/** A review with everything that its message and its file show. */
export interface ReviewDocument {
  readonly issue: Issue;
  /** Null: nobody has written it yet. */
  readonly review: Review | null;
  /** Oldest first. */
  readonly events: readonly IssueEvent[];
  readonly followUps: readonly Issue[];
}

const hoursADay = 8;

/** Characters of each text: all of them and the timeline have to fit in one message. */
export const maxReviewText = 2_000;

export function isReviewed(severity: Severity): boolean {
  return severity === 'critical' || severity === 'high';
}

/** The moment of the reminder: two working days after the issue was done. */
export function reviewMissedAt(doneAt: Date, calendar: WorkingCalendar): Date {
  return addWorkingHours(doneAt, 2 * hoursADay, calendar);
}
