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
import { bareNumber, numbersNear } from './slips.ts';
import { shipmentHits, shipmentsAmong, shipmentsNumbered, shipmentsPartlyNumbered } from './store.ts';

const longestText = 100;
/** Fewer characters begin or end too many numbers. */
const shortestPart = 6;
const gone = 'That shipment is no longer here.';

/**
 * Shipments by a tracking number that they have or had, the latest of each; else by an order that they are said to bring; else
 * by the beginning or end of a number. One more than is shown.
 */
export const findShipments = query({
  name: 'shipments.find',
  permission: readShipments,
  input: z.object({ text: z.string() }),
  async run({ scope }, { text }): Promise<readonly ShipmentMatch[]> {
    const numbered = await numberedSo(scope, text);
    const named = numbered.length > 0 ? numbered : await sayingOrder(scope, text);
    const found = named.length > 0 ? named : await partlyNumberedSo(scope, text);
    return found.map((one) => ({ ...one, exact: named.length > 0 }));
  },
});

async function numberedSo(scope: Scope, text: string): Promise<readonly ShipmentHit[]> {
  const key = codeKey(text);
  if (key === '' || key.length > longestText) return [];
  // Carriers print spaces and dashes into their numbers, and people copy them.
  const keys = new Set([key, key.replaceAll(' ', ''), bareNumber(key)].filter((one) => one !== ''));
  return await shipmentsNumbered(scope, [...keys], mostFound + 1);
}

/** Those that are said to bring an order of this number which nobody knows yet. */
async function sayingOrder(scope: Scope, text: string): Promise<readonly ShipmentHit[]> {
  const keys = await numbersNaming(scope, text, null);
  return keys.length > 0 ? await shipmentsNumbered(scope, keys, mostFound + 1) : [];
}

/** Those whose number is a slip away: only to be asked about. */
async function nearlyNumberedSo(scope: Scope, text: string): Promise<readonly ShipmentHit[]> {
  const near = numbersNear(codeKey(text));
  return near.length > 0 ? await shipmentsAmong(scope, near, mostFound + 1) : [];
}

async function partlyNumberedSo(scope: Scope, text: string): Promise<readonly ShipmentHit[]> {
  const key = codeKey(text);
  const part = key.replaceAll(' ', '');
  if (part.length < shortestPart || key.length > longestText) return [];
  // A number that is told with spaces keeps them.
  return await shipmentsPartlyNumbered(scope, [...new Set([key, part])], mostFound + 1);
}

/**
 * The one shipment that a text means, or those that it may mean: by its number, else those of an order, else by a part of it;
 * else those that are a slip away.
 */
export const lookUpShipment = query({
  name: 'shipments.look-up',
  permission: readShipments,
  input: z.object({ text: z.string().min(1) }),
  async run(ctx, { text }): Promise<{ readonly one: string } | ShipmentSearch> {
    const { all, ...meant } = await meantBy(ctx, text);
    const [only] = all;
    if (only && all.length === 1 && meant.by !== 'slip') return { one: only.id };
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
      const { all, by } = await meantBy(ctx, text);
      const [only] = all;
      const isOne = only && all.length === 1 && by !== 'slip';
      asked.push({
        asked: text,
        shipment: isOne ? await readShipment(ctx, only.id) : null,
        fits: by === 'slip' ? 0 : all.length,
        near: by === 'slip' ? all.map(({ tracking }) => tracking) : [],
      });
    }
    return asked;
  },
});

async function meantBy(
  ctx: QueryContext,
  text: string,
): Promise<Pick<ShipmentSearch, 'order' | 'by'> & { readonly all: readonly ShipmentHit[] }> {
  const { scope } = ctx;
  const numbered = await numberedSo(scope, text);
  if (numbered.length > 0) return { all: numbered, order: null, by: 'number' };
  const [found] = await findOrders.call(ctx, { text });
  if (found?.exact) {
    const tracking = await trackingOfOrders(scope, [found.id]);
    const keys = [...tracking, ...(await numbersNaming(scope, found.number, found.id))];
    const all = keys.length > 0 ? await shipmentsNumbered(scope, keys, mostFound + 1) : [];
    return { all, order: { id: found.id, number: found.number, tracking }, by: 'order' };
  }
  const saying = await sayingOrder(scope, text);
  if (saying.length > 0) return { all: saying, order: null, by: 'order' };
  const partly = await partlyNumberedSo(scope, text);
  if (partly.length > 0) return { all: partly, order: null, by: 'part' };
  return { all: await nearlyNumberedSo(scope, text), order: null, by: 'slip' };
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
