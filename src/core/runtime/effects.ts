import type { Due } from '../tokens/due.ts';
import type { FactChange } from '../tokens/fact.ts';
import type { QueuedJob } from '../tokens/job.ts';
import type { Notification } from '../tokens/notification.ts';
import type { QueuedWork } from '../tokens/work.ts';
import type { Change } from './change.ts';

/** Effects of a change, written in its transaction: without the change none of them exist. */
export interface Effects {
  readonly changes: readonly Change[];
  readonly notifications?: readonly Notification[];
  readonly due?: readonly Due[];
  readonly jobs?: readonly QueuedJob[];
  readonly work?: readonly QueuedWork[];
  /** What is there now and was not before, such as "sku MUG-01": parked work that lacked it is tried again. */
  readonly arrived?: readonly string[];
  /** Whose facts changed: `FactFamily.changed`. */
  readonly facts?: readonly FactChange[];
}

/** The effects of everything that runs in one transaction, collected until its end. */
export interface Pending {
  readonly notifications: Notification[];
  readonly due: Due[];
  readonly jobs: QueuedJob[];
  readonly work: QueuedWork[];
  readonly arrived: string[];
  readonly facts: FactChange[];
  /** Something was changed, and not merely found so. */
  changed: boolean;
}

export function nothingPending(): Pending {
  return { notifications: [], due: [], jobs: [], work: [], arrived: [], facts: [], changed: false };
}

export function collect(
  pending: Pending,
  { notifications = [], due = [], jobs = [], work = [], arrived = [], facts = [] }: Effects,
): void {
  pending.notifications.push(...notifications);
  pending.due.push(...due);
  pending.jobs.push(...jobs);
  pending.work.push(...work);
  pending.arrived.push(...arrived);
  // Of an import thousands, which are too many arguments.
  for (const fact of facts) pending.facts.push(fact);
}

/** The effects of several things that happen in one transaction. */
export function combined(...all: readonly Effects[]): Required<Effects> {
  return {
    changes: all.flatMap(({ changes }) => changes),
    notifications: all.flatMap(({ notifications = [] }) => notifications),
    due: all.flatMap(({ due = [] }) => due),
    jobs: all.flatMap(({ jobs = [] }) => jobs),
    work: all.flatMap(({ work = [] }) => work),
    arrived: all.flatMap(({ arrived = [] }) => arrived),
    facts: all.flatMap(({ facts = [] }) => facts),
  };
}
