import type { Tx } from '../core/runtime/database.ts';
import { writes } from './scope.ts';

/**
 * Waits until no other import writes in the workspace, at most `waitMs`: two that add the same thing at once would each
 * hang their parts on a row of their own, of which only one is kept. Lasts until the transaction ends.
 */
export async function takeImportTurn(tx: Tx, waitMs: number): Promise<void> {
  const client = writes(tx);
  await client.$executeRaw`SELECT set_config('lock_timeout', ${`${waitMs}ms`}, true)`;
  // $executeRaw: the function returns void, which Prisma cannot read.
  await client.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('import ' || own.workspace_id, 0))
    FROM (SELECT ${tx.workspaceId}::uuid AS workspace_id) AS own`;
  await client.$executeRaw`SELECT set_config('lock_timeout', '0', true)`;
}
