import type { MutationContext, QueryContext } from '../runtime/context.ts';
import { contribution } from '../runtime/contributions.ts';
import type { Effects } from '../runtime/effects.ts';
import type { MomentSpan } from '../time/calendars/moments.ts';
import type { Timing } from '../time/timing.ts';
import type { SlotRun } from '../tokens/schedule.ts';

/** A kind of work on a schedule. */
export interface ScheduleKind {
  /** `<feature>.<noun>`, unique over all features. */
  readonly id: string;
  /** For people, such as "Heartbeat". */
  readonly title: string;
  /** For a schedule that every workspace has: when, in the shop's zone. */
  readonly builtIn?: { readonly cron: string };
  /**
   * Of a kind whose schedules may follow calendars of the shop (`core/time/calendars/rule.ts`): their moments as the calendars
   * are now. Null: it cannot be read, such as for a location that was closed.
   */
  readonly moments?: (
    ctx: Pick<QueryContext, 'scope' | 'workspace' | 'log'>,
    timing: Timing,
    span: MomentSpan,
  ) => Promise<readonly Date[] | null>;
  /**
   * Runs in the transaction that takes the slot. `started`: done once its message was sent, which its drawing reports;
   * `empty`: nothing to post this time.
   */
  run(
    ctx: MutationContext,
    run: SlotRun,
  ): Promise<Effects & { readonly state: 'started' | 'done' | 'empty' }>;
}

/** Kinds of scheduled work. */
export const schedules = contribution<ScheduleKind>('schedules');
