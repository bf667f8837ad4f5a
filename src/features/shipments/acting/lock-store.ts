import type { Tx } from '../../../core/runtime/database.ts';
import { writes } from '../../../db/scope.ts';

/** Makes whoever raises issues about parcels wait for one another: two at once would each find none. */
export async function lockRaising(tx: Tx): Promise<void> {
  // $executeRaw: the function returns void, which Prisma cannot read.
  await writes(tx).$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('issues about parcels ' || own.workspace_id, 0))
    FROM (SELECT ${tx.workspaceId}::uuid AS workspace_id) AS own`;
}
