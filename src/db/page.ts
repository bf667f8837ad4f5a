import type { Place } from '../core/tokens/page.ts';
import { Prisma } from './generated/client.ts';

/** What a list is sorted by: a rank, the first 0, and among equals a number, the newest first. */
export interface ListOrder {
  readonly rank: Prisma.Sql;
  readonly number: Prisma.Sql;
}

/** A condition: only what comes after this place. */
export function comesAfter(after: Place | null, { rank, number }: ListOrder): Prisma.Sql {
  const [afterRank = null, afterNumber = null] = after ?? [];
  return Prisma.sql`(${afterRank}::int IS NULL OR (${rank}, -${number}) > (${afterRank}::int, -${afterNumber}::int))`;
}

export function inListOrder({ rank, number }: ListOrder): Prisma.Sql {
  return Prisma.sql`ORDER BY ${rank}, ${number} DESC`;
}
