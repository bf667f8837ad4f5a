import type { Scope } from '../../../core/runtime/database.ts';
import type { Paged, Place } from '../../../core/tokens/page.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads } from '../../../db/scope.ts';
import { isOpen } from '../status/late-store.ts';
import { belongsTo, cause, fits } from './clauses-store.ts';
import { laneShows, type ParcelRow, type ReadFilter, type Show } from './model.ts';

/** A row whose carrier and service are ids of ours, or as they were said. */
export interface StoredParcel extends Omit<ParcelRow, 'carrier' | 'service' | 'asked'> {
  readonly carrierId: string | null;
  readonly carrierSaid: string | null;
  readonly serviceId: string | null;
  readonly serviceSaid: string | null;
}

/** After a place in the list's order: what is late the longest first, and what is wrong the longest; of lanes the most valuable. */
export async function parcelsAfter(
  scope: Scope,
  now: Date,
  { after, ...filter }: Paged<ReadFilter>,
  limit: number,
): Promise<readonly StoredParcel[]> {
  const rows = await reads(scope).$queryRaw<(StoredParcel & { rank: bigint; tie: bigint })[]>`
    SELECT l.* FROM (
      SELECT s.id, s.tracking, s.status, s.reason, s.fault, ${cause(now)} AS cause, s.carrier_id AS "carrierId",
        s.carrier_said AS "carrierSaid", s.service_id AS "serviceId", s.service_said AS "serviceSaid", s.lane,
        s.place_city AS "placeCity", s.place_country AS "placeCountry", s.began_at AS "beganAt",
        s.scanned_at AS "scannedAt", s.returned_at AS "returnedAt", s.doubted_at AS "doubtedAt", s.promise_until AS "promiseUntil",
        s.promise_on::text AS "promiseOn", s.eta_until AS "etaUntil", s.zone, s.order_id AS "orderId",
        s.order_number AS "orderNumber", s.orders, s.value_minor AS "valueMinor", s.currency,
        s.orders_worth AS "ordersWorth",
        ${rankIn(filter.show)} AS rank, ('x' || right(s.id::text, 8))::bit(32)::bigint & 2147483647 AS tie
      FROM shipment s WHERE s.workspace_id = ${scope.workspaceId}::uuid AND ${fits(filter, now)}) l
    WHERE ${behind(after)} ORDER BY l.rank, l.tie DESC LIMIT ${limit}::int`;
  return rows.map(({ rank, tie, ...row }) => ({ ...row, place: [Number(rank), Number(tie)] }));
}

/** Of each of these what tells it apart in a selection. */
export async function parcelsWith(
  scope: Scope,
  ids: readonly string[],
): Promise<
  readonly Pick<StoredParcel, 'id' | 'tracking' | 'orderNumber' | 'status' | 'reason' | 'returnedAt'>[]
> {
  return await reads(scope).$queryRaw<
    Pick<StoredParcel, 'id' | 'tracking' | 'orderNumber' | 'status' | 'reason' | 'returnedAt'>[]
  >`
    SELECT id, tracking, order_number AS "orderNumber", status, reason, returned_at AS "returnedAt" FROM shipment
    WHERE workspace_id = ${scope.workspaceId}::uuid AND id = ANY(${ids}::uuid[])`;
}

export async function countParcels(
  scope: Scope,
  now: Date,
  { after, ...filter }: Paged<ReadFilter>,
): Promise<number> {
  const [row] = await reads(scope).$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT ${rankIn(filter.show)} AS rank, ('x' || right(s.id::text, 8))::bit(32)::bigint & 2147483647 AS tie
      FROM shipment s WHERE s.workspace_id = ${scope.workspaceId}::uuid AND ${fits(filter, now)}) l
    WHERE ${behind(after)}`;
  return row?.count ?? 0;
}

/** How many of a carrier, a lane or all are on their way, and how many of them without any promise. */
export async function countOpen(
  scope: Scope,
  of: string | null,
): Promise<{ readonly open: number; readonly unpromised: number }> {
  const [row] = await reads(scope).$queryRaw<{ open: number; unpromised: number }[]>`
    SELECT count(*)::int AS open,
      count(*) FILTER (WHERE s.promise_until IS NULL AND s.status <> 'return_to_sender')::int AS unpromised
    FROM shipment s WHERE s.workspace_id = ${scope.workspaceId}::uuid AND ${isOpen} AND ${belongsTo(of)}`;
  return row ?? { open: 0, unpromised: 0 };
}

// Whole numbers that a button carries. Parcels of one minute are told apart by the end of their ids, which is chance.
function rankIn(show: Show): Prisma.Sql {
  if (laneShows.some((one) => one === show))
    return Prisma.sql`greatest(2147483646 - greatest(coalesce(s.value_minor, 0), 0), 0)::bigint`;
  const moment =
    show === 'late' || show === 'due late'
      ? Prisma.sql`s.promise_until`
      : show === 'no promise'
        ? Prisma.sql`s.began_at`
        : Prisma.sql`coalesce(s.doubted_at, s.returned_at, s.scanned_at, s.began_at)`;
  return Prisma.sql`greatest(least(floor(extract(epoch FROM ${moment}) / 60), 2147483646), 0)::bigint`;
}

function behind(after: Place | null): Prisma.Sql {
  if (after === null) return Prisma.sql`true`;
  const [rank, tie] = after;
  return Prisma.sql`(l.rank > ${rank}::bigint OR (l.rank = ${rank}::bigint AND l.tie < ${tie}::bigint))`;
}
