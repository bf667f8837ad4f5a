import type { Tx } from '../../../core/runtime/database.ts';
import { writes } from '../../../db/scope.ts';

/** New events of one code that nobody here knows. */
export interface CodeCount {
  readonly source: string;
  readonly code: string;
  readonly count: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
  /** A tracking number. */
  readonly sample: string;
}

/** Adds to the counts, in one order for everybody: whatever came first, they end the same. */
export async function countCodes(tx: Tx, codes: readonly CodeCount[]): Promise<void> {
  if (codes.length === 0) return;
  await writes(tx).$executeRaw`
    INSERT INTO unknown_code AS known (workspace_id, source, code, count, first_at, last_at, sample)
    SELECT ${tx.workspaceId}::uuid, told.* FROM UNNEST(
      ${codes.map((c) => c.source)}::text[], ${codes.map((c) => c.code)}::text[], ${codes.map((c) => c.count)}::int[],
      ${codes.map((c) => c.firstAt)}::timestamptz[], ${codes.map((c) => c.lastAt)}::timestamptz[],
      ${codes.map((c) => c.sample)}::text[]) AS told (source, code, count, first_at, last_at, sample)
    ORDER BY told.source, told.code
    ON CONFLICT (workspace_id, source, code) DO UPDATE SET count = known.count + EXCLUDED.count,
      first_at = least(known.first_at, EXCLUDED.first_at), last_at = greatest(known.last_at, EXCLUDED.last_at)`;
}
