import type { Due } from '../tokens/due.ts';
import type { QueuedJob } from '../tokens/job.ts';
import type { Notification } from '../tokens/notification.ts';
import type { Change } from './change.ts';

/** Effects of a change, written in its transaction: without the change none of them exist. */
export interface Effects {
  readonly changes: readonly Change[];
  readonly notifications?: readonly Notification[];
  readonly due?: readonly Due[];
  readonly jobs?: readonly QueuedJob[];
}

/** The effects of everything that runs in one transaction, collected until its end. */
export interface Pending {
  readonly notifications: Notification[];
  readonly due: Due[];
  readonly jobs: QueuedJob[];
  /** Something was changed, and not merely found so. */
  changed: boolean;
}

export function nothingPending(): Pending {
  return { notifications: [], due: [], jobs: [], changed: false };
}

export function collect(pending: Pending, { notifications = [], due = [], jobs = [] }: Effects): void {
  pending.notifications.push(...notifications);
  pending.due.push(...due);
  pending.jobs.push(...jobs);
}
