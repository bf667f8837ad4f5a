import type { Place } from '../core/tokens/page.ts';
import { Prisma } from './generated/client.ts';

/** A list's sort order: by rank from 0, and within a rank by number, the newest first. */
export interface ListOrder {
  readonly rank: Prisma.Sql;
  readonly number: Prisma.Sql;
}

/** SQL condition for the rows after this place. */
export function comesAfter(after: Place | null, { rank, number }: ListOrder): Prisma.Sql {
  const [afterRank = null, afterNumber = null] = after ?? [];
  return Prisma.sql`(${afterRank}::int IS NULL OR (${rank}, -${number}) > (${afterRank}::int, -${afterNumber}::int))`;
}

/** By the expressions that `comesAfter` compares: an index of both serves either. */
export function inListOrder({ rank, number }: ListOrder): Prisma.Sql {
  return Prisma.sql`ORDER BY ${rank}, -${number}`;
}
