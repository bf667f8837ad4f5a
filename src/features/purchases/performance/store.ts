import type { Scope } from '../../../core/runtime/database.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads } from '../../../db/scope.ts';
import type { Performance } from './model.ts';

export interface Asked {
  /** What to group by; null: nothing. */
  readonly by: 'supplier' | 'mode' | 'country' | null;
  /** Lines promised from this day on, until the day before `to`; null: without an end. Lead times go by the day of delivery. */
  readonly from: string | null;
  readonly to: string | null;
  readonly today: string;
}

interface Row {
  readonly of: string | null;
  readonly lines: number;
  readonly linesOnTime: number;
  readonly inWindow: number;
  readonly openPast: number;
  readonly orders: number;
  readonly ordersOnTime: number;
  readonly notices: number;
  readonly noticesOnTime: number;
}

interface LeadRow {
  readonly of: string | null;
  readonly count: number;
  readonly negative: number;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
}

const group = (by: Asked['by']) =>
  by === 'supplier'
    ? Prisma.sql`max(l.supplier) OVER (PARTITION BY l.supplier_key)`
    : by === 'mode'
      ? Prisma.sql`l.mode`
      : by === 'country'
        ? Prisma.sql`l.country`
        : Prisma.sql`NULL::text`;

const within = (column: Prisma.Sql, { from, to }: Asked) => Prisma.sql`
  (${from}::date IS NULL OR ${column} >= ${from}::date) AND (${to}::date IS NULL OR ${column} < ${to}::date)`;

/** KPIS.md: inbound_otd, inbound_window and lead_time, the most lines first. */
export async function performanceOf(scope: Scope, asked: Asked): Promise<readonly Performance[]> {
  const { workspaceId } = scope;
  const rows = await reads(scope).$queryRaw<Row[]>`
    WITH line AS (
      SELECT ${group(asked.by)} AS of, l.source, l.po_key, l.notice, l.promised_on, l.delivered_on,
        l.delivered_on <= l.promised_on AS on_time
      FROM purchase_line l
      WHERE l.workspace_id = ${workspaceId}::uuid AND l.promised_on IS NOT NULL AND NOT l.cancelled
        AND ${within(Prisma.sql`l.promised_on`, asked)}
    ), by_order AS (
      SELECT of, bool_and(on_time) AS on_time FROM line GROUP BY of, source, po_key HAVING bool_and(delivered_on IS NOT NULL)
    ), by_notice AS (
      SELECT of, bool_and(on_time) AS on_time FROM line WHERE notice IS NOT NULL
      GROUP BY of, source, notice HAVING bool_and(delivered_on IS NOT NULL)
    )
    SELECT line.of, count(*) FILTER (WHERE delivered_on IS NOT NULL)::int AS lines,
      count(*) FILTER (WHERE on_time)::int AS "linesOnTime",
      count(*) FILTER (WHERE on_time AND promised_on - delivered_on <= 7)::int AS "inWindow",
      count(*) FILTER (WHERE delivered_on IS NULL AND promised_on < ${asked.today}::date)::int AS "openPast",
      (SELECT count(*)::int FROM by_order o WHERE o.of IS NOT DISTINCT FROM line.of) AS orders,
      (SELECT count(*)::int FROM by_order o WHERE o.of IS NOT DISTINCT FROM line.of AND o.on_time) AS "ordersOnTime",
      (SELECT count(*)::int FROM by_notice o WHERE o.of IS NOT DISTINCT FROM line.of) AS notices,
      (SELECT count(*)::int FROM by_notice o WHERE o.of IS NOT DISTINCT FROM line.of AND o.on_time) AS "noticesOnTime"
    FROM line GROUP BY line.of ORDER BY count(*) DESC, line.of`;
  const leads = await reads(scope).$queryRaw<LeadRow[]>`
    WITH line AS (
      SELECT ${group(asked.by)} AS of, l.delivered_on - l.sent_on AS days
      FROM purchase_line l
      WHERE l.workspace_id = ${workspaceId}::uuid AND l.sent_on IS NOT NULL AND l.delivered_on IS NOT NULL AND NOT l.cancelled
        AND ${within(Prisma.sql`l.delivered_on`, asked)}
    )
    SELECT of, count(*) FILTER (WHERE days >= 0)::int AS count, count(*) FILTER (WHERE days < 0)::int AS negative,
      (avg(days) FILTER (WHERE days >= 0))::float8 AS mean, (stddev_samp(days) FILTER (WHERE days >= 0))::float8 AS sd,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY days) FILTER (WHERE days >= 0) AS p50,
      percentile_cont(0.9) WITHIN GROUP (ORDER BY days) FILTER (WHERE days >= 0) AS p90
    FROM line GROUP BY of`;
  const leadOf = new Map(leads.map(({ of, ...lead }) => [of, lead]));
  // A group may have lead times and no promise.
  const unpromised = leads.filter(({ of }) => !rows.some((row) => row.of === of));
  return [...rows, ...unpromised.map(({ of }) => ({ ...nothing, of }))].map((row) => ({
    of: row.of,
    lines: { n: row.linesOnTime, d: row.lines },
    orders: { n: row.ordersOnTime, d: row.orders },
    notices: { n: row.noticesOnTime, d: row.notices },
    window: { n: row.inWindow, d: row.lines },
    openPast: row.openPast,
    leadTime: leadOf.get(row.of) ?? noLeadTime,
  }));
}

const nothing = {
  lines: 0,
  linesOnTime: 0,
  inWindow: 0,
  openPast: 0,
  orders: 0,
  ordersOnTime: 0,
  notices: 0,
  noticesOnTime: 0,
};
const noLeadTime = { count: 0, negative: 0, mean: null, sd: null, p50: null, p90: null };
