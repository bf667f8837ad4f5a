import type { Tx } from '../../src/core/runtime/database.ts';
import { Prisma } from '../../src/db/generated/client.ts';
import { writes } from '../../src/db/scope.ts';
import { idOf, parcelsKept, roll, type SeedPlan } from './sql.ts';

/** Of what was sent in the last weeks, one parcel for each order, scanned when the truck took it. */
export async function seedParcels(tx: Tx, { now }: SeedPlan): Promise<void> {
  const { workspaceId } = tx;
  const client = writes(tx);
  await client.$executeRaw`
    INSERT INTO fulfilment (workspace_id, id, order_id, source, external_id, location_id, state, carrier_said, carrier_id, service_id,
      tracking, tracking_keys, labelled_at, handed_over_at, hand_over_by, delivered_at, returned_at)
    SELECT o.workspace_id, ${idOf(workspaceId, Prisma.sql`'parcel:' || o.number`)}, o.id, 'file seed', 'P' || o.number, o.location_id, o.stage,
      c.said, k.id, v.id, ARRAY[c.prefix || o.number || c.suffix], ARRAY[c.prefix || o.number || c.suffix], o.labelled_at,
      o.handed_over_at, 'scan', o.delivered_at, o.returned_at
    FROM "order" o
    JOIN location l ON l.workspace_id = o.workspace_id AND l.id = o.location_id
    JOIN (VALUES ('HAM', 'DHL', 'PAKET', '003404342921', '001'), ('ROT', 'PostNL', 'PAKKET', '3SHHHL', '88'),
      ('NYC', 'UPS', 'GROUND', '1ZHH7R4203', '001'), ('AMZ', 'Amazon Logistics', NULL, 'DE20', '01'))
      AS c (code, said, service, prefix, suffix) ON c.code = l.code
    LEFT JOIN carrier k ON k.workspace_id = o.workspace_id AND k.code = upper(c.said)
    LEFT JOIN carrier_service v ON v.workspace_id = o.workspace_id AND v.carrier_id = k.id AND v.code = c.service
    WHERE o.workspace_id = ${workspaceId}::uuid AND o.source = 'seed' AND o.handed_over_at >= ${now}::timestamptz - ${parcelsKept}`;
  await client.$executeRaw`
    INSERT INTO fulfilment_line (workspace_id, fulfilment_id, line_key, order_id, quantity)
    SELECT f.workspace_id, f.id, line_key, f.order_id, shipped
    FROM fulfilment f JOIN order_line ol ON ol.workspace_id = f.workspace_id AND ol.order_id = f.order_id
    WHERE f.workspace_id = ${workspaceId}::uuid AND f.source = 'file seed'`;
  await client.$executeRaw`
    INSERT INTO order_milestone (workspace_id, order_id, source, what, part, event_key, at, by, retracted)
    SELECT workspace_id, order_id, 'file seed', 'handed_over', external_id, 'scan', handed_over_at, 'scan', false
    FROM fulfilment WHERE workspace_id = ${workspaceId}::uuid AND source = 'file seed'`;
}

/**
 * One in forty of the delivered has a piece refunded within ten days, most of which go back on the shelf; what came back
 * unopened is refunded whole.
 */
export async function seedRefunds(tx: Tx, { now }: SeedPlan): Promise<void> {
  const { workspaceId } = tx;
  const number = Prisma.sql`o.number`;
  await writes(tx).$executeRaw`
    WITH due AS (
      SELECT o.*, stage = 'returned' AS is_back, ${roll(Prisma.sql`'restock' || ${number}`, 5)} < 3 AS is_sound,
        coalesce(returned_at, delivered_at) + make_interval(hours => 30 + ${roll(Prisma.sql`'refund after' || ${number}`, 200)}) AS refunded_at
      FROM "order" o
      WHERE workspace_id = ${workspaceId}::uuid AND source = 'seed'
        AND (stage = 'returned' OR (stage = 'delivered' AND ${roll(Prisma.sql`'refund' || ${number}`, 40)} = 0))
    ), line AS (
      INSERT INTO refund_line (workspace_id, order_id, source, external_id, line_key, quantity, amount_minor, restock, location_id)
      SELECT d.workspace_id, d.id, 'file seed', 'R' || d.number, line_key, q, q * unit_price_minor,
        CASE WHEN is_back OR is_sound THEN 'return' ELSE 'none' END, d.location_id
      FROM due d JOIN order_line ol ON ol.workspace_id = d.workspace_id AND ol.order_id = d.id AND (is_back OR ol.ordinal = 1)
      CROSS JOIN LATERAL (SELECT CASE WHEN is_back THEN ol.shipped ELSE 1 END AS q) AS pieces
      WHERE refunded_at < ${now}::timestamptz
      RETURNING order_id, line_key, quantity, amount_minor, restock
    ), given AS (
      UPDATE order_line ol SET refunded = line.quantity, returned = CASE restock WHEN 'return' THEN line.quantity ELSE returned END
      FROM line WHERE ol.workspace_id = ${workspaceId}::uuid AND ol.order_id = line.order_id AND ol.line_key = line.line_key
    )
    INSERT INTO refund (workspace_id, order_id, source, external_id, at, amount_minor, note)
    SELECT d.workspace_id, d.id, 'file seed', 'R' || d.number, refunded_at, sum(line.amount_minor),
      CASE WHEN is_back THEN 'Came back unopened' WHEN is_sound THEN 'Sent back, as new' ELSE 'Arrived chipped' END
    FROM due d JOIN line ON line.order_id = d.id GROUP BY d.workspace_id, d.id, d.number, refunded_at, is_back, is_sound`;
}
