import type { Tx } from '../../../core/runtime/database.ts';
import { writes } from '../../../db/scope.ts';
import type { Statement } from './model.ts';
import { remembered } from './remembered.ts';

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
}
