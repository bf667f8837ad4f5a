import type { Making } from '../../../core/declare/kpi.ts';
import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { dropFacts } from '../../../db/declared/facts-of.ts';
import { idsAfter } from '../../../db/declared/ids-after.ts';
import { writes } from '../../../db/scope.ts';

/** Makes the facts of approvals anew. */
export async function makeApprovalFacts(tx: Tx, { generation, subjects, timeZone }: Making): Promise<void> {
  await dropFacts(tx, 'approval_fact', { generation, subjects });
  await writes(tx).$executeRaw`
    INSERT INTO approval_fact (workspace_id, generation, subject, part, label, ref, left_out, currency, kind, location, requested_day,
      decided_day, requested, expired, decide_ms, decide_fault)
    SELECT a.workspace_id, ${generation}::int, a.id::text, '', 'A' || a.number, a.id::text,
      CASE WHEN a.state = 'withdrawn' THEN 'withdrawn' END, '', a.kind, coalesce(a.location, ''),
      (a.requested_at AT TIME ZONE ${timeZone}::text)::date, (a.decided_at AT TIME ZONE ${timeZone}::text)::date, 1,
      (a.state = 'expired')::int,
      CASE WHEN a.state <> 'expired' AND a.decided_at >= a.requested_at
        THEN (extract(epoch FROM a.decided_at - a.requested_at) * 1000)::bigint END,
      coalesce(a.decided_at < a.requested_at, false)::int
    FROM approval a WHERE a.workspace_id = ${tx.workspaceId}::uuid AND a.id = ANY(${[...subjects]}::uuid[])`;
}

/** The subjects after one, in their order. */
export async function approvalsAfter(
  scope: Scope,
  after: string | null,
  most: number,
): Promise<readonly string[]> {
  return await idsAfter(scope, { table: 'approval' }, after, most);
}
