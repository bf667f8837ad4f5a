import { z } from 'zod';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation, query } from '../../../core/runtime/operation.ts';
import { openOrderIds, ordersNamed, unfoldedOrders } from '../keeping/order-store.ts';
import type { NamedOrder } from '../keeping/rows-model.ts';
import { refold } from '../keeping/tell.ts';
import { refoldPermission } from '../permissions.ts';

const atOnce = 500;

/** Folds a batch of open orders that no present fold has made: after an upgrade, or of the sample shop. Run by the system. */
export const refoldOrders = mutation({
  name: 'orders.refold',
  permission: refoldPermission,
  input: z.object({}),
  timeout: 60_000,
  async run(ctx) {
    const found = await unfoldedOrders(ctx.tx, atOnce);
    const { effects } = await folded(ctx, found);
    return { result: { isMore: found.length === atOnce }, ...effects };
  },
});

/** Folds these orders again: what they were made with may be another by now. Answers how many of them changed. */
export const refoldThese = mutation({
  name: 'orders.refold-these',
  permission: refoldPermission,
  input: z.object({ ids: z.array(z.uuid()).max(atOnce) }),
  timeout: 60_000,
  async run(ctx, { ids }) {
    const { changed, effects } = await folded(ctx, await ordersNamed(ctx.tx, [], ids));
    return { result: { changed }, ...effects };
  },
});

/** The ids of all orders still to be sent, in batches for `refoldThese`. */
export const listOpen = query({
  name: 'orders.list-open',
  permission: refoldPermission,
  input: z.object({}),
  async run({ scope }): Promise<readonly (readonly string[])[]> {
    const ids = await openOrderIds(scope);
    return Array.from({ length: Math.ceil(ids.length / atOnce) }, (_, n) =>
      ids.slice(n * atOnce, (n + 1) * atOnce),
    );
  },
});

async function folded(ctx: MutationContext, orders: readonly NamedOrder[]) {
  if (orders.length === 0) return { changed: 0, effects: { changes: [] } };
  const { changed, facts } = await refold(ctx, orders);
  const subject = { kind: 'workspace', id: ctx.workspace.id };
  const after = { folded: orders.length, changed: changed.length };
  // Every night nothing is another: that is no change.
  const changes = changed.length > 0 ? [{ subject, before: null, after }] : [];
  return { changed: changed.length, effects: { changes, facts } };
}
