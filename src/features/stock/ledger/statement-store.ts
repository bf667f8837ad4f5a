import type { Tx } from '../../../core/runtime/database.ts';
import { writes } from '../../../db/scope.ts';
import type { Statement } from './model.ts';
import { remembered } from './remembered.ts';

const keptDays = 60;

/** Remembers what was stated, also where the ledger knew it already: later entries are absorbed by it. */
export async function remember(
  tx: Tx,
  statements: readonly Statement[],
  source: string,
  now: Date,
): Promise<void> {
  const { runs, single } = remembered(statements);
  for (const run of runs) {
    // Its part is the content: the same file again adds nothing.
    await writes(tx).$executeRaw`
      INSERT INTO level_run (workspace_id, location_id, as_of, source, part, buckets, sku_ids, recorded_at)
      VALUES (${tx.workspaceId}::uuid, ${run.locationId}::uuid, ${run.asOf}::timestamptz, ${source},
        md5(${[...run.buckets, ...run.skuIds].join(' ')}), ${[...run.buckets]}::text[], ${[...run.skuIds]}::uuid[],
        ${now}::timestamptz)
      ON CONFLICT DO NOTHING`;
  }
  const before = new Date(now.getTime() - keptDays * 86_400_000);
  const fresh = runs.filter(({ asOf }) => asOf >= before);
  if (fresh.length > 0)
    await forgetRuns(
      tx,
      fresh.map(({ locationId }) => locationId),
      source,
      before,
    );
  if (single.length === 0) return;
  await writes(tx).$executeRaw`
    INSERT INTO level_statement (workspace_id, sku_id, location_id, bucket, as_of, quantity, source, recorded_at)
    SELECT ${tx.workspaceId}::uuid, s.*, ${source}, ${now}::timestamptz FROM UNNEST(
      ${single.map((s) => s.skuId)}::uuid[], ${single.map((s) => s.locationId)}::uuid[],
      ${single.map((s) => s.bucket)}::text[], ${single.map((s) => s.asOf)}::timestamptz[],
      ${single.map((s) => s.quantity)}::int[]) AS s
    ON CONFLICT (workspace_id, sku_id, location_id, bucket, as_of)
    DO UPDATE SET quantity = EXCLUDED.quantity, source = EXCLUDED.source, recorded_at = EXCLUDED.recorded_at
    WHERE level_statement.quantity <> EXCLUDED.quantity`;
  await forgetStatements(tx, single, before);
}

/** What the source stated of these locations before the moment; others may be forgetting it, so nobody waits. */
async function forgetRuns(
  tx: Tx,
  locationIds: readonly string[],
  source: string,
  before: Date,
): Promise<void> {
  await writes(tx).$executeRaw`
    DELETE FROM level_run WHERE workspace_id = ${tx.workspaceId}::uuid AND (location_id, as_of, source, part) IN (
      SELECT location_id, as_of, source, part FROM level_run
      WHERE workspace_id = ${tx.workspaceId}::uuid AND location_id = ANY(${[...locationIds]}::uuid[])
        AND as_of < ${before} AND source = ${source}
      LIMIT 1000 FOR UPDATE SKIP LOCKED)`;
}

/** Statements before the moment about shelves of which a later one is known. */
async function forgetStatements(tx: Tx, later: readonly Statement[], before: Date): Promise<void> {
  await writes(tx).$executeRaw`
    DELETE FROM level_statement old USING UNNEST(
      ${later.map((s) => s.skuId)}::uuid[], ${later.map((s) => s.locationId)}::uuid[],
      ${later.map((s) => s.bucket)}::text[], ${later.map((s) => s.asOf)}::timestamptz[])
      AS s (sku_id, location_id, bucket, as_of)
    WHERE old.workspace_id = ${tx.workspaceId}::uuid AND old.sku_id = s.sku_id AND old.location_id = s.location_id
      AND old.bucket = s.bucket AND old.as_of < s.as_of AND old.as_of < ${before}`;
}
