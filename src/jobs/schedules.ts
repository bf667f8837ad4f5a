import { minutesBetween, treatmentOf } from '../core/declare/catch-up.ts';
import { slotsBetween } from '../core/declare/slots/moments.ts';
import type { MutationContext } from '../core/runtime/context.ts';
import { inUnit } from '../core/runtime/unit.ts';
import { warnUnlessOutage } from '../core/runtime/warn.ts';
import { followsCalendar } from '../core/time/calendars/rule.ts';
import { dueSlots } from '../core/time/slots.ts';
import { readCron } from '../core/time/timing.ts';
import { holdSchedule, listSchedules, type StoredSchedule, settleUntil } from '../db/schedules.ts';
import { insertSlots, slotsToRetry } from '../db/slots.ts';
import { reportTrouble } from '../features/index.ts';
import { type JobGround, systemContext } from './ground.ts';
import { isQuiet, noteQuiet, readsAnewMs } from './quiet.ts';
import { noteFailure, retrySlot, runSlot } from './run-slot.ts';

/** At most this many slots of one schedule at a time: after a long absence the others must not wait for it. */
const lookBack = 500;
const turns = 25;
/** A cut-off that is moved into the last hour is still told of. */
const settlesAfterMin = 60;

/**
 * Gives every slot since the last check a row, and runs those that should run, each in its own transaction. Safe in any
 * number of processes at once. Throws only when the database fails: one schedule's failure does not affect the others.
 */
export async function runSchedules(jobs: JobGround): Promise<void> {
  const { clock, engine } = jobs.ground;
  const scope = engine.database.scope(jobs.workspace.id);
  for (const schedule of await listSchedules(scope)) {
    try {
      if (!followsCalendar(schedule) && !readCron(schedule)) await reportBroken(jobs, schedule);
      else for (let turn = 0; turn < turns && (await takeTurn(jobs, schedule)); turn += 1);
    } catch (error) {
      warnUnlessOutage(jobs.ground, error, 'a schedule could not be checked', { scheduleId: schedule.id });
    }
  }
  for (const key of await slotsToRetry(scope, clock.now(), turns)) {
    await retrySlot(jobs, key).catch((error) =>
      warnUnlessOutage(jobs.ground, error, 'a slot could not be retried', key),
    );
  }
}

/** Handles the oldest due slots: a series that is skipped, or the next one that runs. False: none is due. */
async function takeTurn(jobs: JobGround, known: StoredSchedule): Promise<boolean> {
  const ctx = systemContext(jobs, 'the schedule');
  if (followsCalendar(known) ? isQuiet(jobs, known, ctx.now) : isClockQuiet(known, ctx.now)) return false;
  const running: { slotAt: Date | null } = { slotAt: null };
  try {
    return await inUnit(ctx, {}, async (unit) => {
      const schedule = await holdSchedule(unit.tx, known.id);
      if (!schedule) return false;
      const due = followsCalendar(schedule)
        ? await dueByCalendar(jobs, unit, schedule)
        : dueSlots(schedule, schedule.settledUntil, ctx.now, lookBack);
      const treated = due.map((slotAt, i) => {
        const lateMin = minutesBetween(slotAt, ctx.now);
        return { slotAt, treatment: treatmentOf(schedule, { slotAt, lateMin, newer: i + 1 < due.length }) };
      });
      const [first] = treated;
      if (!first) return false;
      if (first.treatment === 'run') {
        running.slotAt = first.slotAt;
        await runSlot(unit, schedule, first.slotAt);
        return true;
      }
      const upToRun = treated.findIndex(({ treatment }) => treatment === 'run');
      const left = (upToRun < 0 ? treated : treated.slice(0, upToRun)).flatMap(({ slotAt, treatment }) =>
        treatment === 'run' ? [] : [{ slotAt, state: treatment, attempts: 0 }],
      );
      await insertSlots(unit.tx, schedule.id, left, unit);
      await settleUntil(unit.tx, schedule.id, left.at(-1)?.slotAt ?? schedule.settledUntil);
      return true;
    });
  } catch (error) {
    if (running.slotAt === null) throw error;
    await noteFailure(jobs, { scheduleId: known.id, slotAt: running.slotAt }, error);
    return true;
  }
}

function isClockQuiet(known: StoredSchedule, now: Date): boolean {
  return dueSlots(known, known.settledUntil, now, 1).length === 0;
}

/**
 * The due slots of a schedule that follows calendars, as these are now: a moment that is not in them any more is not due, and
 * one that somebody puts into the past long after is not made up for.
 */
async function dueByCalendar(
  jobs: JobGround,
  unit: MutationContext,
  schedule: StoredSchedule,
): Promise<readonly Date[]> {
  const { id, owner, settledUntil } = schedule;
  const ahead = new Date(unit.now.getTime() + readsAnewMs);
  const slots = await slotsBetween(unit, schedule, { after: settledUntil, until: ahead, limit: lookBack });
  if (slots === null) await reportTrouble(unit, { about: 'schedule', scheduleId: id }, owner);
  const due = slots?.filter((at) => at <= unit.now) ?? [];
  if (due.length > 0) return due;
  noteQuiet(jobs, schedule, { from: unit.now, until: slots?.[0] ?? ahead });
  if (slots !== null && minutesBetween(settledUntil, unit.now) >= settlesAfterMin)
    await settleUntil(unit.tx, id, unit.now);
  return [];
}

/** Reports a schedule that no version of ours can read, once; the others go on. */
async function reportBroken(jobs: JobGround, { id, owner }: StoredSchedule): Promise<void> {
  await inUnit(systemContext(jobs, 'the schedule'), {}, async (unit) => {
    await reportTrouble(unit, { about: 'schedule', scheduleId: id }, owner);
  });
}
