import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { Leg } from './rules.ts';

export interface Place {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** What a closed one holds can only be taken away. */
  readonly active: boolean;
}

/** Every location, in the shop's order. */
export async function listLocations(scope: Scope): Promise<readonly Place[]> {
  return await reads(scope).location.findMany({
    where: { workspaceId: scope.workspaceId },
    select: { id: true, code: true, name: true, active: true },
    orderBy: [{ position: 'asc' }, { code: 'asc' }],
  });
}

/** The unit cost as text, in minor units. */
export async function findCost(
  scope: Scope,
  skuId: string,
): Promise<{ readonly unitCost: string | null; readonly currency: string } | null> {
  const row = await reads(scope).sku.findUnique({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id: skuId } },
    select: { unitCostMinor: true, currency: true },
  });
  return row && { unitCost: row.unitCostMinor?.toString() ?? null, currency: row.currency };
}

export async function quantitiesOf(
  scope: Scope,
  skuId: string,
  locationId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await reads(scope).level.findMany({
    where: { workspaceId: scope.workspaceId, skuId, locationId },
    select: { bucket: true, quantity: true },
  });
  return new Map(rows.map(({ bucket, quantity }) => [bucket, quantity]));
}

/** Locks the existing buckets until the transaction ends. */
export async function holdBuckets(tx: Tx, skuId: string, locationId: string): Promise<void> {
  await writes(tx).$queryRaw`
    SELECT bucket FROM level
    WHERE workspace_id = ${tx.workspaceId}::uuid AND sku_id = ${skuId}::uuid AND location_id = ${locationId}::uuid
    ORDER BY bucket FOR UPDATE`;
}

/** Creates missing buckets at zero, for their first units. */
async function openBuckets(
  tx: Tx,
  { skuId, locationId, at, legs }: Pick<Entry, 'skuId' | 'locationId' | 'at' | 'legs'>,
): Promise<void> {
  await writes(tx).$executeRaw`
    INSERT INTO level (workspace_id, sku_id, location_id, bucket, quantity, data_fault, updated_at)
    SELECT ${tx.workspaceId}::uuid, ${skuId}::uuid, ${locationId}::uuid, b, 0, false, ${at}::timestamptz
    FROM UNNEST(${legs.map(({ bucket }) => bucket)}::text[]) AS b ORDER BY b
    ON CONFLICT (workspace_id, sku_id, location_id, bucket) DO NOTHING`;
}

export interface Entry {
  readonly id: string;
  readonly skuId: string;
  readonly locationId: string;
  readonly legs: readonly Leg[];
  /** Names the approval and the cause. */
  readonly reference: string;
  readonly note: string | null;
  readonly actorId: string;
  readonly at: Date;
}

/** The entry, its legs, and the resulting levels. */
export async function writeAdjustment(tx: Tx, entry: Entry): Promise<void> {
  const { workspaceId } = tx;
  const { id, skuId, locationId, legs, at } = entry;
  const client = writes(tx);
  await openBuckets(tx, entry);
  await client.ledgerEntry.create({
    data: {
      workspaceId,
      id,
      cause: 'adjustment',
      reference: entry.reference,
      note: entry.note,
      actorKind: 'person',
      actorId: entry.actorId,
      occurredAt: at,
      recordedAt: at,
      legs: {
        create: legs.map((leg, i) => ({ ...leg, ordinal: i + 1, skuId, locationId, occurredAt: at })),
      },
    },
  });
  // In the order of all other locks.
  for (const { bucket, quantity } of legs.toSorted((a, b) => a.bucket.localeCompare(b.bucket)))
    await client.$executeRaw`
      UPDATE level SET quantity = quantity + ${quantity}, data_fault = quantity + ${quantity} < 0, updated_at = ${at}
      WHERE workspace_id = ${workspaceId}::uuid AND sku_id = ${skuId}::uuid AND location_id = ${locationId}::uuid
        AND bucket = ${bucket}`;
}
