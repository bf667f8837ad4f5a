import { z } from 'zod';
import { does } from '../../../core/declare/job.ts';
import type { ScheduleKind } from '../../../core/declare/schedule.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { defineJob } from '../../../core/tokens/job.ts';
import { knownSince } from '../../stock/index.ts';
import { book, placesOf } from '../booking/book.ts';
import { placeKey } from '../booking/model.ts';
import { unbookedLines } from '../booking/store.ts';
import { refoldPermission } from '../permissions.ts';
import { unfoldedOrders } from './order-store.ts';
import { refold } from './tell.ts';

const atOnce = 500;

/** Folds a batch of open orders that no present fold has made: after an upgrade, or of the sample shop. Run by the system. */
export const refoldOrders = mutation({
  name: 'orders.refold',
  permission: refoldPermission,
  input: z.object({}),
  timeout: 60_000,
  async run(ctx) {
    const found = await unfoldedOrders(ctx.tx, atOnce);
    if (found.length === 0) return { result: { isMore: false }, changes: [] };
    const { plans, changed, facts } = await refold(ctx, found);
    await book(ctx, plans);
    const subject = { kind: 'workspace', id: ctx.workspace.id };
    const after = { folded: found.length, changed: changed.length };
    return {
      result: { isMore: found.length === atOnce },
      changes: [{ subject, before: null, after }],
      facts,
    };
  },
});

/**
 * Books the open orders whose shelves have come to be known since they were told, as when the first levels of a location
 * come after its orders. A step of a walk over all open lines, which ends with null. Run by the system.
 */
export const bookOpenOrders = mutation({
  name: 'orders.book-open',
  permission: refoldPermission,
  input: z.object({ after: z.object({ skuId: z.uuid(), orderId: z.uuid() }).nullable() }),
  timeout: 60_000,
  async run(ctx, { after }) {
    const { found, last } = await unbookedLines(ctx.tx, after, atOnce);
    const known = await knownSince(ctx.tx, placesOf(found));
    const orders = new Map(
      found.flatMap(({ orderId: id, channel, numberKey, ...place }) =>
        known.has(placeKey(place)) ? [[id, { id, channel, numberKey }] as const] : [],
      ),
    );
    if (orders.size === 0) return { result: last, changes: [] };
    const { plans, facts } = await refold(ctx, [...orders.values()]);
    await book(ctx, plans);
    const subject = { kind: 'workspace', id: ctx.workspace.id };
    return { result: last, changes: [{ subject, before: null, after: { booked: orders.size } }], facts };
  },
});

const refolding = defineJob({
  id: 'orders.refold',
  data: z.object({}),
  retries: 3,
  expireAfterMin: 60,
  keepDays: 7,
});

export const refoldJob = does(refolding, async (ctx) => {
  while ((await refoldOrders.call(ctx, {})).isMore);
  let after: Awaited<ReturnType<typeof bookOpenOrders.call>> = null;
  do after = await bookOpenOrders.call(ctx, { after });
  while (after);
});

/** Indexes say that there is nothing, nearly always. */
export const refolds: ScheduleKind = {
  id: 'orders.refold',
  title: 'Folding stored orders again',
  builtIn: { cron: '25 * * * *' },
  run: async () => ({ state: 'done', changes: [], jobs: [refolding.with({})] }),
};
