import { z } from 'zod';
import { mutation } from '../../../core/runtime/operation.ts';
import { renewApprovals } from '../../approvals/index.ts';
import type { Entry } from '../ledger/model.ts';
import { post } from '../ledger/post.ts';
import { bookMovementsPermission } from '../permissions.ts';
import { skuWatch } from '../watching/sku-watch.ts';

const movement = z.object({
  cause: z.enum(['allocation', 'release', 'shipment', 'return']),
  /** Such as "order 1042". */
  reference: z.string(),
  at: z.date(),
  legs: z.array(
    z.object({
      skuId: z.uuid(),
      locationId: z.uuid(),
      bucket: z.enum(['available', 'committed']),
      quantity: z.int(),
    }),
  ),
});

/**
 * Books what orders do to stock, in the caller's transaction. They may come late: what a statement has counted moves the
 * past alone. `by`: who told of the orders.
 */
export const bookMovements = mutation({
  name: 'stock.book-movements',
  permission: bookMovementsPermission,
  input: z.object({
    movements: z.array(movement),
    by: z.object({ kind: z.string(), id: z.string() }),
  }),
  async run(ctx, { movements, by }) {
    const entries = movements.map(({ at, ...one }): Entry => ({ ...one, note: null, by, occurredAt: at }));
    await post(ctx, entries, { makesKnown: false });
    const skuIds = [...new Set(movements.flatMap(({ legs }) => legs.map(({ skuId }) => skuId)))];
    return {
      result: null,
      // The ledger records every movement.
      changes: [],
      notifications: await skuWatch.follow(ctx, skuIds),
      due: await renewApprovals(ctx, skuIds),
    };
  },
});
