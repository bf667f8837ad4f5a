import type { Making } from '../../../core/declare/kpi.ts';
import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { dropFacts } from '../../../db/declared/facts-of.ts';
import { idsAfter } from '../../../db/declared/ids-after.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { writes } from '../../../db/scope.ts';

/** Returns count for an order within so many days after it was handed over (KPIS.md, return_units). */
export const returnDays = 60;

/** Makes the facts of orders anew, in three statements for any number. */
export async function makeOrderFacts(tx: Tx, { generation, subjects, timeZone }: Making): Promise<void> {
  await dropFacts(tx, 'order_fact', { generation, subjects });
  await writes(tx).$executeRaw`
    INSERT INTO order_fact (workspace_id, generation, subject, part, label, ref, left_out, currency, channel, location, country,
      service, cancelled_by, placed_day, ship_day, promise_day, revised_day, handed_day, delivered_day, first_parcel, orders,
      goods_orders, credits, cancelled, promised, promised_done, kept, revised, revised_done, revised_kept, undelivered,
      cancelled_before, digital, due, shipped_on_time, fill_due, filled, fill_unknown, shipped, click_to_ship_ms,
      ship_to_deliver_ms, cycle_ms, ship_fault, deliver_fault, cycle_fault)
    ${factsOf(tx, { generation, subjects, timeZone })}`;
}

const flag = (condition: Prisma.Sql) => Prisma.sql`coalesce(${condition}, false)::int`;

/** A day ends before the moment that a promise of a date names; an instant is kept until it (KPIS.md, rule 4). */
const isKept = (promise: Prisma.Sql) => Prisma.sql`CASE WHEN ${promise}.kind = 'date'
  THEN o.delivered_at < ${promise}.until ELSE o.delivered_at <= ${promise}.until END`;

const promiseDay = (promise: Prisma.Sql) =>
  Prisma.sql`coalesce(${promise}."on", (${promise}.at AT TIME ZONE ${promise}.zone)::date)`;

const ms = (from: Prisma.Sql, to: Prisma.Sql) => Prisma.sql`CASE WHEN ${to} >= ${from}
  THEN (extract(epoch FROM ${to} - ${from}) * 1000)::bigint END`;

const first = Prisma.sql`first`;
const last = Prisma.sql`last`;

/**
 * One row for each order. What it adds is worked out as if it counted, and `left_out` says that it does not. What is sold
 * counts where nothing is sent; what is delivered does not. An order is on time, shipped or delivered, when the last of its required lines is: that is what the order's own moments say.
 */
function factsOf(tx: Tx, { generation, subjects, timeZone }: Making): Prisma.Sql {
  const zone = Prisma.sql`coalesce(location.time_zone, ${timeZone}::text)`;
  // Where it goes; an order of which nobody knows that is judged by the business's days.
  const there = Prisma.sql`coalesce(o.ship_zone, ${timeZone}::text)`;
  return Prisma.sql`
    SELECT o.workspace_id, ${generation}::int, o.id::text, '', o.number, o.id::text,
      CASE WHEN o.test THEN 'test' WHEN o.draft THEN 'draft'
        WHEN o.replacement_of IS NOT NULL THEN 'replacement' WHEN o.merged_into IS NOT NULL THEN 'merged into another' END,
      o.currency, o.channel, coalesce(location.code, ''), coalesce(o.ship_country, o.ship_to_country, ''),
      coalesce(o.service, ''), CASE WHEN o.cancelled_at IS NULL THEN '' ELSE coalesce(o.cancelled_by, 'unknown') END,
      (o.placed_at AT TIME ZONE ${timeZone}::text)::date,
      coalesce(o.ship_day, (o.ship_by AT TIME ZONE ${zone})::date),
      ${promiseDay(first)}, ${promiseDay(last)},
      (o.handed_over_at AT TIME ZONE ${zone})::date, (o.delivered_at AT TIME ZONE ${there})::date,
      parcel.id, is_sale::int, ${flag(Prisma.sql`is_sale AND line.goods_units > 0`)}, (NOT is_sale)::int,
      ${flag(Prisma.sql`is_sale AND o.cancelled_at IS NOT NULL`)},
      ${flag(Prisma.sql`counts AND first.until IS NOT NULL`)},
      ${flag(Prisma.sql`counts AND first.until IS NOT NULL AND o.delivered_at IS NOT NULL`)},
      ${flag(Prisma.sql`counts AND ${isKept(first)}`)},
      ${flag(Prisma.sql`counts AND last.until IS NOT NULL`)},
      ${flag(Prisma.sql`counts AND last.until IS NOT NULL AND o.delivered_at IS NOT NULL`)},
      ${flag(Prisma.sql`counts AND ${isKept(last)}`)},
      ${flag(Prisma.sql`counts AND first.until IS NOT NULL AND o.delivered_at IS NULL`)},
      ${flag(Prisma.sql`is_sale AND before_hand_over AND NOT o.digital`)}, ${flag(Prisma.sql`is_sale AND o.digital`)},
      ${flag(Prisma.sql`counts AND o.ship_by IS NOT NULL`)},
      ${flag(Prisma.sql`counts AND o.handed_over_at <= o.ship_by`)},
      ${flag(Prisma.sql`fills`)}, ${flag(Prisma.sql`fills AND fill.lines_filled = fill.lines_due`)},
      ${flag(Prisma.sql`counts AND o.ship_by IS NOT NULL AND NOT fills`)},
      ${flag(Prisma.sql`counts AND o.handed_over_at IS NOT NULL`)},
      CASE WHEN counts THEN ${ms(Prisma.sql`o.placed_at`, Prisma.sql`o.handed_over_at`)} END,
      CASE WHEN counts THEN ${ms(Prisma.sql`o.handed_over_at`, Prisma.sql`o.delivered_at`)} END,
      CASE WHEN counts THEN ${ms(Prisma.sql`o.placed_at`, Prisma.sql`o.delivered_at`)} END,
      ${flag(Prisma.sql`counts AND o.handed_over_at < o.placed_at`)},
      ${flag(Prisma.sql`counts AND o.delivered_at < o.handed_over_at`)},
      ${flag(Prisma.sql`counts AND o.delivered_at < o.placed_at`)}
    FROM "order" o
    LEFT JOIN location ON location.workspace_id = o.workspace_id AND location.id = o.location_id
    LEFT JOIN order_promise first ON first.workspace_id = o.workspace_id AND first.order_id = o.id AND first.ordinal = 1
    LEFT JOIN LATERAL (
      SELECT p.kind, p."on", p.at, p.zone, p.until FROM order_promise p
      WHERE p.workspace_id = o.workspace_id AND p.order_id = o.id ORDER BY p.ordinal DESC LIMIT 1
    ) last ON true
    CROSS JOIN LATERAL (
      SELECT o.kind = 'sale' AS is_sale,
        o.cancelled_at IS NOT NULL AND (o.handed_over_at IS NULL OR o.handed_over_at > o.cancelled_at) AS before_hand_over
    ) kind
    CROSS JOIN LATERAL (SELECT is_sale AND NOT before_hand_over AND NOT o.digital AS counts) judged
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(l.ordered - l.cancelled) FILTER (WHERE l.kind = 'goods'), 0)::int AS goods_units,
        coalesce(sum(l.shipped) FILTER (WHERE l.requires_shipping), 0)::int AS shipped
      FROM order_line l WHERE l.workspace_id = o.workspace_id AND l.order_id = o.id
    ) line
    LEFT JOIN LATERAL (
      SELECT f.id FROM fulfilment f
      WHERE f.workspace_id = o.workspace_id AND f.order_id = o.id AND f.handed_over_at IS NOT NULL
        AND f.state NOT IN ('failed', 'cancelled') ORDER BY f.handed_over_at, f.id LIMIT 1
    ) parcel ON true
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS lines_due, count(*) FILTER (WHERE q.quantity >= l.due_quantity)::int AS lines_filled
      FROM order_line l LEFT JOIN fulfilment_line q ON q.workspace_id = l.workspace_id AND q.fulfilment_id = parcel.id
        AND q.line_key = l.line_key
      WHERE l.workspace_id = o.workspace_id AND l.order_id = o.id AND l.requires_shipping AND l.due_quantity > 0
    ) fill
    CROSS JOIN LATERAL (
      -- Due, and either nothing has left, or it is told what the first parcel brought.
      SELECT counts AND o.ship_by IS NOT NULL AND fill.lines_due > 0 AND (o.handed_over_at IS NULL AND line.shipped = 0
        OR EXISTS (SELECT 1 FROM fulfilment_line q WHERE q.workspace_id = o.workspace_id AND q.fulfilment_id = parcel.id)) AS fills
    ) filling
    WHERE o.workspace_id = ${tx.workspaceId}::uuid AND o.id = ANY(${[...subjects]}::uuid[])`;
}

/** The subjects after one, in their order. */
export async function ordersAfter(
  scope: Scope,
  after: string | null,
  most: number,
): Promise<readonly string[]> {
  return await idsAfter(scope, { table: 'order' }, after, most);
}
