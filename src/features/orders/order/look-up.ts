import { z } from 'zod';
import { mostFound } from '../../../core/declare/finder.ts';
import type { QueryContext } from '../../../core/runtime/context.ts';
import type { Scope } from '../../../core/runtime/database.ts';
import { query } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { codeKey, numberKey } from '../../../core/text/code-key.ts';
import { freshnessOf } from '../../feeds/index.ts';
import { locations } from '../../locations/index.ts';
import { colleagues } from '../../people/index.ts';
import { askedOf } from '../acting/read.ts';
import { readOrders } from '../permissions.ts';
import { missedTruck } from './missed-truck.ts';
import type {
  OrderCard,
  OrderHeader,
  OrderHistory,
  OrderHit,
  OrderMatch,
  OrderParts,
  OrderSearch,
} from './model.ts';
import { linesAfter, lineTotals, milestonesTold, openBeside, partsOf } from './part-store.ts';
import {
  orderHeader,
  orderStages,
  ordersBeginning,
  ordersNumbered,
  ordersOfCustomer,
  ordersTracked,
} from './store.ts';

const shownLines = 10;
const shownOthers = 5;
/** More than anybody reads of one order. */
const mostMilestones = 500;
const shownNear = 3;
/** Fewer characters begin half of all numbers. */
const shortestBeginning = 3;
const longestText = 100;
const gone = 'That order is no longer here.';

/**
 * Orders by their number, the tracking number of a parcel, or what the channel calls the customer, all of them exactly;
 * else by the beginning of a number. One more than is shown.
 */
export const findOrders = query({
  name: 'orders.find',
  permission: readOrders,
  input: z.object({ text: z.string() }),
  async run({ scope }, { text }): Promise<readonly OrderMatch[]> {
    const key = numberKey(text);
    if (key === '' || key.length > longestText) return [];
    const typed = text.trim();
    const limit = mostFound + 1;
    // An order that kept the key of an earlier release, because another has this one, is found by its own spelling.
    const [numbered, tracked, ofCustomer] = await Promise.all([
      ordersNumbered(scope, [...new Set([key, typed.toUpperCase()])], limit),
      // Carriers print spaces into their numbers, and people copy them.
      ordersTracked(scope, [...new Set([codeKey(text), codeKey(text).replaceAll(' ', '')])], limit),
      ordersOfCustomer(scope, [...new Set([typed, codeKey(text)])], limit),
    ]);
    const exact = unique([
      ...numbered.map(matches('number')),
      ...tracked.map(matches('tracking number')),
      ...ofCustomer.map(matches("customer's reference")),
    ]);
    if (exact.length > 0) return exact.slice(0, limit);
    const beginning = key.length < shortestBeginning ? [] : await ordersBeginning(scope, key, limit);
    return beginning.map(matches('beginning of its number'));
  },
});

function matches(by: OrderMatch['by']) {
  return (hit: OrderHit): OrderMatch => ({ ...hit, by, exact: by !== 'beginning of its number' });
}

function unique(found: readonly OrderMatch[]): readonly OrderMatch[] {
  return [...new Map(found.toReversed().map((one) => [one.id, one])).values()].toReversed();
}

/** The one order that a text means, or those that it may mean. */
export const lookUpOrder = query({
  name: 'orders.look-up',
  permission: readOrders,
  input: z.object({ text: z.string().min(1) }),
  async run(ctx, { text }): Promise<{ readonly one: string } | OrderSearch> {
    const all = await findOrders.call(ctx, { text });
    const [only] = all;
    if (only && all.length === 1) return { one: only.id };
    const found = all.slice(0, mostFound);
    const [near, heard] = await Promise.all([
      only ? [] : nearest(ctx.scope, numberKey(text)),
      freshnessOf(ctx.scope, 'orders'),
    ]);
    return { asked: text, found, more: all.length > mostFound, near, heard };
  },
});

/** Orders whose number begins like it: its last characters are mistyped most. */
async function nearest(scope: Scope, key: string): Promise<readonly OrderHit[]> {
  if (key.length > longestText) return [];
  for (const cut of [1, 2]) {
    const beginning = key.slice(0, -cut);
    if (beginning.length < shortestBeginning) return [];
    const near = await ordersBeginning(scope, beginning, shownNear);
    if (near.length > 0) return near;
  }
  return [];
}

/** Null: there is no such order. */
export const getOrder = query({
  name: 'orders.get',
  permission: readOrders,
  input: z.object({ id: z.uuid() }),
  run: async (ctx, { id }): Promise<OrderCard | null> => await readOrder(ctx, id),
});

export async function readOrder(
  ctx: Pick<QueryContext, 'scope' | 'workspace'>,
  id: string,
): Promise<OrderCard | null> {
  const { scope } = ctx;
  const order = await orderHeader(scope, id);
  if (!order) return null;
  // One after the other: in a transaction they share its connection.
  const lines = await linesAfter(scope, id, -1, shownLines);
  const totals = await lineTotals(scope, id);
  const parts = await partsBy(scope, id);
  const others = await openBeside(scope, order, shownOthers);
  const heard = await freshnessOf(scope, 'orders');
  const places = await locations(scope);
  const location = places.find((one) => one.id === order.locationId) ?? null;
  const own = heard.find(({ source }) => source === order.channel) ?? null;
  const asked = await askedOf(scope, id);
  const missedTruckAt = await missedTruck(ctx, order, location?.code ?? null);
  return { ...order, ...parts, lines, totals, location, others, heard: own, asked, missedTruckAt };
}

/** Its parts, with names of ours in place of their ids: what is kept for ever names nobody. */
async function partsBy(scope: Scope, id: string): Promise<OrderParts> {
  const parts = await partsOf(scope, id);
  const said = [...parts.holds, ...parts.promises];
  if (!said.some(({ source, by }) => source === 'person' && by)) return parts;
  const people = new Map((await colleagues(scope)).map((one) => [one.id, one.name]));
  const nameOf = <Said extends { readonly source: string; readonly by: string | null }>(one: Said): Said =>
    one.source === 'person' ? { ...one, by: people.get(one.by ?? '') ?? null } : one;
  return { ...parts, holds: parts.holds.map(nameOf), promises: parts.promises.map(nameOf) };
}

/** Everything that happened to it. */
export const getHistory = query({
  name: 'orders.history',
  permission: readOrders,
  input: z.object({ id: z.uuid() }),
  async run({ scope }, { id }): Promise<OrderHistory> {
    const order = demandOrder(await orderHeader(scope, id));
    const parts = await partsBy(scope, id);
    const milestones = await milestonesTold(scope, id, mostMilestones);
    return { ...order, ...parts, milestones };
  },
});

/** Refuses where there is none any more. */
export function demandOrder<Order extends OrderHeader>(order: Order | null): Order {
  if (!order) throw new Refusal('not-found', gone, { next: 'Look it up again with `/order`.' });
  return order;
}

/** The stage of each of these orders; orders that no longer exist are left out. */
export const getStages = query({
  name: 'orders.stages',
  permission: readOrders,
  input: z.object({ ids: z.array(z.uuid()).max(100) }),
  run: async ({ scope }, { ids }) => await orderStages(scope, ids),
});
