import { z } from 'zod';
import { type FailureNotes, sameTroubleMs } from '../../../core/runtime/failures.ts';
import { mutation, query } from '../../../core/runtime/operation.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { keepBot } from '../permissions.ts';
import { listBroken, markBroken, markWorking } from './parts-store.ts';
import { reportTrouble } from './report.ts';

/** Records that a feature's part of a shared page or message cannot be read, and tells the admins if it is news. */
export const noteBroken = mutation({
  name: 'jobs.note-broken-part',
  permission: keepBot,
  input: z.object({ part: z.string(), reference: z.string(), error: z.string() }),
  async run(ctx, failure) {
    const { now } = ctx;
    const quietSince = new Date(now.getTime() - sameTroubleMs);
    const since = await markBroken(ctx.tx, { ...failure, now, quietSince });
    if (since.getTime() !== now.getTime()) return { result: null, changes: [] };
    const { part, reference } = failure;
    await reportTrouble(ctx, { about: 'part', since, part }, null);
    return {
      result: null,
      changes: [{ subject: { kind: 'part', id: part }, before: null, after: { reference } }],
    };
  },
});

/** Records that the part works again. */
export const noteWorking = mutation({
  name: 'jobs.note-working-part',
  permission: keepBot,
  input: z.object({ part: z.string() }),
  async run(ctx, { part }) {
    const repaired = await markWorking(ctx.tx, part, ctx.now);
    const subject = { kind: 'part', id: part };
    return {
      result: null,
      changes: repaired ? [{ subject, before: { works: false }, after: { works: true } }] : [],
    };
  },
});

/** All broken parts, as recorded by any process. */
export const getBroken = query({
  name: 'jobs.broken-parts',
  permission: keepBot,
  input: z.object({}),
  run: async (ctx) => await listBroken(ctx.scope),
});

const us = 'the bot itself';

export const failureNotes: FailureNotes = {
  broken: async (ctx) => await getBroken.call(asSystem(ctx, us), {}),
  async note(ctx, failure) {
    await noteBroken.call(asSystem(ctx, us), failure);
  },
  async over(ctx, part) {
    await noteWorking.call(asSystem(ctx, us), { part });
  },
};
