import type { Tx } from '../../src/core/runtime/database.ts';
import { Prisma } from '../../src/db/generated/client.ts';
import { writes } from '../../src/db/scope.ts';

/** ISO 8601, as statements write a moment. */
const iso = (at: Prisma.Sql) =>
  Prisma.sql`to_char(${at} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * What was said of the year's orders: one statement for each, which its rows hold, what it reached, and the day that its
 * customer was told. A second tells what rows do not hold: parcels, refunds, the region. The fold of them is the rows.
 */
export async function seedStatements(tx: Tx): Promise<void> {
  const { workspaceId } = tx;
  const ofSeed = Prisma.sql`o.workspace_id = ${workspaceId}::uuid AND o.source = 'seed'`;
  await writes(tx).$executeRaw`
    INSERT INTO order_statement (workspace_id, order_id, source, facet, version_at, hash)
    SELECT workspace_id, id, 'file seed', 'order', said_at, md5(id::text) FROM "order" o WHERE ${ofSeed}`;
  await writes(tx).$executeRaw`
    INSERT INTO order_milestone (workspace_id, order_id, source, what, part, event_key, at, retracted)
    SELECT o.workspace_id, o.id, 'file seed', m.what, '', 'migrated', m.at, false
    FROM "order" o CROSS JOIN LATERAL (VALUES ('paid', paid_at), ('allocated', allocated_at), ('picked', picked_at),
      ('packed', packed_at), ('handed_over', handed_over_at), ('delivered', delivered_at), ('returned', returned_at),
      ('cancelled', cancelled_at)) AS m (what, at)
    WHERE ${ofSeed} AND m.at IS NOT NULL`;
  // A promise ends with its day where the customer is: the midnight is the next day's.
  await writes(tx).$executeRaw`
    INSERT INTO order_promise (workspace_id, order_id, ordinal, kind, "on", zone, until, told_at, source)
    SELECT workspace_id, id, 1, 'date', (promised_by AT TIME ZONE ship_zone)::date - 1, ship_zone, promised_by, placed_at, 'channel'
    FROM "order" o WHERE ${ofSeed}`;
  await seedSecondStatements(tx, ofSeed);
  await writes(tx).$executeRaw`ANALYZE order_statement, order_milestone, order_promise`;
}

/** After parcels and refunds are there. */
async function seedSecondStatements(tx: Tx, ofSeed: Prisma.Sql): Promise<void> {
  await writes(tx).$executeRaw`
    WITH parcel AS (
      SELECT f.order_id, json_agg(json_build_object('externalId', f.external_id, 'state', s.state, 'at', ${iso(Prisma.sql`s.at`)},
          'location', json_build_object('source', 'ours', 'kind', 'location', 'externalId', f.location_id),
          'carrier', carrier_said, 'service', service_said, 'tracking', tracking, 'lines', NULL) ORDER BY s.rank) AS states,
        json_agg(json_build_object('what', 'handed_over', 'retracted', false, 'part', external_id, 'eventKey', 'scan',
          'at', ${iso(Prisma.sql`s.at`)}, 'by', 'scan')) FILTER (WHERE s.state = 'handed_over') AS scans
      FROM fulfilment f
      JOIN "order" o ON o.workspace_id = f.workspace_id AND o.id = f.order_id
      LEFT JOIN LATERAL (SELECT v.code AS service_said FROM carrier_service v
        WHERE v.workspace_id = f.workspace_id AND v.id = f.service_id) AS v ON true
      CROSS JOIN LATERAL (VALUES (1, 'labelled', f.labelled_at), (2, 'handed_over', f.handed_over_at), (3, 'delivered', f.delivered_at),
        (4, 'returned', f.returned_at)) AS s (rank, state, at)
      WHERE ${ofSeed} AND s.at IS NOT NULL GROUP BY f.order_id
    ), refunded AS (
      SELECT r.order_id, json_agg(json_build_object('externalId', r.external_id, 'at', ${iso(Prisma.sql`r.at`)},
        'amountMinor', r.amount_minor::text, 'note', r.note, 'lines', l.lines)) AS refunds
      FROM refund r JOIN "order" o ON o.workspace_id = r.workspace_id AND o.id = r.order_id
      CROSS JOIN LATERAL (SELECT json_agg(json_build_object('id', line_key, 'quantity', quantity, 'amountMinor', amount_minor::text,
          'restock', restock, 'location', json_build_object('source', 'ours', 'kind', 'location', 'externalId', location_id))) AS lines
        FROM refund_line l WHERE l.workspace_id = r.workspace_id AND l.order_id = r.order_id AND l.source = r.source
          AND l.external_id = r.external_id) AS l
      WHERE ${ofSeed} GROUP BY r.order_id
    )
    INSERT INTO order_statement (workspace_id, order_id, source, facet, version_at, hash, said)
    SELECT o.workspace_id, o.id, 'file seed', 'parcels', said_at, md5(o.id::text || ' parcels'),
      json_strip_nulls(json_build_object('order', json_build_object('channel', channel, 'number', number),
        'header', CASE WHEN ship_region IS NULL THEN NULL ELSE json_build_object('shipRegion', ship_region) END,
        'refunds', refunds))::jsonb
        || jsonb_build_object('order', json_build_object('channel', channel, 'number', number, 'external', NULL))
        || CASE WHEN states IS NULL THEN '{}' ELSE jsonb_build_object('fulfilments', states, 'milestones', coalesce(scans, '[]')) END
    FROM "order" o LEFT JOIN parcel p ON p.order_id = o.id LEFT JOIN refunded r ON r.order_id = o.id
    WHERE ${ofSeed} AND (states IS NOT NULL OR refunds IS NOT NULL OR ship_region IS NOT NULL)`;
}
