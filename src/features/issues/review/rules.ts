import type { Somebody } from '../../../cases/model.ts';
import { addWorkingHours, officeHours } from '../../../core/time/calendar.ts';
import type { IssueEvent } from '../issue/event-model.ts';
import type { Issue, Severity } from '../issue/model.ts';

/** What caused an issue; kept with its review. */
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

/** Causes as people read them. */
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

/** What was learnt from an issue. */
export interface Review {
  /** Counts how often it was written. */
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

/** A review with all that it tells. */
export interface ReviewDocument {
  readonly issue: Issue;
  /** Null: it is still to be written. */
  readonly review: Review | null;
  /** As they went. */
  readonly events: readonly IssueEvent[];
  readonly followUps: readonly Issue[];
}

const hoursADay = 8;

/** Most that a form takes of each text: with the timeline it has to fit in one message. */
export const maxReviewText = 2_000;

/** What is critical or high is looked back on. */
export function isReviewed(severity: Severity): boolean {
  return severity === 'critical' || severity === 'high';
}

/** Two working days after it was done. */
export function reviewMissedAt(doneAt: Date, timeZone: string): Date {
  return addWorkingHours(doneAt, 2 * hoursADay, officeHours(timeZone));
}
