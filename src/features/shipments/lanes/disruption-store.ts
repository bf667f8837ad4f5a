import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads, writes } from '../../../db/scope.ts';
import { isInside, isOver } from '../disrupted/clauses-store.ts';
import { isLateOrWillBe } from '../status/late-store.ts';
import { type Beside, type Disruption, nothingBeside } from './disruption-model.ts';
import { onLane } from './lane-store.ts';
import type { LaneKey } from './model.ts';

const columns = Prisma.sql`id, kind, carrier, carrier_name AS "carrierName", origin, destination, from_at AS "fromAt",
  until_at AS "untilAt", declared_by_id AS "declaredById", declared_at AS "declaredAt", ended_at AS "endedAt", parcels, open, exposed`;

/** Those that go on, those with parcels still on their way, and those that ended since a moment, held until the transaction ends. */
export async function holdDisruptions(tx: Tx, endedSince: Date): Promise<readonly Disruption[]> {
  return await writes(tx).$queryRaw<Disruption[]>`
    SELECT ${columns} FROM disruption
    WHERE workspace_id = ${tx.workspaceId}::uuid
      AND (ended_at IS NULL OR open > 0 OR ended_at >= ${endedSince}::timestamptz)
    ORDER BY id FOR UPDATE`;
}

/** Those that go on, and those that ended since a moment; the latest first. */
export async function disruptionsSince(
  scope: Scope,
  since: Date,
  limit: number,
): Promise<readonly Disruption[]> {
  return await reads(scope).$queryRaw<Disruption[]>`
    SELECT ${columns} FROM disruption
    WHERE workspace_id = ${scope.workspaceId}::uuid AND (ended_at IS NULL OR ended_at >= ${since}::timestamptz)
    ORDER BY ended_at DESC NULLS FIRST, from_at DESC, id LIMIT ${limit}::int`;
}

export async function disruptionsWith(scope: Scope, ids: readonly string[]): Promise<readonly Disruption[]> {
  return await reads(scope).$queryRaw<Disruption[]>`
    SELECT ${columns} FROM disruption WHERE workspace_id = ${scope.workspaceId}::uuid AND id = ANY(${ids}::uuid[])`;
}

export async function addDisruption(tx: Tx, one: Disruption): Promise<void> {
  await writes(tx).$executeRaw`
    INSERT INTO disruption (workspace_id, id, kind, carrier, carrier_name, origin, destination, from_at, until_at,
      declared_by_id, declared_at, parcels, open, exposed)
    VALUES (${tx.workspaceId}::uuid, ${one.id}::uuid, ${one.kind}, ${one.carrier}, ${one.carrierName}, ${one.origin},
      ${one.destination}, ${one.fromAt}::timestamptz, ${one.untilAt}::timestamptz, ${one.declaredById}::uuid,
      ${one.declaredAt}::timestamptz, ${one.parcels}, ${one.open}, ${one.exposed})`;
}

/** Makes whoever declares one wait for one another: two at once would each find none. */
export async function lockDeclaring(tx: Tx): Promise<void> {
  // $executeRaw: the function returns void, which Prisma cannot read.
  await writes(tx).$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('disruptions ' || own.workspace_id, 0))
    FROM (SELECT ${tx.workspaceId}::uuid AS workspace_id) AS own`;
}

const moment = (at: Date | null) => Prisma.sql`${at}::timestamptz`;

function over({ carrier, origin, destination }: Pick<Disruption, 'carrier' | 'origin' | 'destination'>) {
  return {
    carrier: Prisma.sql`${carrier}::text`,
    origin: Prisma.sql`${origin}::text`,
    destination: Prisma.sql`${destination}::text`,
  };
}

/** Parcels that came into trouble inside it, of a shipment `s`. */
export function inside(one: Disruption): Prisma.Sql {
  return isInside({
    ...over(one),
    fromAt: moment(one.fromAt),
    untilAt: moment(one.untilAt),
    endedAt: moment(one.endedAt),
  });
}

/** Parcels on their way on its lanes that did not come into trouble inside it, of a shipment `s`. */
export function exposedTo(one: Disruption): Prisma.Sql {
  return Prisma.sql`s.ended_at IS NULL AND ${isOver(over(one))} AND NOT (${inside(one)})`;
}

/** How many they are, and how many of them are in trouble all the same. */
export async function besideOf(scope: Scope, one: Disruption, now: Date): Promise<Beside> {
  const isBefore = Prisma.sql`coalesce(s.trouble_at < ${moment(one.fromAt)}, false)`;
  const [row] = await reads(scope).$queryRaw<Beside[]>`
    SELECT count(*)::int AS exposed, (count(*) FILTER (WHERE ${isBefore}))::int AS before,
      (count(*) FILTER (WHERE NOT ${isBefore} AND (s.trouble_at IS NOT NULL OR (${isLateOrWillBe(now)}))))::int AS late
    FROM shipment s WHERE s.workspace_id = ${scope.workspaceId}::uuid AND ${exposedTo(one)}`;
  return row ?? nothingBeside;
}

/** When the first of the parcels on their way on lanes came into trouble, from a moment on; null: none did. */
export async function firstTrouble(
  scope: Scope,
  lanes: Pick<Disruption, 'carrier' | 'origin' | 'destination'>,
  since: Date,
): Promise<Date | null> {
  const [row] = await reads(scope).$queryRaw<{ at: Date | null }[]>`
    SELECT min(s.trouble_at) AS at FROM shipment s
    WHERE s.workspace_id = ${scope.workspaceId}::uuid AND s.ended_at IS NULL
      AND s.trouble_at >= ${since}::timestamptz AND ${isOver(over(lanes))}`;
  return row?.at ?? null;
}

/** Parcels of a burst that did not come into trouble inside a disruption, of a shipment `s`. */
export function outside(burst: LaneKey & { readonly since: Date }, disruption: Disruption): Prisma.Sql {
  return Prisma.sql`${onLane(burst, burst.since)} AND NOT (${inside(disruption)})`;
}
