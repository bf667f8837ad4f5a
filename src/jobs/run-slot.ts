import { minutesBetween, retryAfterMin } from '../core/declare/catch-up.ts';
import { schedules } from '../core/declare/schedule.ts';
import type { MutationContext } from '../core/runtime/context.ts';
import { collect } from '../core/runtime/effects.ts';
import { inUnit, recordChanges } from '../core/runtime/unit.ts';
import { warnUnlessOutage } from '../core/runtime/warn.ts';
import type { Schedule } from '../core/tokens/schedule.ts';
import { findSchedule, holdSchedule, settleUntil } from '../db/schedules.ts';
import { holdRetry, insertSlots, type NewSlot, type SlotKey, updateSlot } from '../db/slots.ts';
import { reportTrouble } from '../features/index.ts';
import { type JobGround, reasonOf, systemContext } from './ground.ts';

/** Claims a slot and runs it. The caller holds the schedule. */
export async function runSlot(unit: MutationContext, schedule: Schedule, slotAt: Date): Promise<void> {
  const slot = { slotAt, state: 'started', attempts: 1 } as const;
  const [taken] = await insertSlots(unit.tx, schedule.id, [slot], unit);
  if (taken) await perform(unit, schedule, slot);
  await settleUntil(unit.tx, schedule.id, slotAt);
}

/** Runs a failed slot once more. */
export async function retrySlot(jobs: JobGround, key: SlotKey): Promise<void> {
  const ctx = systemContext(jobs, 'the schedule');
  const taken = { attempts: 0 };
  try {
    await inUnit(ctx, {}, async (unit) => {
      taken.attempts = (await holdRetry(unit.tx, key, ctx.now)) ?? 0;
      if (taken.attempts === 0) return;
      const schedule = await findSchedule(unit.tx, key.scheduleId);
      const slot: NewSlot = { slotAt: key.slotAt, state: 'started', attempts: taken.attempts + 1 };
      if (!schedule) {
        const stopped = { ...slot, state: 'skipped', error: 'The schedule was stopped.' } as const;
        return await updateSlot(unit.tx, key.scheduleId, stopped, ctx.now);
      }
      await updateSlot(unit.tx, key.scheduleId, slot, ctx.now);
      await perform(unit, schedule, slot);
    });
  } catch (error) {
    if (taken.attempts === 0) throw error;
    await noteFailure(jobs, key, error);
  }
}

/**
 * Records the failure and the time of the next attempt, if any. Runs in its own transaction, since the run's was rolled
 * back.
 */
export async function noteFailure(jobs: JobGround, key: SlotKey, error: unknown): Promise<void> {
  const ctx = systemContext(jobs, 'the schedule');
  await inUnit(ctx, {}, async (unit) => {
    const { tx, now } = unit;
    const before = await holdRetry(tx, key, now);
    const schedule = await (before === null ? holdSchedule : findSchedule)(tx, key.scheduleId);
    // Another process has it by now.
    if (before === null && !schedule) return;
    const attempts = (before ?? 0) + 1;
    const pause = retryAfterMin(attempts);
    const again = pause === null ? {} : { retryAt: new Date(now.getTime() + pause * 60_000) };
    const state = pause === null ? 'failed' : 'retrying';
    const slot: NewSlot = { slotAt: key.slotAt, state, attempts, error: reasonOf(error), ...again };
    if (before === null) await insertSlots(tx, key.scheduleId, [slot], unit);
    else await updateSlot(tx, key.scheduleId, slot, now);
    await settleUntil(tx, key.scheduleId, key.slotAt);
    const about = { ...key, attempts };
    if (pause !== null) return warnUnlessOutage(ctx, error, 'a run of a schedule failed', about);
    ctx.log.error({ err: error, ...about }, 'a run of a schedule failed');
    await reportTrouble(unit, { about: 'slot', ...key }, schedule?.owner ?? null);
  });
}

async function perform(unit: MutationContext, schedule: Schedule, slot: NewSlot): Promise<void> {
  const kind = unit.engine.contributions.of(schedules).find(({ id }) => id === schedule.kind);
  if (!kind) throw new Error(`No feature handles the schedule ${schedule.kind}.`);
  const { slotAt } = slot;
  const lateMin = minutesBetween(slotAt, unit.now);
  const { state, ...effects } = await kind.run(unit, { schedule, slotAt, lateMin });
  await recordChanges(unit, kind.id, effects.changes);
  collect(unit.pending, effects);
  if (state !== 'started') await updateSlot(unit.tx, schedule.id, { ...slot, state }, unit.now);
}
