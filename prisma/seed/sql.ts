import type { Tx } from '../../src/core/runtime/database.ts';
import { Prisma } from '../../src/db/generated/client.ts';
import { writes } from '../../src/db/scope.ts';

/** A whole number from 0 to n - 1, derived from the key alone: the same on every machine and in every run. */
export function roll(key: Prisma.Sql, n: number): Prisma.Sql {
  return Prisma.sql`(('x' || substr(md5(${key}), 1, 7))::bit(28)::int % ${n}::int)`;
}

/** An id derived from the workspace and a natural key: a uuid of version 8, whose bits are free for us. */
export function idOf(workspaceId: string, key: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`overlay(overlay(md5(${workspaceId}::text || ':' || ${key}) placing '8' from 13) placing '8' from 17)::uuid`;
}

const numbered = (what: string) => Prisma.sql`${what}::text || number`;

/** How many of a hundred of each location are slow, so that they come after their promise. */
const slow = Prisma.sql`CASE location WHEN 'NYC' THEN 6 WHEN 'HAM' THEN 4 WHEN 'ROT' THEN 2 ELSE 1 END`;
const isSlow = Prisma.sql`${roll(numbered('slow'), 100)} < ${slow}`;

/** How an order goes once it has left, by the columns `number` and `location`. */
export const wayOf = {
  /** One of a thousand: below 30 it is cancelled, two get lost, and two come back. */
  fate: roll(numbered('fate'), 1000),
  isSlow,
  /** From the hand-over to the customer. */
  hours: Prisma.sql`20 + ${roll(numbered('transit'), 76)} + CASE WHEN ${isSlow} THEN 96 ELSE 0 END`,
  getsLost: (fate: number) => fate === 30 || fate === 31,
  turnsBack: (fate: number) => fate === 32 || fate === 33,
} as const;

/** For how long the sample keeps the parcels of what was sent. */
export const parcelsKept = Prisma.sql`interval '60 days'`;

/** The inputs of every step of the seed. */
export interface SeedPlan {
  /** The first day after the year, as 2026-03-01: nothing has happened on it yet. */
  readonly until: string;
  /** The start of that day in the shop's zone. */
  readonly now: Date;
  /** A moment of that day, or its start: the orders on the dock are as they are then. */
  readonly morning: Date;
}

/** Whether this part of the sample is laid out for the first time in the workspace. */
export async function isFirst(tx: Tx, part: string): Promise<boolean> {
  const inserted = await writes(tx).$executeRaw`
    INSERT INTO counter (workspace_id, series, value) VALUES (${tx.workspaceId}::uuid, ${part}, 1) ON CONFLICT DO NOTHING`;
  return inserted === 1;
}
