import { codeKey } from '../../../core/text/code-key.ts';
import type { OrderSaid } from '../telling/model.ts';
import { reuseMs } from './lives.ts';
import type { FoldedArrival } from './model.ts';
import { orderMeant } from './named-rules.ts';
import type { ParcelOrder, Promised } from './order-model.ts';

interface Lived {
  readonly numbers: readonly string[];
  readonly endedAt: Date | null;
  /** The orders that it is said to bring. */
  readonly said: readonly OrderSaid[];
}

/**
 * The orders of each of the parcels that had a number after each other: an order is the one's that names it; else the first's
 * that had one of its numbers and had not ended when it was placed, else the last one's, unless its number was free again by
 * then. The latest order first.
 */
export function ordersOfLives(
  lives: readonly Lived[],
  orders: readonly ParcelOrder[],
): readonly (readonly ParcelOrder[])[] {
  const keys = lives.map(({ numbers }) => numbers.map(codeKey));
  const own: ParcelOrder[][] = lives.map(() => []);
  const named = lives.map(({ said }) => new Set(said.map((one) => orderMeant(one, orders))));
  for (const order of latestFirst(orders)) {
    const naming = own.filter((_, n) => named[n]?.has(order));
    for (const one of naming) one.push(order);
    if (naming.length > 0) continue;
    const having = lives.flatMap((_, n) => (order.keys.some((key) => keys[n]?.includes(key)) ? [n] : []));
    const open = having.find((n) => !(lives[n]?.endedAt && lives[n].endedAt < order.placedAt));
    const last = having.at(-1) ?? -1;
    if (open !== undefined || !isFree(lives[last], order.placedAt)) own[open ?? last]?.push(order);
  }
  return own;
}

/** Nothing was scanned yet of the parcel that the order has under this number. */
function isFree(life: Lived | undefined, placedAt: Date): boolean {
  return life?.endedAt != null && placedAt.getTime() - life.endedAt.getTime() >= reuseMs;
}

function latestFirst(orders: readonly ParcelOrder[]): readonly ParcelOrder[] {
  return orders.toSorted(
    (a, b) => b.placedAt.getTime() - a.placedAt.getTime() || (nameOf(a) < nameOf(b) ? -1 : 1),
  );
}

function nameOf({ number, channel }: ParcelOrder): string {
  return `${number}\n${channel}`;
}

/**
 * What was promised, the original first: what the customer was told counts before what the carrier guarantees. Of several
 * orders in one parcel that one counts which must be there first.
 */
export function promisedOf(
  orders: readonly ParcelOrder[],
  guaranteed: readonly FoldedArrival[],
): readonly Promised[] {
  const told = orders
    .filter(({ promises }) => promises.length > 0)
    .toSorted((a, b) => lastUntil(a) - lastUntil(b))[0];
  if (told) return told.promises.map(({ on, until }) => ({ on, until, by: 'order' }));
  return guaranteed.map(({ arrival, until }) => ({
    on: arrival.kind === 'date' ? arrival.on : null,
    until,
    by: 'carrier',
  }));
}

function lastUntil({ promises }: ParcelOrder): number {
  return promises.at(-1)?.until.getTime() ?? Infinity;
}

/** A day is kept before it has passed, a moment until it. */
export function isKept({ on, until }: Pick<Promised, 'on' | 'until'>, moment: Date): boolean {
  return on === null ? moment <= until : moment < until;
}
