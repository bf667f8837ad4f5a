import type { SlotState } from '../../../core/tokens/schedule.ts';

/** What runs without anybody's doing, and how it stands. */
export interface JobsOverview {
  /** Of the last day, by state. */
  readonly slots: readonly { readonly state: SlotState; readonly count: number }[];
  /** The latest that a run of the last day began after its moment; null where none ran. */
  readonly latestMin: number | null;
  /** Newest first. */
  readonly failedSlots: readonly FailedSlot[];
  /** Soonest first. */
  readonly next: readonly NextRun[];
  readonly queues: readonly Queue[];
  readonly due: DueCounts;
  /** What waits for a person, newest first. */
  readonly stuck: readonly Stuck[];
  /** How many more there are than `stuck` holds. */
  readonly moreStuck: number;
}

export interface FailedSlot {
  readonly title: string;
  readonly place: string;
  readonly slotAt: Date;
  readonly state: SlotState;
  readonly error: string;
}

export interface NextRun {
  readonly title: string;
  readonly place: string;
  readonly at: Date;
}

export interface Queue {
  readonly name: string;
  readonly waiting: number;
  readonly active: number;
  readonly failed: number;
}

export interface DueCounts {
  /** Its moment has come. */
  readonly now: number;
  readonly later: number;
  readonly setAside: number;
}

/** What a Retry names: a message, due work by a digest of its key (which may be long), or a job of a queue. */
export type Retriable =
  | { readonly about: 'message'; readonly id: string }
  | { readonly about: 'due'; readonly digest: string }
  | { readonly about: 'job'; readonly id: string };

export interface Stuck {
  readonly retry: Retriable;
  /** Its kind or queue. */
  readonly title: string;
  /** The Slack channel or user, or empty. */
  readonly place: string;
  readonly error: string;
  readonly since: Date;
}

/** How many of a kind are shown one by one. */
export const shownAtMost = 10;

export function newestFirst(stuck: readonly Stuck[]): readonly Stuck[] {
  return [...stuck].sort((a, b) => b.since.getTime() - a.since.getTime());
}
