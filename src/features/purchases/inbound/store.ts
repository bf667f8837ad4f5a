import { somebody } from '../../../cases/person-store.ts';
import type { Scope } from '../../../core/runtime/database.ts';
import type { Paged, Place } from '../../../core/tokens/page.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads } from '../../../db/scope.ts';
import type { InboundFilter, InboundTotals, LateSupplier, ListedLine, SaidDay } from './model.ts';

/** Whose lines; null: everybody's. */
export type Whose =
  | { readonly supplierKey: string | null }
  | { readonly source: string; readonly poKey: string }
  | { readonly skuId: string }
  | null;

export interface Wanted {
  readonly show: InboundFilter['show'];
  readonly whose: Whose;
  /** "2026-12-24". */
  readonly today: string;
}

// Ranks and ties are whole numbers that a button carries: days since 1970, what has none last. Lines of one day are told apart by
// the end of their ids, which is chance.
const rank = Prisma.sql`coalesce(l.expected_on - date '1970-01-01', 2147483646)`;
const tie = Prisma.sql`('x' || right(l.id::text, 8))::bit(32)::bigint & 2147483647`;

function fits({ show, whose, today }: Wanted): Prisma.Sql {
  const shown =
    show === 'open'
      ? Prisma.sql`AND l.open`
      : show === 'overdue'
        ? Prisma.sql`AND l.open AND l.expected_on < ${today}::date`
        : show === 'faults'
          ? Prisma.sql`AND l.faults <> '{}'::text[]`
          : Prisma.empty;
  if (whose === null) return shown;
  if ('skuId' in whose) return Prisma.sql`${shown} AND l.sku_id = ${whose.skuId}::uuid`;
  if ('poKey' in whose)
    return Prisma.sql`${shown} AND l.po_key = ${whose.poKey} AND l.source = ${whose.source}`;
  return Prisma.sql`${shown} AND l.supplier_key IS NOT DISTINCT FROM ${whose.supplierKey}`;
}

function behind(after: Place | null): Prisma.Sql {
  if (after === null) return Prisma.empty;
  const [days, number] = after;
  return Prisma.sql`AND (${rank} > ${days}::int OR (${rank} = ${days}::int AND ${tie} < ${number}::bigint))`;
}

/** After a place in the list's order: by the day on which it is expected, the earliest first. */
export async function linesAfter(
  scope: Scope,
  { after, ...wanted }: Paged<Wanted>,
  limit: number,
): Promise<readonly ListedLine[]> {
  const rows = await reads(scope).$queryRaw<(Omit<ListedLine, 'place'> & { rank: number; tie: bigint })[]>`
    SELECT l.id, l.source, l.po_key AS "poKey", l.line_key AS "lineKey", l.notice, l.supplier, l.mode, l.country, l.code, l.title, l.sku_id AS "skuId",
      l.location_id AS "locationId", l.ordered, l.received, l.sent_on::text AS "sentOn", l.sent_said AS "sentSaid",
      l.promised_on::text AS "promisedOn", l.expected_on::text AS "expectedOn", l.delivered_on::text AS "deliveredOn",
      l.recorded_on::text AS "recordedOn", l.cancelled, l.open, l.value_minor AS "valueMinor", l.currency, l.faults,
      ${rank} AS rank, ${tie} AS tie
    FROM purchase_line l WHERE l.workspace_id = ${scope.workspaceId}::uuid ${fits(wanted)} ${behind(after)}
    ORDER BY rank, tie DESC LIMIT ${limit}::int`;
  return rows.map(({ rank: days, tie: number, ...row }) => ({ ...row, place: [days, Number(number)] }));
}

export async function countLines(scope: Scope, { after, ...wanted }: Paged<Wanted>): Promise<number> {
  const [row] = await reads(scope).$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM purchase_line l
    WHERE l.workspace_id = ${scope.workspaceId}::uuid ${fits(wanted)} ${behind(after)}`;
  return row?.count ?? 0;
}

/** What is open of them. */
export async function totalsOf(scope: Scope, whose: Whose, today: string): Promise<InboundTotals> {
  const [row] = await reads(scope).$queryRaw<InboundTotals[]>`
    SELECT count(*)::int AS open, count(*) FILTER (WHERE l.expected_on < ${today}::date)::int AS overdue,
      (min(l.expected_on) FILTER (WHERE l.expected_on >= ${today}::date))::text AS "nextOn"
    FROM purchase_line l WHERE l.workspace_id = ${scope.workspaceId}::uuid ${fits({ show: 'open', whose, today })}`;
  return row ?? { open: 0, overdue: 0, nextOn: null };
}

/** How many open lines are expected today, and how many until a day, today included. */
export async function countComing(
  scope: Scope,
  { today, until }: { readonly today: string; readonly until: string },
): Promise<{ readonly today: number; readonly soon: number }> {
  const [row] = await reads(scope).$queryRaw<{ today: number; soon: number }[]>`
    SELECT count(*) FILTER (WHERE l.expected_on = ${today}::date)::int AS today, count(*)::int AS soon
    FROM purchase_line l WHERE l.workspace_id = ${scope.workspaceId}::uuid AND l.open
      AND l.expected_on >= ${today}::date AND l.expected_on < ${until}::date`;
  return row ?? { today: 0, soon: 0 };
}

/** What is overdue of each supplier, the oldest first; null: nobody said who sends it. */
export async function overdueBySupplier(
  scope: Scope,
  today: string,
  limit: number,
): Promise<readonly LateSupplier[]> {
  return await reads(scope).$queryRaw<LateSupplier[]>`
    SELECT max(l.supplier) AS supplier, count(*)::int AS lines, min(l.expected_on)::text AS "oldestOn",
      count(DISTINCT l.currency)::int AS currencies, max(l.currency) AS currency,
      coalesce(sum(l.value_minor), 0)::bigint AS "valueMinor", count(*) OVER ()::int AS suppliers
    FROM purchase_line l WHERE l.workspace_id = ${scope.workspaceId}::uuid ${fits({ show: 'overdue', whose: null, today })}
    GROUP BY l.supplier_key ORDER BY min(l.expected_on), count(*) DESC, l.supplier_key LIMIT ${limit}::int`;
}

/** The SKUs of what is open of them; those that are due first. */
export async function skusComing(scope: Scope, wanted: Wanted, limit: number): Promise<readonly string[]> {
  const rows = await reads(scope).$queryRaw<{ skuId: string }[]>`
    SELECT l.sku_id AS "skuId"
    FROM purchase_line l WHERE l.workspace_id = ${scope.workspaceId}::uuid AND l.sku_id IS NOT NULL AND l.open ${fits(wanted)}
    GROUP BY l.sku_id ORDER BY min(l.expected_on), l.sku_id LIMIT ${limit}::int`;
  return rows.map(({ skuId }) => skuId);
}

/** Days that were said of these lines after the first promise, the latest last. */
export async function daysSaid(scope: Scope, lineIds: readonly string[]): Promise<readonly SaidDay[]> {
  return await reads(scope).$queryRaw<SaidDay[]>`
    SELECT d.line_id AS "lineId", d."on"::text AS "on", d.said_at AS "saidAt", d.reason,
      coalesce(d.source, ${somebody(scope.workspaceId, Prisma.sql`d.person_id`)} ->> 'name', 'somebody') AS by
    FROM purchase_promise d
    WHERE d.workspace_id = ${scope.workspaceId}::uuid AND d.line_id = ANY(${lineIds}::uuid[])
    ORDER BY d.line_id, d.ordinal`;
}

export interface LineOf {
  readonly id: string;
  readonly source: string;
  readonly poKey: string;
  readonly supplier: string | null;
  readonly supplierKey: string | null;
}

const lineOf = Prisma.sql`l.id, l.source, l.po_key AS "poKey", l.supplier, l.supplier_key AS "supplierKey"`;

export async function findLine(scope: Scope, id: string): Promise<LineOf | null> {
  const [row] = await reads(scope).$queryRaw<LineOf[]>`
    SELECT ${lineOf} FROM purchase_line l WHERE l.workspace_id = ${scope.workspaceId}::uuid AND l.id = ${id}::uuid`;
  return row ?? null;
}

/** The orders with this number, of each source a line; with how many lines they have. */
export async function ordersNumbered(
  scope: Scope,
  key: string,
  limit: number,
): Promise<readonly (LineOf & { readonly lines: number; readonly open: number })[]> {
  return await reads(scope).$queryRaw<(LineOf & { lines: number; open: number })[]>`
    SELECT (array_agg(l.id ORDER BY l.id))[1] AS id, l.source, l.po_key AS "poKey", max(l.supplier) AS supplier,
      max(l.supplier_key) AS "supplierKey", count(*)::int AS lines, count(*) FILTER (WHERE l.open)::int AS open
    FROM purchase_line l WHERE l.workspace_id = ${scope.workspaceId}::uuid AND l.po_key = ${key}
    GROUP BY l.source, l.po_key ORDER BY max(l.said_at) DESC, l.source LIMIT ${limit}::int`;
}

/**
 * A line of each supplier whose name, as its key, is this or contains it; those with the most to come first. Goes from name to name by
 * the index: there are few suppliers, and each may have very many lines.
 */
export async function suppliersLike(
  scope: Scope,
  key: string,
  limit: number,
): Promise<
  readonly { readonly line: string; readonly supplier: string; readonly key: string; readonly open: number }[]
> {
  const { workspaceId } = scope;
  return await reads(scope).$queryRaw<{ line: string; supplier: string; key: string; open: number }[]>`
    WITH RECURSIVE name AS (
      SELECT (SELECT min(l.supplier_key) FROM purchase_line l WHERE l.workspace_id = ${workspaceId}::uuid) AS key
      UNION ALL
      SELECT (SELECT min(l.supplier_key) FROM purchase_line l
        WHERE l.workspace_id = ${workspaceId}::uuid AND l.supplier_key > name.key)
      FROM name WHERE name.key IS NOT NULL
    )
    SELECT one.id AS line, one.supplier, name.key, (
      SELECT count(*)::int FROM purchase_line l
      WHERE l.workspace_id = ${workspaceId}::uuid AND l.supplier_key = name.key AND l.open) AS open
    FROM name CROSS JOIN LATERAL (
      SELECT l.id, l.supplier FROM purchase_line l
      WHERE l.workspace_id = ${workspaceId}::uuid AND l.supplier_key = name.key LIMIT 1) one
    WHERE name.key IS NOT NULL AND strpos(name.key, ${key}) > 0
    ORDER BY name.key = ${key} DESC, open DESC, name.key LIMIT ${limit}::int`;
}

/** How many lines of the orders of these lines are open. */
export async function ordersOfLines(
  scope: Scope,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly poKey: string; readonly open: number }[]> {
  return await reads(scope).$queryRaw<{ id: string; poKey: string; open: number }[]>`
    SELECT own.id, own.po_key AS "poKey", (
      SELECT count(*)::int FROM purchase_line l WHERE l.workspace_id = own.workspace_id AND l.source = own.source
        AND l.po_key = own.po_key AND l.open) AS open
    FROM purchase_line own WHERE own.workspace_id = ${scope.workspaceId}::uuid AND own.id = ANY(${ids}::uuid[])`;
}
