import type { MutationContext } from '../runtime/context.ts';
import { contribution } from '../runtime/contributions.ts';
import type { Effects } from '../runtime/effects.ts';
import type { SlotRun } from '../tokens/schedule.ts';

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
   * so; `empty`: nothing to post this time.
   */
  run(
    ctx: MutationContext,
    run: SlotRun,
  ): Promise<Effects & { readonly state: 'started' | 'done' | 'empty' }>;
}

/** What is done on a schedule. */
export const schedules = contribution<ScheduleKind>('schedules');
