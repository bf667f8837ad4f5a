import type { MutationContext } from '../runtime/context.ts';
import type { Effects } from '../runtime/effects.ts';
import type { StateTable } from './states.ts';
import { defineStates } from './states.ts';
import type { Timing } from '../time/timing.ts';

/**
 * What becomes of slots that nobody was there for: `late` runs each of them, `newest` only the last one, `skip` none
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
    // Its message is on the way, or was not worth saying any more.
    started: ['done', 'failed', 'skipped'],
    retrying: ['retrying', 'started', 'done', 'empty', 'failed'],
    done: [],
    empty: [],
    paused: [],
    superseded: [],
    skipped: [],
    // Somebody mended what kept its message from being said.
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

/** Something that features do on a schedule. */
export interface ScheduleKind {
  /** `<feature>.<noun>`, unique over all features. */
  readonly id: string;
  /** For people, such as "Heartbeat". */
  readonly title: string;
  /** Of one that every workspace has without anybody's doing: when, in the shop's zone. */
  readonly builtIn?: { readonly cron: string };
  /**
   * Runs in the transaction that takes the slot. `started`: it is done once its message was sent, whose drawing says
   * so; `empty`: there was nothing to say.
   */
  run(
    ctx: MutationContext,
    run: SlotRun,
  ): Promise<Effects & { readonly state: 'started' | 'done' | 'empty' }>;
}
