import { countingOf, wholeSign } from '../fold/milestones.ts';
import { isHandedOver, isLive } from '../fold/pieces.ts';
import type { StoredLine } from '../rules.ts';
import { type Bookable, type Booking, bookingEffects, placeKey } from './model.ts';
import { goneOf, refundsOf } from './refund-rules.ts';

/**
 * What an order does to stock, if the ledger knew every shelf: a function of its rows alone. Its pieces are taken when it
 * was placed, each at the location of its parcel, else of the order; those without a location are nobody's.
 */
export function wantedBookings(rows: Bookable): readonly Booking[] {
  const { kind, test, draft, mergedInto } = rows.order;
  if (kind !== 'sale' || test || draft || mergedInto !== null || isNowhere(rows)) return [];
  return rows.lines.flatMap((line) => (isStocked(line) ? bookingsOf(rows, line) : []));
}

function isNowhere({ order, fulfilments, refunds }: Bookable): boolean {
  if (order.locationId !== null || fulfilments.some(({ locationId }) => locationId !== null)) return false;
  return !refunds.some(({ lines }) => lines.some(({ locationId }) => locationId !== null));
}

type StockedLine = StoredLine & { readonly skuId: string };

function isStocked(line: StoredLine): line is StockedLine {
  return line.skuId !== null && line.kind === 'goods' && line.requiresShipping;
}

/** Pieces that left together, or are at one location still. */
interface Lot {
  readonly part: string;
  readonly locationId: string | null;
  readonly quantity: number;
}

function bookingsOf(rows: Bookable, line: StockedLine): readonly Booking[] {
  const { placedAt, cancelledAt } = rows.order;
  const refunds = refundsOf(rows.refunds, line);
  const { gone, edited } = goneOf(line, refunds, cancelledAt);
  const left = leftLots(rows, line);
  const here = hereLots(rows, line, line.ordered - edited - line.shipped);
  const bookings: Booking[] = [];
  const add = (
    what: Booking['what'],
    part: string,
    locationId: string | null | undefined,
    quantity: number,
    at: Date,
  ) => {
    if (locationId && quantity > 0)
      bookings.push({ lineKey: line.lineKey, what, part, skuId: line.skuId, locationId, quantity, at });
  };
  for (const { locationId, quantity } of byLocation([...left, ...here]))
    add('allocate', locationId ?? '', locationId, quantity, placedAt);
  for (const { part, locationId, quantity, at } of left) add('ship', part, locationId, quantity, at);
  const stock = byLocation(here).map((lot) => ({ ...lot }));
  for (const { part, quantity, at, isRestocked } of gone) {
    let rest = quantity;
    for (const lot of stock) {
      const taken = Math.min(rest, lot.quantity);
      lot.quantity -= taken;
      rest -= taken;
      const own = [part, lot.locationId].filter((text) => text !== '').join(' ');
      add(isRestocked ? 'release' : 'lapse', own, lot.locationId, taken, at);
    }
  }
  for (const { part, returned, locationId, at } of refunds)
    add('return', part, locationId ?? left[0]?.locationId, returned, at);
  return bookings;
}

/** What left us: parcel by parcel, and what the order as a whole is said to have sent besides. */
function leftLots({ order, fulfilments, milestones }: Bookable, line: StockedLine) {
  const lots: (Lot & { readonly at: Date })[] = [];
  let rest = line.shipped;
  const wholeAt = () => {
    const counting = countingOf(milestones);
    const sign = (['handed_over', 'delivered', 'returned'] as const)
      .map((what) => wholeSign(counting, what)?.at)
      .find((at) => at !== undefined);
    return sign ?? order.handedOverAt ?? order.deliveredAt ?? order.returnedAt ?? order.placedAt;
  };
  for (const one of fulfilments) {
    const { source, externalId, locationId, handedOverAt, deliveredAt, returnedAt } = one;
    const quantity = isHandedOver(one) ? Math.min(rest, piecesOf(one, line)) : 0;
    if (quantity === 0) continue;
    rest -= quantity;
    const at = handedOverAt ?? deliveredAt ?? returnedAt ?? wholeAt();
    lots.push({
      part: `${source} ${externalId}`,
      locationId: locationId ?? order.locationId,
      quantity,
      at,
    });
  }
  if (rest > 0) lots.push({ part: '', locationId: order.locationId, quantity: rest, at: wholeAt() });
  return lots;
}

/** What has not left: first what is in no parcel, from which cancelled pieces are taken. */
function hereLots({ order, fulfilments }: Bookable, line: StockedLine, pieces: number): readonly Lot[] {
  const boxed: Lot[] = [];
  let rest = pieces;
  for (const one of fulfilments) {
    const quantity = isLive(one) && !isHandedOver(one) ? Math.min(rest, piecesOf(one, line)) : 0;
    if (quantity === 0) continue;
    rest -= quantity;
    boxed.push({ part: '', locationId: one.locationId ?? order.locationId, quantity });
  }
  return [{ part: '', locationId: order.locationId, quantity: rest }, ...boxed];
}

function piecesOf({ lines }: Bookable['fulfilments'][number], { lineKey }: StockedLine): number {
  return lines.find((line) => line.lineKey === lineKey)?.quantity ?? 0;
}

/** In the order in which they come first. */
function byLocation(lots: readonly Lot[]) {
  const sums = new Map<string | null, number>();
  for (const { locationId, quantity } of lots) sums.set(locationId, (sums.get(locationId) ?? 0) + quantity);
  return [...sums].map(([locationId, quantity]) => ({ locationId, quantity }));
}

/**
 * Those of them that the ledger can know. `since`: when the stock of each place was first known, by `placeKey`. What a line
 * did at a place until then is in its first number already: pieces that had left, or were given back, by then were never
 * taken. Those that it holds still were, so that they are committed.
 */
export function bookable(wanted: readonly Booking[], since: ReadonlyMap<string, Date>): readonly Booking[] {
  const counted = new Map<string, number>();
  const keyOf = (one: Booking) => `${placeKey(one)} ${one.lineKey}`;
  const isCounted = (one: Booking) => one.at.getTime() <= (since.get(placeKey(one))?.getTime() ?? 0);
  for (const one of wanted)
    if (one.what !== 'allocate' && isCounted(one)) {
      const pieces = -one.quantity * bookingEffects[one.what].committed;
      counted.set(keyOf(one), (counted.get(keyOf(one)) ?? 0) + pieces);
    }
  return wanted.flatMap((one) => {
    if (!since.has(placeKey(one))) return [];
    if (one.what !== 'allocate') return isCounted(one) ? [] : [one];
    const quantity = one.quantity - (counted.get(keyOf(one)) ?? 0);
    return quantity > 0 ? [{ ...one, quantity }] : [];
  });
}
