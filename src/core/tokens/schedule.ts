import type { Timing } from '../time/timing.ts';
import { defineStates, type StateTable } from './states.ts';

/**
 * Slots missed while no bot was running: `late` runs each of them, `newest` only the last one, `skip` none
 * that is older than `skipAfterMin`.
 */
export type CatchUp = 'late' | 'newest' | 'skip';

export interface Schedule extends Timing {
  readonly id: string;
  /** Of its `ScheduleKind`. */
  readonly kind: string;
  /** The Slack channel it posts to, or empty. */
  readonly place: string;
  /** The Slack user who is told when it fails; without one the admins are. */
  readonly owner: string | null;
  readonly catchUp: CatchUp;
  /** Minutes. */
  readonly skipAfterMin: number | null;
  readonly paused: boolean;
}

/** `expected` has no row yet: its moment has not come, or nobody has looked since. */
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
    // Its run ends in the same transaction; or its message is on the way, or was not worth saying any more.
    started: ['done', 'empty', 'failed', 'skipped'],
    // Skipped: its schedule was stopped meanwhile.
    retrying: ['started', 'failed', 'skipped'],
    done: [],
    empty: [],
    paused: [],
    superseded: [],
    skipped: [],
    // Its message went out later, once the cause was fixed.
    failed: ['done'],
  },
});

/** One run of a schedule. */
export interface SlotRun {
  readonly schedule: Schedule;
  readonly slotAt: Date;
  /** Whole minutes after its moment. */
  readonly lateMin: number;
}
