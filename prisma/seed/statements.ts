import type { Tx } from '../../src/core/runtime/database.ts';
import { writes } from '../../src/db/scope.ts';

/**
 * What was said of the orders: one statement for each, which its rows hold, what it reached, whether it is held, and the
 * day that its customer was told.
 */
export async function seedStatements(tx: Tx): Promise<void> {
  const { workspaceId } = tx;
  await writes(tx).$executeRaw`
    INSERT INTO order_statement (workspace_id, order_id, source, facet, version_at, hash)
    SELECT workspace_id, id, 'file seed', 'order', said_at, md5(id::text) FROM "order"
    WHERE workspace_id = ${workspaceId}::uuid AND source = 'seed'`;
  await writes(tx).$executeRaw`
    INSERT INTO order_milestone (workspace_id, order_id, source, what, part, event_key, at, retracted)
    SELECT o.workspace_id, o.id, 'file seed', m.what, '', 'migrated', m.at, false
    FROM "order" o CROSS JOIN LATERAL (VALUES ('paid', paid_at), ('allocated', allocated_at), ('picked', picked_at),
      ('packed', packed_at), ('handed_over', handed_over_at), ('delivered', delivered_at), ('cancelled', cancelled_at)) AS m (what, at)
    WHERE o.workspace_id = ${workspaceId}::uuid AND o.source = 'seed' AND m.at IS NOT NULL`;
  await writes(tx).$executeRaw`
    INSERT INTO order_hold (workspace_id, order_id, "from", source, key, reason, by)
    SELECT workspace_id, id, said_at, 'file seed', 'migrated', 'address', 'seed' FROM "order"
    WHERE workspace_id = ${workspaceId}::uuid AND source = 'seed' AND on_hold`;
  // A promise ends with its day: the midnight is the next day's.
  await writes(tx).$executeRaw`
    INSERT INTO order_promise (workspace_id, order_id, ordinal, kind, "on", zone, until, told_at, source)
    SELECT workspace_id, id, 1, 'date', (promised_by AT TIME ZONE 'Europe/Berlin')::date - 1, 'Europe/Berlin', promised_by, placed_at, 'channel'
    FROM "order" WHERE workspace_id = ${workspaceId}::uuid AND source = 'seed'`;
  await writes(tx).$executeRaw`ANALYZE order_statement, order_milestone, order_promise`;
}
