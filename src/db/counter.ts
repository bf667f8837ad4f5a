import type { Tx } from '../core/runtime/database.ts';
import { writes } from './scope.ts';

/** The next human number of a series such as `issue`; other transactions wait for this one to end. */
export async function nextNumber(tx: Tx, series: string): Promise<number> {
  const [row] = await writes(tx).$queryRaw<{ value: number }[]>`
    INSERT INTO counter (workspace_id, series, value) VALUES (${tx.workspaceId}::uuid, ${series}, 1)
    ON CONFLICT (workspace_id, series) DO UPDATE SET value = counter.value + 1
    RETURNING value`;
  return row?.value ?? 1;
}
