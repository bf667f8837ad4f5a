import { Prisma } from '../../../db/generated/client.ts';

// Pieces of statements about shipments `s`: which are on their way, and which of them are late.

/** On its way to a customer, or between our places: what suppliers send has a list of its own. */
export const isOpen = Prisma.sql`s.ended_at IS NULL AND s.direction <> 'inbound'`;

/** What turned back will not come as promised, whenever, and what waits for its customer has come: neither is late. */
export const isAwaited = Prisma.sql`${isOpen} AND s.status NOT IN ('return_to_sender', 'ready_for_pickup')`;

/** A day is kept before it has passed, a moment until it. */
export function isLate(now: Date): Prisma.Sql {
  return Prisma.sql`(s.promise_until <= ${now}::timestamptz AND (s.promise_until < ${now}::timestamptz OR s.promise_on IS NOT NULL))`;
}

/** Past its promise, or expected to be. */
export function isLateOrWillBe(now: Date): Prisma.Sql {
  return Prisma.sql`${isAwaited} AND s.promise_until IS NOT NULL AND (s.at_risk OR ${isLate(now)})`;
}
