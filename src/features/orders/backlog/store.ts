import type { Scope } from '../../../core/runtime/database.ts';
import type { Paged, Place } from '../../../core/tokens/page.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads } from '../../../db/scope.ts';
import { foldVersion } from '../fold/model.ts';
import type { Bounds, Cell, ListedOrder, OrderFilter } from './model.ts';

/** A moment, and until when orders count to which column from there on. */
export interface Clock {
  readonly now: Date;
  /** Of each location with anything to send; with that of null for all others. */
  readonly bounds: readonly Bounds[];
  /** Those that have bounds of their own. */
  readonly services: readonly string[];
  /** What the shop counts in. */
  readonly currency: string;
}

const nowhere = '00000000-0000-0000-0000-000000000000';

/** To be sent, for a figure: no test, draft or credit, and nothing that went into another order. */
const unshipped = Prisma.sql`
  o.stage IN ('placed', 'paid', 'allocated', 'picked', 'packed', 'labelled')
  AND o.kind = 'sale' AND NOT o.test AND NOT o.draft AND NOT o.digital AND o.merged_into IS NULL`;

const bounded = ({ bounds, services }: Clock) => Prisma.sql`
  "order" o LEFT JOIN UNNEST(${bounds.map(({ locationId }) => locationId ?? nowhere)}::uuid[],
    ${bounds.map(({ serviceId }) => serviceId ?? nowhere)}::uuid[],
    ${bounds.map(({ nextBefore }) => nextBefore)}::timestamptz[],
    ${bounds.map(({ todayBefore }) => todayBefore)}::timestamptz[])
    AS b (location_id, service_id, next_before, today_before)
  ON b.location_id = coalesce(o.location_id, ${nowhere}::uuid)
    AND b.service_id = CASE WHEN o.service_id = ANY(${services}::uuid[]) THEN o.service_id ELSE ${nowhere}::uuid END`;

const due = ({ now }: Clock) => Prisma.sql`
  CASE WHEN o.ship_by IS NULL THEN 'none' WHEN o.ship_by < ${now}::timestamptz - interval '24 hours' THEN 'long overdue'
    WHEN o.ship_by < ${now}::timestamptz THEN 'overdue' WHEN o.ship_by < b.next_before THEN 'next cut-off'
    WHEN o.ship_by < b.today_before THEN 'today' ELSE 'later' END`;

/** The locations with something to send; null: orders of which nobody has said where they leave. */
export async function placesToSend(scope: Scope): Promise<readonly (string | null)[]> {
  const rows = await reads(scope).$queryRaw<{ id: string | null }[]>`
    SELECT DISTINCT o.location_id AS id FROM "order" o WHERE o.workspace_id = ${scope.workspaceId}::uuid AND ${unshipped} ORDER BY 1`;
  return rows.map(({ id }) => id);
}

export async function cellsOf(
  scope: Scope,
  clock: Clock,
  locationId: string | null,
): Promise<readonly Cell[]> {
  return await reads(scope).$queryRaw<Cell[]>`
    SELECT o.stage, ${due(clock)} AS due, o.on_hold AS held, o.currency, o.location_id AS "locationId", count(*)::int AS count,
      coalesce(sum(o.open_minor), 0)::bigint AS "openMinor"
    FROM ${bounded(clock)}
    WHERE o.workspace_id = ${scope.workspaceId}::uuid AND ${unshipped} ${atPlace(locationId)}
    GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5`;
}

/** How many stopped at a hand-over, and of how many nobody knows yet whether they did. */
export async function countStopped(
  scope: Scope,
  now: Date,
  locationId: string | null,
): Promise<{ readonly stopped: number; readonly unjudged: number }> {
  const [row] = await reads(scope).$queryRaw<{ stopped: number; unjudged: number }[]>`
    SELECT count(*) FILTER (WHERE o.next_stop_at <= ${now}::timestamptz)::int AS stopped,
      count(*) FILTER (WHERE o.fold_version < ${foldVersion}::int)::int AS unjudged
    FROM "order" o
    WHERE o.workspace_id = ${scope.workspaceId}::uuid AND ${unshipped} AND NOT o.on_hold ${atPlace(locationId)}`;
  return row ?? { stopped: 0, unjudged: 0 };
}

function atPlace(locationId: string | null): Prisma.Sql {
  return locationId === null ? Prisma.empty : Prisma.sql`AND o.location_id = ${locationId}::uuid`;
}

/** A filter whose location is named by its id. */
export type Wanted = Omit<OrderFilter, 'at'> & { readonly locationId: string | null };

/** After a place in the list's order: by ship-by, the earliest first; what has stopped by its value, the most first. */
export async function ordersAfter(
  scope: Scope,
  clock: Clock,
  { after, ...wanted }: Paged<Wanted>,
  limit: number,
): Promise<readonly ListedOrder[]> {
  const rows = await reads(scope).$queryRaw<(ListedOrder & { rank: bigint; tie: bigint })[]>`
    SELECT l.id, l.number, l.channel, l.stage, l."onHold", l.currency, l."openMinor", l."placedAt", l."shipBy", l."nextStop",
      l."nextStopAt", l."locationId", l.due, l.rank, l.tie
    FROM (${listed(scope, clock, wanted)}) l
    WHERE l.workspace_id = ${scope.workspaceId}::uuid AND ${behind(after)}
    ORDER BY l.rank, l.tie DESC LIMIT ${limit}::int`;
  return rows.map(({ rank, tie, ...row }) => ({ ...row, place: [Number(rank), Number(tie)] }));
}

export async function countOrders(
  scope: Scope,
  clock: Clock,
  { after, ...wanted }: Paged<Wanted>,
): Promise<number> {
  const [row] = await reads(scope).$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (${listed(scope, clock, wanted)}) l
    WHERE l.workspace_id = ${scope.workspaceId}::uuid AND ${behind(after)}`;
  return row?.count ?? 0;
}

function behind(after: Place | null): Prisma.Sql {
  if (after === null) return Prisma.sql`true`;
  const [rank, tie] = after;
  return Prisma.sql`(l.rank > ${rank}::bigint OR (l.rank = ${rank}::bigint AND l.tie < ${tie}::bigint))`;
}

// Ranks and ties are whole numbers that a button carries (`readJson`). Orders of one minute, or of one value, are told apart by the
// end of their ids, which is chance.
function listed(scope: Scope, clock: Clock, wanted: Omit<Wanted, 'after'>): Prisma.Sql {
  const { show, stage, due: column, sku, locationId } = wanted;
  const byValue = Prisma.sql`CASE WHEN o.currency = ${clock.currency} THEN 1073741823 ELSE 2147483647 END
    - least(o.open_minor, 1073741823)`;
  const byShipBy = Prisma.sql`coalesce(least(floor(extract(epoch FROM o.ship_by) / 60), 2147483646), 2147483647)`;
  return Prisma.sql`
    SELECT o.workspace_id, o.id, o.number, o.channel, o.stage, o.on_hold AS "onHold", o.currency, o.open_minor AS "openMinor",
      o.placed_at AS "placedAt", o.ship_by AS "shipBy", o.next_stop AS "nextStop", o.next_stop_at AS "nextStopAt",
      o.location_id AS "locationId", ${due(clock)} AS due,
      (${show === 'stopped' ? byValue : byShipBy})::bigint AS rank,
      ('x' || right(o.id::text, 8))::bit(32)::bigint & 2147483647 AS tie
    FROM ${bounded(clock)}
    WHERE o.workspace_id = ${scope.workspaceId}::uuid AND ${unshipped} ${atPlace(locationId)}
      ${show === 'waiting' ? Prisma.empty : show === 'held' ? Prisma.sql`AND o.on_hold` : Prisma.sql`AND NOT o.on_hold`}
      ${show === 'stopped' ? Prisma.sql`AND o.next_stop_at <= ${clock.now}::timestamptz` : Prisma.empty}
      ${stage === null ? Prisma.empty : Prisma.sql`AND o.stage = ${stage}`}
      ${column === null ? Prisma.empty : Prisma.sql`AND ${due(clock)} = ANY(${column === 'past' ? ['long overdue', 'overdue'] : [column]}::text[])`}
      ${
        sku === null
          ? Prisma.empty
          : Prisma.sql`AND o.id IN (
        SELECT w.order_id FROM order_line w
        WHERE w.workspace_id = ${scope.workspaceId}::uuid AND w.sku_id = ${sku}::uuid AND w.open > 0)`
      }`;
}
