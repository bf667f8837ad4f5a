import { z } from 'zod';
import { mostFound } from '../../../core/declare/finder.ts';
import type { QueryContext } from '../../../core/runtime/context.ts';
import type { Scope } from '../../../core/runtime/database.ts';
import { query } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { mostAsked } from '../../../core/text/asked.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { freshnessOf } from '../../feeds/index.ts';
import { findOrders, trackingOfOrders } from '../../orders/index.ts';
import { readShipments } from '../permissions.ts';
import type { AskedShipment, ShipmentHit, ShipmentMatch, ShipmentSearch } from './model.ts';
import { numbersNaming } from './naming.ts';
import { readShipment } from './read.ts';
import { shipmentHits, shipmentsNumbered, shipmentsPartlyNumbered } from './store.ts';

const longestText = 100;
/** Fewer characters begin or end too many numbers. */
const shortestPart = 6;
const gone = 'That shipment is no longer here.';

/**
 * Shipments by a tracking number that they have or had, the latest of each; else by its beginning or end. One more than is
 * shown.
 */
export const findShipments = query({
  name: 'shipments.find',
  permission: readShipments,
  input: z.object({ text: z.string() }),
  async run({ scope }, { text }): Promise<readonly ShipmentMatch[]> {
    const numbered = await numberedSo(scope, text);
    const found = numbered.length > 0 ? numbered : await partlyNumberedSo(scope, text);
    return found.map((one) => ({ ...one, exact: numbered.length > 0 }));
  },
});

async function numberedSo(scope: Scope, text: string): Promise<readonly ShipmentHit[]> {
  const key = codeKey(text);
  if (key === '' || key.length > longestText) return [];
  // Carriers print spaces into their numbers, and people copy them.
  return await shipmentsNumbered(scope, [...new Set([key, key.replaceAll(' ', '')])], mostFound + 1);
}

async function partlyNumberedSo(scope: Scope, text: string): Promise<readonly ShipmentHit[]> {
  const key = codeKey(text);
  const part = key.replaceAll(' ', '');
  if (part.length < shortestPart || key.length > longestText) return [];
  // A number that is told with spaces keeps them.
  return await shipmentsPartlyNumbered(scope, [...new Set([key, part])], mostFound + 1);
}

/** The one shipment that a text means, or those that it may mean: by its number, else those of an order, else by a part of it. */
export const lookUpShipment = query({
  name: 'shipments.look-up',
  permission: readShipments,
  input: z.object({ text: z.string().min(1) }),
  async run(ctx, { text }): Promise<{ readonly one: string } | ShipmentSearch> {
    const { all, ...meant } = await meantBy(ctx, text);
    const [only] = all;
    if (only && all.length === 1) return { one: only.id };
    return {
      asked: text,
      found: all.slice(0, mostFound),
      more: all.length > mostFound,
      ...meant,
      heard: await freshnessOf(ctx.scope, 'shipments'),
    };
  },
});

/** What each of several numbers of parcels or orders means, in their order. */
export const lookUpShipments = query({
  name: 'shipments.look-up-several',
  permission: readShipments,
  input: z.object({ texts: z.array(z.string().min(1)).max(mostAsked) }),
  async run(ctx, { texts }): Promise<readonly AskedShipment[]> {
    const asked: AskedShipment[] = [];
    // One after the other: ten at once would take every connection.
    for (const text of texts) {
      const { all } = await meantBy(ctx, text);
      const [only] = all;
      const shipment = only && all.length === 1 ? await readShipment(ctx, only.id) : null;
      asked.push({ asked: text, shipment, fits: all.length });
    }
    return asked;
  },
});

/** `isPart`: no number is so, and these begin or end so. */
async function meantBy(
  ctx: QueryContext,
  text: string,
): Promise<Pick<ShipmentSearch, 'order' | 'isPart'> & { readonly all: readonly ShipmentHit[] }> {
  const numbered = await numberedSo(ctx.scope, text);
  if (numbered.length > 0) return { all: numbered, order: null, isPart: false };
  const [found] = await findOrders.call(ctx, { text });
  if (!found?.exact) return { all: await partlyNumberedSo(ctx.scope, text), order: null, isPart: true };
  const tracking = await trackingOfOrders(ctx.scope, [found.id]);
  const keys = [...tracking, ...(await numbersNaming(ctx.scope, found))];
  const all = keys.length > 0 ? await shipmentsNumbered(ctx.scope, keys, mostFound + 1) : [];
  return { all, order: { id: found.id, number: found.number, tracking }, isPart: false };
}

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
