import { z } from 'zod';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { tellOrdersPermission } from '../permissions.ts';
import type { OrderPlan } from './plan.ts';
import { same } from './rows.ts';
import type { OrderRows } from './rows-model.ts';

/**
 * What orders say of their parcels is another: which orders they bring, what was promised, what they are worth, where they
 * leave and go. The parcels have these tracking numbers, by their keys, or name these orders, by the keys of their numbers.
 * Whoever follows parcels follows it. Its answer is what it was told.
 */
export const parcelsTold = mutation({
  name: 'orders.parcels-told',
  permission: tellOrdersPermission,
  input: z.object({ keys: z.array(z.string()), orders: z.array(z.string()) }),
  // Whoever told of the orders is in the log with what they said.
  run: async (_, told) => ({ result: told, changes: [] }),
});

/** Says of which parcels the plans make something else known. */
export async function tellOfParcels(ctx: MutationContext, plans: readonly OrderPlan[]): Promise<void> {
  const rows = plans
    .filter(({ before, after }) => !(before && same(saidOf(before), saidOf(after))))
    .flatMap(({ before, after }) => (before ? [before, after] : [after]));
  if (rows.length === 0) return;
  const keys = rows.flatMap(({ fulfilments }) =>
    fulfilments.flatMap(({ tracking }) => tracking.map(codeKey)),
  );
  const told = {
    keys: [...new Set(keys)],
    orders: [...new Set(rows.map(({ order }) => order.numberKey))],
  };
  await parcelsTold.call(asSystem({ ...ctx, scope: ctx.tx }, 'orders'), told);
}

/** As `ordersSent` reads it. */
function saidOf({ order, promises, fulfilments }: OrderRows) {
  return {
    number: order.number,
    currency: order.currency,
    valueMinor: order.valueMinor,
    placedAt: order.placedAt,
    shipBy: order.shipBy,
    locationId: order.locationId,
    shipCountry: order.shipCountry,
    shipRegion: order.shipRegion,
    shipArea: order.shipArea,
    promises: promises.map(({ kind, on, until }) => ({ kind, on, until })),
    parcels: fulfilments.map(({ tracking, locationId }) => ({ tracking, locationId })),
  };
}
