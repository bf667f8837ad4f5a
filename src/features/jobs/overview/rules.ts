import type { SlotState } from '../../../core/tokens/schedule.ts';

/** The bot's background work and its state. */
export interface JobsOverview {
  /** Runs of the last day, by state. */
  readonly slots: readonly { readonly state: SlotState; readonly count: number }[];
  /** The longest delay of a run in the last day; null when none ran. */
  readonly latestMin: number | null;
  /** Newest first. */
  readonly failedSlots: readonly FailedSlot[];
  /** Soonest first. */
  readonly next: readonly NextRun[];
  readonly queues: readonly Queue[];
  readonly due: DueCounts;
  readonly work: WorkCounts;
  /** Work that waits for a person, newest first. */
  readonly stuck: readonly Stuck[];
  /** How many more than `stuck` holds. */
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
  /** Due now or overdue. */
  readonly now: number;
  readonly later: number;
  readonly setAside: number;
}

/** Small work in great number. */
export interface WorkCounts {
  readonly waiting: number;
  /** Seconds for which the oldest due one has waited. */
  readonly oldestSec: number;
  readonly stuck: number;
  /** What parked work lacks, most of it first. */
  readonly parked: readonly { readonly missing: string; readonly count: number }[];
  /** How many things more than `parked` holds are lacking. */
  readonly moreParked: number;
}

/** The target of a Retry: a message, due work by a digest of its key (which may be long), or a job of a queue. */
export type Retriable =
  | { readonly about: 'message'; readonly id: string }
  | { readonly about: 'due'; readonly digest: string }
  | { readonly about: 'job'; readonly id: string }
  | { readonly about: 'work'; readonly id: string };

export interface Stuck {
  readonly retry: Retriable;
  /** Its kind or queue. */
  readonly title: string;
  /** The Slack channel or user, or empty. */
  readonly place: string;
  readonly error: string;
  readonly since: Date;
}

/** The most of a kind shown one by one. */
export const shownAtMost = 10;

export function newestFirst(stuck: readonly Stuck[]): readonly Stuck[] {
  return [...stuck].sort((a, b) => b.since.getTime() - a.since.getTime());
}
