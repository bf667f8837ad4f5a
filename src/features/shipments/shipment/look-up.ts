import { z } from 'zod';
import { mostFound } from '../../../core/declare/finder.ts';
import { query } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { freshnessOf } from '../../feeds/index.ts';
import { findOrders, trackingOfOrders } from '../../orders/index.ts';
import { readShipments } from '../permissions.ts';
import type { ShipmentHit, ShipmentSearch } from './model.ts';
import { numbersNaming } from './naming.ts';
import { readShipment } from './read.ts';
import { shipmentHits, shipmentsNumbered } from './store.ts';

const longestText = 100;
const gone = 'That shipment is no longer here.';

/** Shipments by a tracking number that they have or had, the latest of each; one more than is shown. */
export const findShipments = query({
  name: 'shipments.find',
  permission: readShipments,
  input: z.object({ text: z.string() }),
  async run({ scope }, { text }): Promise<readonly ShipmentHit[]> {
    const key = codeKey(text);
    if (key === '' || key.length > longestText) return [];
    // Carriers print spaces into their numbers, and people copy them.
    return await shipmentsNumbered(scope, [...new Set([key, key.replaceAll(' ', '')])], mostFound + 1);
  },
});

/** The one shipment that a text means, or those that it may mean: by its number, else those of an order. */
export const lookUpShipment = query({
  name: 'shipments.look-up',
  permission: readShipments,
  input: z.object({ text: z.string().min(1) }),
  async run(ctx, { text }): Promise<{ readonly one: string } | ShipmentSearch> {
    const numbered = await findShipments.call(ctx, { text });
    const [order] = numbered.length > 0 ? [] : await findOrders.call(ctx, { text });
    const isMeant = order?.exact === true;
    const tracking = isMeant ? await trackingOfOrders(ctx.scope, [order.id]) : [];
    const keys = isMeant ? [...tracking, ...(await numbersNaming(ctx.scope, order))] : [];
    const all = keys.length > 0 ? await shipmentsNumbered(ctx.scope, keys, mostFound + 1) : numbered;
    const [only] = all;
    if (only && all.length === 1) return { one: only.id };
    return {
      asked: text,
      found: all.slice(0, mostFound),
      more: all.length > mostFound,
      order: isMeant ? { id: order.id, number: order.number, tracking } : null,
      heard: await freshnessOf(ctx.scope, 'shipments'),
    };
  },
});

/** Null: there is no such shipment. */
export const getShipment = query({
  name: 'shipments.get',
  permission: readShipments,
  input: z.object({ id: z.uuid() }),
  run: async (ctx, { id }) => await readShipment(ctx, id),
});

/** Where each of these shipments stands; those that no longer exist are left out. */
export const getStandings = query({
  name: 'shipments.standings',
  permission: readShipments,
  input: z.object({ ids: z.array(z.uuid()).max(100) }),
  run: async ({ scope }, { ids }) => await shipmentHits(scope, ids),
});

/** Refuses where there is none any more. */
export function demandShipment<Shipment>(shipment: Shipment | null): Shipment {
  if (!shipment) throw new Refusal('not-found', gone, { next: 'Look it up again with `/shipment`.' });
  return shipment;
}
