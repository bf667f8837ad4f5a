import type { Tx } from '../../src/core/runtime/database.ts';
import { Prisma } from '../../src/db/generated/client.ts';
import { writes } from '../../src/db/scope.ts';
import { idOf, type SeedPlan } from './sql.ts';

/** Notes that every order, parcel and SKU has changed: whoever counts KPIs begins with them. */
export async function seedFacts(tx: Tx, { now }: SeedPlan): Promise<void> {
  const { workspaceId } = tx;
  await writes(tx).$executeRaw`
    INSERT INTO fact_change (workspace_id, family, subject, id, noted_at)
    SELECT ${workspaceId}::uuid, family, subject, ${idOf(workspaceId, Prisma.sql`'fact:' || family || subject`)},
      ${now}::timestamptz
    FROM (
      SELECT 'order' AS family, id::text AS subject FROM "order" WHERE workspace_id = ${workspaceId}::uuid
      UNION ALL
      SELECT DISTINCT 'shipment', series_id::text FROM shipment WHERE workspace_id = ${workspaceId}::uuid
      UNION ALL
      SELECT 'sku', id::text FROM sku WHERE workspace_id = ${workspaceId}::uuid
    ) AS changed`;
}
