import type { Making } from '../../../core/declare/kpi.ts';
import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { idsAfter } from '../../../db/declared/ids-after.ts';
import { writes } from '../../../db/scope.ts';

/** Makes the facts of issues anew. Severity of the time to acknowledge is the one at the acknowledgement (MODEL.md 6). */
export async function makeIssueFacts(tx: Tx, { generation, subjects, timeZone }: Making): Promise<void> {
  await writes(tx).$executeRaw`
    DELETE FROM issue_fact WHERE workspace_id = ${tx.workspaceId}::uuid AND generation = ${generation}::int
      AND subject = ANY(${[...subjects]}::text[])`;
  await writes(tx).$executeRaw`
    INSERT INTO issue_fact (workspace_id, generation, subject, part, label, ref, left_out, currency, department, severity, kind,
      raised_day, acknowledged_day, resolved_day, raised, acknowledge_ms, resolve_ms, acknowledge_fault, resolve_fault)
    SELECT i.workspace_id, ${generation}::int, i.id::text, '', '#' || i.number, i.id::text, NULL, '', i.department,
      coalesce((SELECT e.before ->> 'severity' FROM issue_event e WHERE e.workspace_id = i.workspace_id AND e.issue_id = i.id
        AND e.what = 'severity' AND e.at > i.acknowledged_at ORDER BY e.at, e.id LIMIT 1), i.severity),
      i.kind, (i.created_at AT TIME ZONE ${timeZone}::text)::date, (i.acknowledged_at AT TIME ZONE ${timeZone}::text)::date,
      (i.resolved_at AT TIME ZONE ${timeZone}::text)::date, 1,
      CASE WHEN i.acknowledged_at >= i.created_at THEN (extract(epoch FROM i.acknowledged_at - i.created_at) * 1000)::bigint END,
      CASE WHEN i.resolved_at >= i.created_at THEN (extract(epoch FROM i.resolved_at - i.created_at) * 1000)::bigint END,
      coalesce(i.acknowledged_at < i.created_at, false)::int, coalesce(i.resolved_at < i.created_at, false)::int
    FROM issue i WHERE i.workspace_id = ${tx.workspaceId}::uuid AND i.id = ANY(${[...subjects]}::uuid[])`;
}

/** The subjects after one, in their order. */
export async function issuesAfter(
  scope: Scope,
  after: string | null,
  most: number,
): Promise<readonly string[]> {
  return await idsAfter(scope, { table: 'issue' }, after, most);
}
