import type { Making } from '../../../core/declare/kpi.ts';
import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { dropFacts } from '../../../db/declared/facts-of.ts';
import { idsAfter } from '../../../db/declared/ids-after.ts';
import { writes } from '../../../db/scope.ts';

/** Makes the facts of shipments to customers anew, by their series: what suppliers send is counted by its lines. */
export async function makeShipmentFacts(tx: Tx, { generation, subjects, timeZone }: Making): Promise<void> {
  await dropFacts(tx, 'shipment_fact', { generation, subjects });
  await writes(tx).$executeRaw`
    INSERT INTO shipment_fact (workspace_id, generation, subject, part, label, ref, left_out, currency, carrier, service, lane, country,
      promise_day, handed_day, judged, late_carrier, late_unattributed, left_late, ship_by_unknown, undelivered, shipped, scanned,
      exceptions)
    SELECT s.workspace_id, ${generation}::int, s.series_id::text, s.id::text, s.tracking, s.id::text,
      CASE WHEN s.status = 'cancelled' THEN 'cancelled' END, '', coalesce(carrier.code, s.carrier_said, ''),
      coalesce(service.code, s.service_said, ''), s.lane, coalesce(s.to_country, ''),
      (s.original_until AT TIME ZONE s.zone - interval '1 microsecond')::date,
      (s.handed_over_at AT TIME ZONE ${timeZone}::text)::date,
      is_judged::int, (is_judged AND s.came_late AND s.fault = 'carrier')::int,
      (is_judged AND s.came_late AND s.fault = 'none')::int,
      (is_promised AND s.delivered_at IS NOT NULL AND coalesce(s.handed_over_at > s.ship_by, false))::int,
      (is_promised AND s.delivered_at IS NOT NULL AND (s.ship_by IS NULL OR s.handed_over_at IS NULL))::int,
      (is_promised AND s.delivered_at IS NULL)::int,
      (s.handed_over_at IS NOT NULL)::int, (s.handed_over_at IS NOT NULL AND s.scanned_at IS NOT NULL)::int,
      (s.handed_over_at IS NOT NULL AND (s.reason IS NOT NULL
        OR s.status IN ('return_to_sender', 'delivery_failed', 'on_hold', 'delayed')))::int
    FROM shipment s
    LEFT JOIN carrier ON carrier.workspace_id = s.workspace_id AND carrier.id = s.carrier_id
    LEFT JOIN carrier_service service ON service.workspace_id = s.workspace_id AND service.id = s.service_id
    CROSS JOIN LATERAL (SELECT s.original_until IS NOT NULL AS is_promised) told
    CROSS JOIN LATERAL (
      SELECT coalesce(is_promised AND s.delivered_at IS NOT NULL AND s.handed_over_at <= s.ship_by, false) AS is_judged
    ) judged
    WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.series_id = ANY(${[...subjects]}::uuid[])
      AND s.direction NOT IN ('inbound', 'return')`;
}

/** The subjects after one, in their order. */
export async function seriesAfter(
  scope: Scope,
  after: string | null,
  most: number,
): Promise<readonly string[]> {
  return await idsAfter(scope, { table: 'shipment', column: 'series_id' }, after, most);
}
