import type { Tx } from '../../../core/runtime/database.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { writes } from '../../../db/scope.ts';
import type { Receipt } from './model.ts';

/**
 * Makes watches of these SKUs that begin now wait until the transaction ends, in one order for everybody: a change that does not
 * see the new watch must show on its first card.
 */
export async function holdSkus(tx: Tx, skuIds: readonly string[]): Promise<void> {
  await writes(tx).$queryRaw`
    SELECT id FROM sku WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${skuIds}::uuid[]) ORDER BY id FOR KEY SHARE`;
}

/** The stored receipts with these ids, locked until the transaction ends. */
export async function holdReceipts(tx: Tx, ids: readonly string[]): Promise<readonly Receipt[]> {
  return await writes(tx).$queryRaw<Receipt[]>`
    SELECT r.id, r.sku_id AS "skuId", r.location_id AS "locationId", r.ref, r.sender, r.quantity, r.received,
      r.expected_on::text AS "expectedOn", r.promised_on::text AS "promisedOn"
    FROM expected_receipt r WHERE r.workspace_id = ${tx.workspaceId}::uuid AND r.id = ANY(${ids}::uuid[])
    ORDER BY r.id FOR UPDATE OF r`;
}

export async function writeReceipts(
  tx: Tx,
  kind: string,
  receipts: readonly Receipt[],
  now: Date,
): Promise<void> {
  if (receipts.length === 0) return;
  await writes(tx).$executeRaw`
    INSERT INTO expected_receipt (workspace_id, id, kind, sku_id, location_id, ref, sender, quantity, received, expected_on,
      promised_on, updated_at)
    SELECT ${tx.workspaceId}::uuid, t.id, ${kind}, t.sku_id, t.location_id, t.ref, t.sender, t.quantity, t.received,
      t.expected_on, t.promised_on, ${now}::timestamptz
    FROM UNNEST(${receipts.map((r) => r.id)}::uuid[], ${receipts.map((r) => r.skuId)}::uuid[],
      ${receipts.map((r) => r.locationId)}::uuid[], ${receipts.map((r) => r.ref)}::text[],
      ${receipts.map((r) => r.sender)}::text[], ${receipts.map((r) => r.quantity)}::int[],
      ${receipts.map((r) => r.received)}::int[], ${receipts.map((r) => r.expectedOn)}::date[],
      ${receipts.map((r) => r.promisedOn)}::date[])
      AS t (id, sku_id, location_id, ref, sender, quantity, received, expected_on, promised_on)
    ORDER BY t.id
    ON CONFLICT (workspace_id, id) DO UPDATE SET sku_id = EXCLUDED.sku_id, location_id = EXCLUDED.location_id,
      ref = EXCLUDED.ref, sender = EXCLUDED.sender, quantity = EXCLUDED.quantity, received = EXCLUDED.received,
      expected_on = EXCLUDED.expected_on, promised_on = EXCLUDED.promised_on, updated_at = EXCLUDED.updated_at`;
}

export async function dropReceipts(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await writes(tx).$executeRaw`
    DELETE FROM expected_receipt WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::uuid[])`;
}

/** The open receipts of SKU `skuId` by location, for its card; `today` is a day. */
export const receiptsByPlace = (workspaceId: Prisma.Sql, skuId: Prisma.Sql, today: Prisma.Sql) => Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('units', r.units, 'expectedOn', r.expected_on, 'comingOn', r.coming_on,
    'location', CASE WHEN place.id IS NOT NULL THEN json_build_object('code', place.code, 'name', place.name) END)
    ORDER BY place.position, place.code), '[]')
  FROM (
    SELECT e.location_id, sum(e.quantity - e.received) AS units, min(e.expected_on) AS expected_on,
      min(e.expected_on) FILTER (WHERE e.expected_on >= ${today}) AS coming_on
    FROM expected_receipt e WHERE e.workspace_id = ${workspaceId} AND e.sku_id = ${skuId} GROUP BY e.location_id
  ) r LEFT JOIN location place ON place.workspace_id = ${workspaceId} AND place.id = r.location_id)`;

/** The one of them that is due first, for its card. */
export const nextReceipt = (workspaceId: Prisma.Sql, skuId: Prisma.Sql) => Prisma.sql`(
  SELECT json_build_object('units', e.quantity - e.received, 'expectedOn', e.expected_on, 'ref', e.ref, 'sender', e.sender)
  FROM expected_receipt e WHERE e.workspace_id = ${workspaceId} AND e.sku_id = ${skuId}
  ORDER BY e.expected_on, e.id LIMIT 1)`;
