import type { Tx } from '../core/runtime/database.ts';
import { writes } from '../db/scope.ts';
import type { CaseTable } from './model.ts';

/** What people call the next case of a kind: counted per workspace, without gaps but those of transactions that failed. */
export async function nextNumber(tx: Tx, series: CaseTable): Promise<number> {
  const [row] = await writes(tx).$queryRaw<{ value: number }[]>`
    INSERT INTO counter (workspace_id, series, value) VALUES (${tx.workspaceId}::uuid, ${series}, 1)
    ON CONFLICT (workspace_id, series) DO UPDATE SET value = counter.value + 1
    RETURNING value`;
  if (!row) throw new Error(`The counter of ${series} gave no number.`);
  return row.value;
}
