import type { Making } from '../../../core/declare/kpi.ts';
import type { Tx } from '../../../core/runtime/database.ts';
import { dropFacts, isFactOf } from '../../../db/declared/facts-of.ts';
import { writes } from '../../../db/scope.ts';
import { returnDays } from './fact-store.ts';

/**
 * Makes the facts of the lines of orders anew. What counts, on which days and where is the order's: its facts of the same
 * generation say so, and are made before.
 */
export async function makeLineFacts(tx: Tx, { generation, subjects }: Making): Promise<void> {
  await dropFacts(tx, 'line_fact', { generation, subjects });
  await writes(tx).$executeRaw`
    INSERT INTO line_fact (workspace_id, generation, subject, part, label, ref, left_out, currency, sku, channel, location, country,
      service, placed_day, ship_day, handed_day, units, goods_units, value_minor, credit_units, goods_credit_units, lines_due,
      lines_filled, units_due, units_filled, fill_unknown, units_shipped, units_returned)
    WITH fact AS MATERIALIZED (
      -- Read once for all: without statistics the planner would look through the whole generation for each of them.
      SELECT *, subject::uuid AS order_id FROM order_fact f
      WHERE f.workspace_id = ${tx.workspaceId}::uuid AND ${isFactOf(tx, 'order_fact', { generation, subjects })}
    )
    SELECT f.workspace_id, f.generation, f.subject, l.ordinal::text, f.label || ' · ' || l.code, f.ref, f.left_out, f.currency,
      l.code, f.channel, f.location, f.country, f.service, f.placed_day, f.ship_day, f.handed_day,
      f.orders * net, f.orders * is_goods * net, f.orders * is_goods * net * l.unit_price_minor,
      f.credits * l.refunded, f.credits * is_goods * l.refunded,
      f.fill_due * is_due, f.fill_due * is_due * coalesce((q.quantity >= l.due_quantity)::int, 0),
      f.fill_due * is_due * l.due_quantity, f.fill_due * is_due * least(coalesce(q.quantity, 0), l.due_quantity),
      f.fill_unknown * is_due, f.shipped * sent, f.shipped * least(back.units, sent)
    FROM fact f
    JOIN order_line l ON l.workspace_id = f.workspace_id AND l.order_id = f.order_id
    LEFT JOIN LATERAL (
      -- By its whole key, one look for each line: joined, all lines of that key in other parcels would be gone through.
      SELECT p.quantity FROM fulfilment_line p
      WHERE p.workspace_id = l.workspace_id AND p.fulfilment_id = f.first_parcel AND p.line_key = l.line_key LIMIT 1
    ) q ON true
    CROSS JOIN LATERAL (
      SELECT (l.kind = 'goods')::int AS is_goods, l.ordered - l.cancelled AS net,
        (l.requires_shipping AND l.due_quantity > 0)::int AS is_due,
        CASE WHEN l.requires_shipping THEN l.shipped ELSE 0 END AS sent
    ) own
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(r.quantity), 0)::int AS units FROM refund_line r
      JOIN refund ON refund.workspace_id = r.workspace_id AND refund.order_id = r.order_id AND refund.source = r.source
        AND refund.external_id = r.external_id
      JOIN "order" o ON o.workspace_id = r.workspace_id AND o.id = r.order_id
      WHERE r.workspace_id = l.workspace_id AND r.order_id = l.order_id AND r.line_key = l.line_key AND r.restock = 'return'
        AND refund.at <= o.handed_over_at + make_interval(days => ${returnDays}::int)
    ) back`;
}
