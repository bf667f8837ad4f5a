import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { WatchedLine, WatchRow } from './rules.ts';

/**
 * Waits for those who are changing the SKU's levels, and makes them wait: a change that does not see the new watch
 * must be seen by its first card.
 */
export async function holdLevels(tx: Tx, skuId: string): Promise<void> {
  const { workspaceId } = tx;
  await writes(tx).$queryRaw`
    SELECT id FROM sku WHERE workspace_id = ${workspaceId}::uuid AND id = ${skuId}::uuid FOR UPDATE`;
  await writes(tx).$queryRaw`
    SELECT bucket FROM level WHERE workspace_id = ${workspaceId}::uuid AND sku_id = ${skuId}::uuid
    ORDER BY location_id, bucket FOR SHARE`;
}

/** Begins the watch or takes it up again. False: it was there. */
export async function beginWatch(
  tx: Tx,
  watch: { skuId: string; place: string; personId: string; status: string; now: Date },
): Promise<boolean> {
  const begun = await writes(tx).$executeRaw`
    INSERT INTO watch (workspace_id, sku_id, place, person_id, told_status, created_at)
    VALUES (${tx.workspaceId}::uuid, ${watch.skuId}::uuid, ${watch.place}, ${watch.personId}::uuid, ${watch.status}, ${watch.now})
    ON CONFLICT (workspace_id, sku_id, place) DO UPDATE SET ended_at = NULL, person_id = excluded.person_id,
      told_status = excluded.told_status, created_at = excluded.created_at
      WHERE watch.ended_at IS NOT NULL`;
  return begun === 1;
}

/** False: nobody watches it there. */
export async function endWatch(tx: Tx, skuId: string, place: string, now: Date): Promise<boolean> {
  const { count } = await writes(tx).watch.updateMany({
    where: { workspaceId: tx.workspaceId, skuId, place, endedAt: null },
    data: { endedAt: now },
  });
  return count === 1;
}

/** Who watches these SKUs, in a fixed order; held until the transaction ends, so that a crossing is told once. */
export async function lockWatches(tx: Tx, skuIds: readonly string[]): Promise<readonly WatchRow[]> {
  if (skuIds.length === 0) return [];
  return await writes(tx).$queryRaw<WatchRow[]>`
    SELECT w.sku_id AS "skuId", w.place, w.told_status AS "toldStatus", p.name AS watcher, NULL AS "endedAt"
    FROM watch w JOIN person p ON p.workspace_id = w.workspace_id AND p.id = w.person_id
    WHERE w.workspace_id = ${tx.workspaceId}::uuid AND w.sku_id = ANY(${skuIds}::uuid[]) AND w.ended_at IS NULL
    ORDER BY w.sku_id, w.place FOR UPDATE OF w`;
}

export async function noteTold(tx: Tx, { skuId, place }: WatchRow, status: string): Promise<void> {
  await writes(tx).watch.updateMany({
    where: { workspaceId: tx.workspaceId, skuId, place },
    data: { toldStatus: status },
  });
}

export async function findWatch(scope: Scope, skuId: string, place: string): Promise<WatchRow | null> {
  const [row] = await reads(scope).$queryRaw<WatchRow[]>`
    SELECT w.sku_id AS "skuId", w.place, w.told_status AS "toldStatus", p.name AS watcher, w.ended_at AS "endedAt"
    FROM watch w JOIN person p ON p.workspace_id = w.workspace_id AND p.id = w.person_id
    WHERE w.workspace_id = ${scope.workspaceId}::uuid AND w.sku_id = ${skuId}::uuid AND w.place = ${place}`;
  return row ?? null;
}

/** What is watched at these places, newest first. */
export async function listWatched(
  scope: Scope,
  places: readonly string[],
  limit: number,
): Promise<readonly WatchedLine[]> {
  return await reads(scope).$queryRaw<WatchedLine[]>`
    SELECT w.sku_id AS "skuId", s.code, s.title, w.place, (
      SELECT sum(l.quantity)::int FROM level l
      WHERE l.workspace_id = w.workspace_id AND l.sku_id = w.sku_id AND l.bucket = 'available') AS available
    FROM watch w JOIN sku s ON s.workspace_id = w.workspace_id AND s.id = w.sku_id
    WHERE w.workspace_id = ${scope.workspaceId}::uuid AND w.place = ANY(${places}::text[]) AND w.ended_at IS NULL
    ORDER BY w.created_at DESC, s.code LIMIT ${limit}`;
}
