import type { Context } from '../../../core/runtime/context.ts';
import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads, writes } from '../../../db/scope.ts';
import {
  type BucketChange,
  type KnownLocation,
  levelKey,
  type ReportedLevel,
  reportedBuckets,
  type Standing,
} from './level-rules.ts';

export async function knownLocations(scope: Scope): Promise<Map<string, KnownLocation>> {
  const rows = await reads(scope).location.findMany({
    where: { workspaceId: scope.workspaceId },
    select: { id: true, code: true, stockAsOf: true },
    orderBy: { position: 'asc' },
  });
  return new Map(rows.map((row) => [codeKey(row.code), row]));
}

/** Every bucket of these SKUs in these locations, with the quantity moved after each row's moment. */
export async function standingOf(
  scope: Scope,
  reported: readonly ReportedLevel[],
): Promise<Map<string, Standing>> {
  if (reported.length === 0) return new Map();
  const rows = await reads(scope).$queryRaw<
    (Standing & { skuId: string; locationId: string; bucket: string })[]
  >`
    SELECT l.sku_id AS "skuId", l.location_id AS "locationId", l.bucket, l.quantity, l.expected_on AS "expectedOn",
      coalesce((SELECT sum(g.quantity)::int FROM ledger_leg g
        WHERE g.workspace_id = ${scope.workspaceId}::uuid AND g.sku_id = l.sku_id AND g.location_id = l.location_id
          AND g.bucket = l.bucket AND g.occurred_at > t.as_of), 0) AS "movedSince"
    FROM ${targets(reported)} JOIN level l
      ON l.workspace_id = ${scope.workspaceId}::uuid AND l.sku_id = t.sku_id AND l.location_id = t.location_id`;
  return new Map(rows.map((row) => [levelKey(row.skuId, row.locationId, row.bucket), row]));
}

/**
 * Locks every bucket that the rows may touch until the transaction ends. Missing ones are created at zero, so that
 * there is a row to lock; the order is fixed, or two imports would deadlock.
 */
export async function lockLevels(tx: Tx, reported: readonly ReportedLevel[], now: Date): Promise<void> {
  if (reported.length === 0) return;
  const places = reported.flatMap((one) =>
    [...reportedBuckets(one, new Map()).keys()].map((bucket) => ({ ...one, bucket })),
  );
  await writes(tx).$executeRaw`
    INSERT INTO level (workspace_id, sku_id, location_id, bucket, quantity, data_fault, updated_at)
    SELECT ${tx.workspaceId}::uuid, p.*, 0, false, ${now}::timestamptz FROM UNNEST(
      ${places.map((p) => p.skuId)}::uuid[], ${places.map((p) => p.locationId)}::uuid[],
      ${places.map((p) => p.bucket)}::text[]) AS p (sku_id, location_id, bucket)
    ORDER BY p.sku_id, p.location_id, p.bucket
    ON CONFLICT (workspace_id, sku_id, location_id, bucket) DO NOTHING`;
  await writes(tx).$queryRaw`
    SELECT l.bucket FROM level l JOIN ${targets(reported)} ON l.sku_id = t.sku_id AND l.location_id = t.location_id
    WHERE l.workspace_id = ${tx.workspaceId}::uuid
    ORDER BY l.sku_id, l.location_id, l.bucket FOR UPDATE OF l`;
}

/** One ledger entry per location and moment, a leg per difference, and the levels they add up to. */
export async function writeChanges(
  tx: Tx,
  { actor, now, ids }: Context,
  changes: readonly BucketChange[],
  reference: string,
): Promise<void> {
  if (changes.length === 0) return;
  const entries = new Map<string, { id: string; at: Date; legs: BucketChange[] }>();
  for (const change of changes) {
    if (change.difference === 0) continue;
    const key = `${change.reported.locationId} ${change.reported.asOf.getTime()}`;
    const entry = entries.get(key) ?? { id: ids.uuid(now), at: change.reported.asOf, legs: [] };
    entry.legs.push(change);
    entries.set(key, entry);
  }
  const all = [...entries.values()];
  const legs = all.flatMap(({ id, legs }) =>
    legs.map((leg, index) => ({ ...leg, entryId: id, ordinal: index + 1 })),
  );
  const client = writes(tx);
  await client.$executeRaw`
    INSERT INTO ledger_entry (workspace_id, id, occurred_at, cause, reference, actor_kind, actor_id, recorded_at)
    SELECT ${tx.workspaceId}::uuid, e.*, 'import', ${reference}, ${actor.kind}, ${actor.id}, ${now}::timestamptz
    FROM UNNEST(${all.map((e) => e.id)}::uuid[], ${all.map((e) => e.at)}::timestamptz[]) AS e`;
  await client.$executeRaw`
    INSERT INTO ledger_leg (workspace_id, entry_id, ordinal, sku_id, location_id, bucket, quantity, occurred_at)
    SELECT ${tx.workspaceId}::uuid, l.* FROM UNNEST(
      ${legs.map((l) => l.entryId)}::uuid[], ${legs.map((l) => l.ordinal)}::int[],
      ${legs.map((l) => l.reported.skuId)}::uuid[], ${legs.map((l) => l.reported.locationId)}::uuid[],
      ${legs.map((l) => l.bucket)}::text[], ${legs.map((l) => l.difference)}::int[],
      ${legs.map((l) => l.reported.asOf)}::timestamptz[]) AS l`;
  await client.$executeRaw`
    UPDATE level SET quantity = c.quantity, data_fault = c.quantity < 0, expected_on = c.expected_on,
      updated_at = ${now}::timestamptz
    FROM UNNEST(
      ${changes.map((c) => c.reported.skuId)}::uuid[], ${changes.map((c) => c.reported.locationId)}::uuid[],
      ${changes.map((c) => c.bucket)}::text[], ${changes.map((c) => c.quantity)}::int[],
      ${changes.map((c) => c.expectedOn)}::date[]) AS c (sku_id, location_id, bucket, quantity, expected_on)
    WHERE level.workspace_id = ${tx.workspaceId}::uuid AND level.sku_id = c.sku_id
      AND level.location_id = c.location_id AND level.bucket = c.bucket`;
}

/** Records how fresh each location's numbers are; never moves the moment back. */
export async function freshenLocations(
  tx: Tx,
  locations: readonly { readonly id: string; readonly asOf: Date }[],
): Promise<void> {
  if (locations.length === 0) return;
  await writes(tx).$executeRaw`
    UPDATE location SET stock_as_of = f.as_of, stock_source = 'import'
    FROM UNNEST(${locations.map((l) => l.id)}::uuid[], ${locations.map((l) => l.asOf)}::timestamptz[]) AS f (id, as_of)
    WHERE location.workspace_id = ${tx.workspaceId}::uuid AND location.id = f.id
      AND (location.stock_as_of IS NULL OR location.stock_as_of < f.as_of)`;
}

function targets(reported: readonly ReportedLevel[]) {
  return Prisma.sql`UNNEST(${reported.map((t) => t.skuId)}::uuid[], ${reported.map((t) => t.locationId)}::uuid[],
    ${reported.map((t) => t.asOf)}::timestamptz[]) AS t (sku_id, location_id, as_of)`;
}

export async function analyzeLevels(tx: Tx): Promise<void> {
  await writes(tx).$executeRaw`ANALYZE ledger_entry, ledger_leg, level`;
}
