import type { MutationContext } from '../../../core/runtime/context.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { bookMovements, knownSince } from '../../stock/index.ts';
import { type Bookable, type Booked, type Booking, type Place, placeKey } from './model.ts';
import { movementsOf } from './movements.ts';
import { bookable, wantedBookings } from './rules.ts';
import { bookedOf, dropBookings, insertBookings } from './store.ts';

/** An order before a change and after it; null: it is new. */
interface Changed {
  readonly before: Bookable | null;
  readonly after: Bookable;
}

/**
 * Books in the ledger what orders do to stock: the difference between what their rows ask for and what is booked. They are
 * held, and written. Orders without a location cost no statement.
 */
export async function book(ctx: MutationContext, orders: readonly Changed[]): Promise<void> {
  const { tx } = ctx;
  const all = orders
    .map(({ before, after }) => ({
      order: after.order,
      isNew: before === null,
      before,
      wanted: wantedBookings(after),
    }))
    .filter(({ before, wanted }) => wanted.length > 0 || (before && wantedBookings(before).length > 0));
  if (all.length === 0) return;
  const booked = byOrder(
    await bookedOf(
      tx,
      all.flatMap(({ order, isNew }) => (isNew ? [] : [order.id])),
    ),
  );
  const since = await knownSince(tx, placesOf(all.flatMap(({ wanted }) => wanted)));
  const gone: Booked[] = [];
  const fresh: Booked[] = [];
  const movements = all.flatMap(({ order: { id, number }, wanted }) => {
    const own = booked.get(id) ?? [];
    const due = bookable(wanted, since);
    const is = new Map(own.map((one) => [keyOf(one), one]));
    const shall = new Map(due.map((one) => [keyOf(one), one]));
    gone.push(...own.filter((one) => !isSame(one, shall.get(keyOf(one)))));
    fresh.push(...due.flatMap((one) => (isSame(one, is.get(keyOf(one))) ? [] : [{ ...one, orderId: id }])));
    return movementsOf(own, due).map(({ legs, ...one }) => ({
      ...one,
      legs: [...legs],
      reference: `order ${number}`,
    }));
  });
  await dropBookings(tx, gone);
  await insertBookings(tx, fresh);
  if (movements.length === 0) return;
  const { kind, id } = ctx.actor;
  await bookMovements.call(asSystem(ctx, 'orders'), { movements, by: { kind, id } });
}

const keyOf = ({ lineKey, what, part }: Booking) => JSON.stringify([lineKey, what, part]);

function isSame(a: Booking, b: Booking | undefined): boolean {
  return (
    b !== undefined &&
    a.skuId === b.skuId &&
    a.locationId === b.locationId &&
    a.quantity === b.quantity &&
    a.at.getTime() === b.at.getTime()
  );
}

/** Each place once. */
export function placesOf(some: readonly Place[]): readonly Place[] {
  return [
    ...new Map(
      some.map(({ skuId, locationId }) => [placeKey({ skuId, locationId }), { skuId, locationId }]),
    ).values(),
  ];
}

function byOrder(booked: readonly Booked[]): ReadonlyMap<string, readonly Booked[]> {
  const orders = new Map<string, Booked[]>();
  for (const one of booked) orders.set(one.orderId, [...(orders.get(one.orderId) ?? []), one]);
  return orders;
}
