// Twelve KPIs as somebody writes them who knows the tables, day by day: over the raw tables, over the facts, over what days keep.

/** A KPI of some days: `$1` the workspace, `$2` and `$3` the days, half-open, `$4` the zone of the business. */
export interface ByHand {
  readonly key: string;
  readonly raw: string;
  /** Over the facts, in one SELECT. */
  readonly facts: string;
  /** Its days are medians. */
  readonly isSpread?: boolean;
}

const isMeant = `o.workspace_id = $1 AND o.kind = 'sale' AND NOT o.test AND NOT o.draft AND o.replacement_of IS NULL AND o.merged_into IS NULL`;
const isSent = `${isMeant} AND NOT o.digital AND (o.cancelled_at IS NULL OR o.handed_over_at <= o.cancelled_at)`;
const moments = (column: string) =>
  `${column} >= $2::date::timestamp AT TIME ZONE $4 AND ${column} < $3::date::timestamp AT TIME ZONE $4`;
const placedDay = `(o.placed_at AT TIME ZONE $4)::date::text`;
const placed = `${isMeant} AND ${moments('o.placed_at')}`;
const lines = `"order" o JOIN order_line l ON l.workspace_id = o.workspace_id AND l.order_id = o.id`;
const there = `LEFT JOIN location p ON p.workspace_id = o.workspace_id AND p.id = o.location_id`;
const dueDay = `coalesce(o.ship_day, (o.ship_by AT TIME ZONE coalesce(p.time_zone, $4))::date)`;
const handedDay = `(o.handed_over_at AT TIME ZONE coalesce(p.time_zone, $4))::date`;
const deliveredDay = `(o.delivered_at AT TIME ZONE coalesce(o.ship_zone, $4))::date`;
const within = (day: string) => `${day} >= $2::date AND ${day} < $3::date`;
const promised = `"order" o JOIN order_promise q ON q.workspace_id = o.workspace_id AND q.order_id = o.id AND q.ordinal = 1 AND ${within('q."on"')}`;
const kept = `CASE WHEN q.kind = 'date' THEN o.delivered_at < q.until ELSE o.delivered_at <= q.until END`;
const hours = (until: string) => `(extract(epoch FROM o.${until} - o.placed_at) * 1000)::bigint`;

/** Of each order that was due what its first parcel brought, where that is told or nothing has left. */
const filled = `
  SELECT o.id, ${dueDay} AS day, l.due_quantity, coalesce(b.quantity, 0) AS brought
  FROM "order" o ${there}
  LEFT JOIN LATERAL (SELECT f.id FROM fulfilment f WHERE f.workspace_id = o.workspace_id AND f.order_id = o.id AND f.handed_over_at IS NOT NULL
    AND f.state NOT IN ('failed', 'cancelled') ORDER BY f.handed_over_at, f.id LIMIT 1) parcel ON true
  JOIN order_line l ON l.workspace_id = o.workspace_id AND l.order_id = o.id AND l.requires_shipping AND l.due_quantity > 0
  LEFT JOIN fulfilment_line b ON b.workspace_id = o.workspace_id AND b.fulfilment_id = parcel.id AND b.line_key = l.line_key
  WHERE ${isSent} AND o.ship_by IS NOT NULL AND ${within(dueDay)}
    AND (o.handed_over_at IS NULL AND NOT EXISTS (SELECT 1 FROM order_line s WHERE s.workspace_id = o.workspace_id AND s.order_id = o.id
      AND s.requires_shipping AND s.shipped > 0)
    OR EXISTS (SELECT 1 FROM fulfilment_line s WHERE s.workspace_id = o.workspace_id AND s.fulfilment_id = parcel.id))`;

/** By days and, where the day is null, of all of them. */
const spread = (day: string, ms: string, from: string) => `
  SELECT ${day}::text AS day, percentile_cont(0.5) WITHIN GROUP (ORDER BY ${ms}) AS n, count(*) AS d,
    percentile_cont(0.9) WITHIN GROUP (ORDER BY ${ms}) AS p90 FROM ${from} GROUP BY GROUPING SETS ((1), ()) ORDER BY 1`;

const factRows = (table: string, day: string) =>
  `${table} f WHERE f.workspace_id = $1 AND f.generation = $2 AND f.left_out IS NULL AND f.${day} >= $3::date AND f.${day} < $4::date`;
const factDays = (table: string, day: string, n: string, d = '0') =>
  `SELECT f.${day}::text AS day, sum(f.${n}) AS n, sum(${d === '0' ? '0' : `f.${d}`}) AS d FROM ${factRows(table, day)} GROUP BY 1
   HAVING sum(f.${n}) <> 0 OR sum(${d === '0' ? '0' : `f.${d}`}) <> 0 ORDER BY 1`;
const factSpread = (day: string, ms: string) =>
  spread(`f.${day}`, `f.${ms}`, `${factRows('order_fact', day)} AND f.${ms} IS NOT NULL`);

export const byHand: readonly ByHand[] = [
  {
    key: 'orders',
    raw: `SELECT ${placedDay} AS day, count(*) AS n, 0 AS d FROM "order" o WHERE ${placed} GROUP BY 1 ORDER BY 1`,
    facts: factDays('order_fact', 'placed_day', 'orders'),
  },
  {
    key: 'order_value',
    raw: `SELECT ${placedDay} AS day, sum((l.ordered - l.cancelled) * l.unit_price_minor) AS n, 0 AS d FROM ${lines}
      WHERE ${placed} AND l.kind = 'goods' AND o.currency = 'EUR' GROUP BY 1 ORDER BY 1`,
    facts: factDays('line_fact', 'placed_day', 'value_minor'),
  },
  {
    key: 'units',
    raw: `SELECT ${placedDay} AS day, sum(l.ordered - l.cancelled) AS n, 0 AS d FROM ${lines} WHERE ${placed} GROUP BY 1 ORDER BY 1`,
    facts: factDays('line_fact', 'placed_day', 'units'),
  },
  {
    key: 'cancel',
    raw: `SELECT ${placedDay} AS day, count(o.cancelled_at) AS n, count(*) AS d FROM "order" o WHERE ${placed} GROUP BY 1 ORDER BY 1`,
    facts: factDays('order_fact', 'placed_day', 'cancelled', 'orders'),
  },
  {
    key: 'otd',
    raw: `SELECT q."on"::text AS day, count(*) FILTER (WHERE ${kept}) AS n, count(*) AS d FROM ${promised}
      WHERE ${isSent} AND o.delivered_at IS NOT NULL GROUP BY 1 ORDER BY 1`,
    facts: factDays('order_fact', 'promise_day', 'kept', 'promised_done'),
  },
  {
    key: 'otd_strict',
    raw: `SELECT q."on"::text AS day, count(*) FILTER (WHERE ${kept}) AS n, count(*) AS d FROM ${promised}
      WHERE ${isSent} GROUP BY 1 ORDER BY 1`,
    facts: factDays('order_fact', 'promise_day', 'kept', 'promised'),
  },
  {
    key: 'ots',
    raw: `SELECT ${dueDay}::text AS day, count(*) FILTER (WHERE o.handed_over_at <= o.ship_by) AS n, count(*) AS d
      FROM "order" o ${there} WHERE ${isSent} AND o.ship_by IS NOT NULL AND ${within(dueDay)} GROUP BY 1 ORDER BY 1`,
    facts: factDays('order_fact', 'ship_day', 'shipped_on_time', 'due'),
  },
  {
    key: 'fill_order',
    raw: `SELECT day::text AS day, count(*) FILTER (WHERE whole) AS n, count(*) AS d FROM (
      SELECT id, day, bool_and(brought >= due_quantity) AS whole FROM (${filled}) AS each GROUP BY 1, 2) AS one GROUP BY 1 ORDER BY 1`,
    facts: factDays('order_fact', 'ship_day', 'filled', 'fill_due'),
  },
  {
    key: 'fill_line',
    raw: `SELECT day::text AS day, count(*) FILTER (WHERE brought >= due_quantity) AS n, count(*) AS d FROM (${filled}) AS each GROUP BY 1 ORDER BY 1`,
    facts: factDays('line_fact', 'ship_day', 'lines_filled', 'lines_due'),
  },
  {
    key: 'return_units',
    raw: `SELECT ${handedDay}::text AS day, sum(least(l.shipped, coalesce(b.units, 0))) AS n, sum(l.shipped) AS d
      FROM ${lines} ${there}
      LEFT JOIN LATERAL (SELECT sum(r.quantity) AS units FROM refund_line r JOIN refund f ON f.workspace_id = r.workspace_id
        AND f.order_id = r.order_id AND f.source = r.source AND f.external_id = r.external_id
        WHERE r.workspace_id = o.workspace_id AND r.order_id = o.id AND r.line_key = l.line_key AND r.restock = 'return'
        AND f.at <= o.handed_over_at + interval '60 days') b ON true
      WHERE ${isSent} AND l.requires_shipping AND ${within(handedDay)} GROUP BY 1 ORDER BY 1`,
    facts: factDays('line_fact', 'handed_day', 'units_returned', 'units_shipped'),
  },
  {
    key: 'click_to_ship',
    isSpread: true,
    raw: spread(
      handedDay,
      hours('handed_over_at'),
      `"order" o ${there} WHERE ${isSent} AND o.handed_over_at >= o.placed_at AND ${within(handedDay)}`,
    ),
    facts: factSpread('handed_day', 'click_to_ship_ms'),
  },
  {
    key: 'cycle',
    isSpread: true,
    raw: spread(
      deliveredDay,
      hours('delivered_at'),
      `"order" o WHERE ${isSent} AND o.delivered_at >= o.placed_at AND ${within(deliveredDay)}`,
    ),
    facts: factSpread('delivered_day', 'cycle_ms'),
  },
];

/** What somebody writes who wants the percentiles of a window, and no days. */
export const windowRaw = `
  SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY ${hours('handed_over_at')}) AS p50,
    percentile_cont(0.9) WITHIN GROUP (ORDER BY ${hours('handed_over_at')}) AS p90
  FROM "order" o ${there} WHERE ${isSent} AND o.handed_over_at >= o.placed_at AND ${within(handedDay)}`;
