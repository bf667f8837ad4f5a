import { z } from 'zod';
import { isPausedAt } from '../../../core/declare/catch-up.ts';
import { slotsAfter, slotsBetween } from '../../../core/declare/slots/moments.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { combined, type Effects } from '../../../core/runtime/effects.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { demandKeeper, demandKept } from '../digest/demand-digest.ts';
import { draftShape } from '../digest/draft-model.ts';
import type { Digest } from '../digest/model.ts';
import { changeSchedule, insertSlots, lockSchedule, settleUntil, updateDigest } from '../digest/store.ts';
import { startEdition } from '../edition/start.ts';
import { haveDigests } from '../permissions.ts';
import { checked, scheduleOf, timingOf } from './checked.ts';

/**
 * Changes a digest. What was due by its old times until now is posted as it was to be; from here on its new times hold, none of
 * which lies in the past.
 */
export const editDigest = mutation({
  name: 'digests.edit',
  permission: haveDigests,
  input: draftShape.extend({ id: z.uuid() }),
  async run(ctx, { id, ...wish }) {
    const draft = checked(ctx, wish);
    const before = await demandKept(ctx, ctx.tx, id);
    await demandKeeper(ctx, ctx.tx, draft.place);
    const timing = await timingOf(ctx, draft.when);
    const started = await settleOldTimes(ctx, before);
    const { paused, pausedUntil, owner } = before.schedule;
    const schedule = { ...scheduleOf({ id, owner }, timing, draft), paused, pausedUntil };
    await changeSchedule(ctx.tx, schedule);
    const { name, period, sections, kpis, skipIfEmpty, tolerance } = draft;
    const settings = { name, period, sections, kpis, skipIfEmpty, tolerance };
    await updateDigest(ctx.tx, id, settings);
    const digest: Digest = { ...before, ...settings, schedule };
    return {
      ...combined(started, {
        changes: [{ subject: { kind: 'digest', id }, before: said(before), after: said(digest) }],
      }),
      result: { digest, next: await slotsAfter(ctx, schedule, ctx.now, 3) },
    };
  },
});

/** The newest moment of its old times that nobody has seen to yet is posted, and those before it are superseded. */
async function settleOldTimes(ctx: MutationContext, digest: Digest): Promise<Effects> {
  const stored = await lockSchedule(ctx.tx, digest.id);
  if (!stored) return { changes: [] };
  const span = { after: stored.settledUntil, until: ctx.now, limit: 500 };
  const due = (await slotsBetween(ctx, stored, span)) ?? [];
  const last = due.at(-1);
  const isOff = last !== undefined && isPausedAt(stored, last);
  const older = due.slice(0, -1).map((slotAt) => ({ slotAt, state: 'superseded', attempts: 0 }) as const);
  const slots = [
    ...older,
    ...(last
      ? [{ slotAt: last, state: isOff ? ('paused' as const) : ('started' as const), attempts: 1 }]
      : []),
  ];
  const taken = await insertSlots(ctx.tx, digest.id, slots, ctx);
  await settleUntil(ctx.tx, digest.id, ctx.now);
  const isOurs = last && !isOff && taken.some((at) => at.getTime() === last.getTime());
  return isOurs ? await startEdition(ctx, digest, { slotAt: last, askedBy: null }) : { changes: [] };
}

function said({ name, period, sections, kpis, skipIfEmpty, tolerance, schedule }: Digest) {
  const { place, cron, timeZone, catchUp } = schedule;
  return { name, place, cron, timeZone, catchUp, period, sections, kpis, skipIfEmpty, tolerance };
}
