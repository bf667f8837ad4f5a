import type { Timing } from '../time/timing.ts';
import { defineStates, type StateTable } from './states.ts';

/**
 * Slots missed while no bot was running: `late` runs each of them, `newest` only the last one, `skip` only those not
 * older than `skipAfterMin`.
 */
export type CatchUp = 'late' | 'newest' | 'skip';

export interface Schedule extends Timing {
  readonly id: string;
  /** The id of its `ScheduleKind`. */
  readonly kind: string;
  /** The Slack channel it posts to, or empty. */
  readonly place: string;
  /** The Slack user to notify about failures; without one the admins are. */
  readonly owner: string | null;
  readonly catchUp: CatchUp;
  /** Minutes. */
  readonly skipAfterMin: number | null;
  readonly paused: boolean;
  /** Of a paused one: slots from here on run again; null: until somebody resumes it. */
  readonly pausedUntil: Date | null;
}

/** `expected` has no row yet: its moment has not come, or has not been checked since. */
export type SlotState =
  | 'expected'
  | 'started'
  | 'retrying'
  | 'done'
  | 'empty'
  | 'paused'
  | 'superseded'
  | 'skipped'
  | 'failed';

export const slotStates: StateTable<SlotState> = defineStates({
  name: 'slot',
  initial: 'expected',
  arrows: {
    expected: ['started', 'retrying', 'done', 'empty', 'paused', 'superseded', 'skipped'],
    // Its run ends in the same transaction; or its message is on the way, or was no longer worth sending.
    started: ['done', 'empty', 'failed', 'skipped'],
    // Skipped: its schedule was stopped in the meantime.
    retrying: ['started', 'failed', 'skipped'],
    done: [],
    empty: [],
    paused: [],
    superseded: [],
    skipped: [],
    // Its message was sent later, once the cause was fixed.
    failed: ['done'],
  },
});

/** What became of a slot. */
export interface SlotOutcome {
  readonly slotAt: Date;
  readonly state: SlotState;
  readonly error: string | null;
  /** When it was noted or sent; null: it is on its way. */
  readonly settledAt: Date | null;
}

/** One run of a schedule. */
export interface SlotRun {
  readonly schedule: Schedule;
  readonly slotAt: Date;
  /** Whole minutes after its moment. */
  readonly lateMin: number;
}
