import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { correctedDays } from '../correcting/model.ts';
import { correctionsOf } from '../correcting/store.ts';
import { demandDigest, mayKeep, maySee } from '../digest/demand-digest.ts';
import { listDigests } from '../digest/store.ts';
import { comingSlots } from '../edition/get.ts';
import { seeDigests } from '../permissions.ts';
import type { History, Listed } from './model.ts';
import { extraEditions, lastSlots, slotsOf } from './store.ts';

export const getDigests = query({
  name: 'digests.list',
  permission: seeDigests,
  input: z.object({}),
  async run(ctx): Promise<readonly Listed[]> {
    const seen = (await listDigests(ctx.scope)).filter((one) => maySee(ctx.actor, one));
    const last = await lastSlots(
      ctx.scope,
      seen.map(({ id }) => id),
    );
    const listed: Listed[] = [];
    for (const digest of seen)
      listed.push({
        digest,
        next: await comingSlots(ctx, digest, ctx.now, 3),
        last: last.get(digest.id) ?? null,
        mayKeep: mayKeep(ctx.actor, digest),
      });
    return listed;
  },
});

/** More are not looked at. */
const mostOutcomes = 30;
const mostCorrections = 10;
/** What was posted before is not corrected for long. */
const correctionDays = 2 * correctedDays;

/** What became of its last moments, and what was posted by hand. */
export const getHistory = query({
  name: 'digests.history',
  permission: seeDigests,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<History> {
    const digest = await demandDigest(ctx, ctx.scope, id);
    return {
      digest,
      outcomes: await slotsOf(ctx.scope, id, mostOutcomes),
      corrections: await correctionsOf(ctx.scope, id, {
        since: new Date(ctx.now.getTime() - correctionDays * 86_400_000),
        limit: mostCorrections,
      }),
      extras: await extraEditions(ctx.scope, id, 5),
    };
  },
});

export const getDigest = query({
  name: 'digests.get',
  permission: seeDigests,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<Listed> {
    const digest = await demandDigest(ctx, ctx.scope, id);
    const last = await lastSlots(ctx.scope, [id]);
    return {
      digest,
      next: await comingSlots(ctx, digest, ctx.now, 3),
      last: last.get(id) ?? null,
      mayKeep: mayKeep(ctx.actor, digest),
    };
  },
});
