import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { RefusalCount, RefusalReason } from './model.ts';

/** Adds to what was counted before, in one statement. */
export async function addRefusals(tx: Tx, counts: readonly RefusalCount[]): Promise<void> {
  // A fixed order: two replicas at once would deadlock.
  const key = ({ source, hour, reason }: RefusalCount) => `${source} ${hour.toISOString()} ${reason}`;
  const rows = counts.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  await writes(tx).$executeRaw`
    INSERT INTO webhook_refusal (workspace_id, source, hour, reason, count)
    SELECT ${tx.workspaceId}::uuid, r.* FROM UNNEST(${rows.map(({ source }) => source)}::text[],
      ${rows.map(({ hour }) => hour)}::timestamptz[], ${rows.map(({ reason }) => reason)}::text[],
      ${rows.map(({ count }) => count)}::int[]) AS r (source, hour, reason, count)
    ON CONFLICT (workspace_id, source, hour, reason) DO UPDATE SET count = webhook_refusal.count + EXCLUDED.count`;
}

/** Refusals of one hour for one reason, the newest hour first; those of nobody's address have no source. */
export async function listRefusals(scope: Scope, since: Date): Promise<readonly RefusalCount[]> {
  const rows = await reads(scope).webhookRefusal.findMany({
    where: { workspaceId: scope.workspaceId, hour: { gte: since } },
    orderBy: [{ hour: 'desc' }, { source: 'asc' }, { reason: 'asc' }],
    omit: { workspaceId: true },
  });
  return rows.map((row) => ({ ...row, reason: row.reason as RefusalReason }));
}

export async function forgetRefusals(tx: Tx, before: Date): Promise<number> {
  const { count } = await writes(tx).webhookRefusal.deleteMany({
    where: { workspaceId: tx.workspaceId, hour: { lt: before } },
  });
  return count;
}
