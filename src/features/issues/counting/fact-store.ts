import type { Making } from '../../../core/declare/kpi.ts';
import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { dropFacts } from '../../../db/declared/facts-of.ts';
import { idsAfter } from '../../../db/declared/ids-after.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { writes } from '../../../db/scope.ts';

/** Makes the facts of issues and of the promises in them anew. Severity of the time to acknowledge is the one at the acknowledgement (MODEL.md 6). */
export async function makeIssueFacts(tx: Tx, { generation, subjects, timeZone }: Making): Promise<void> {
  await dropFacts(tx, 'issue_fact', { generation, subjects });
  await writes(tx).$executeRaw`
    INSERT INTO issue_fact (workspace_id, generation, subject, part, label, ref, left_out, currency, department, severity, kind,
      raised_day, acknowledged_day, resolved_day, raised, acknowledge_ms, resolve_ms, acknowledge_fault, resolve_fault)
    SELECT i.workspace_id, ${generation}::int, i.id::text, '', '#' || i.number, i.id::text, NULL, '', i.department,
      ${severityAt(Prisma.sql`i.acknowledged_at`)}, i.kind, (i.created_at AT TIME ZONE ${timeZone}::text)::date, (i.acknowledged_at AT TIME ZONE ${timeZone}::text)::date,
      (i.resolved_at AT TIME ZONE ${timeZone}::text)::date, 1,
      CASE WHEN i.acknowledged_at >= i.created_at THEN (extract(epoch FROM i.acknowledged_at - i.created_at) * 1000)::bigint END,
      CASE WHEN i.resolved_at >= i.created_at THEN (extract(epoch FROM i.resolved_at - i.created_at) * 1000)::bigint END,
      coalesce(i.acknowledged_at < i.created_at, false)::int, coalesce(i.resolved_at < i.created_at, false)::int
    FROM issue i WHERE i.workspace_id = ${tx.workspaceId}::uuid AND i.id = ANY(${[...subjects]}::uuid[])`;
  await makePromiseFacts(tx, { generation, subjects, timeZone });
}

/**
 * A row for each promise that somebody made. It is kept by who was done, or set the issue aside and had said why, until its
 * moment; put off, handed on or set aside without a word before then it is neither kept nor broken (MODEL.md 6).
 */
async function makePromiseFacts(tx: Tx, { generation, subjects, timeZone }: Making): Promise<void> {
  await writes(tx).$executeRaw`
    INSERT INTO issue_fact (workspace_id, generation, subject, part, label, ref, left_out, currency, department, severity, kind,
      raised, acknowledge_fault, resolve_fault, promise_day, promises, promises_kept, promises_extended, promises_dropped,
      promises_running)
    SELECT i.workspace_id, ${generation}::int, i.id::text, p.id::text, '#' || i.number, i.id::text, NULL, '', i.department,
      ${severityAt(Prisma.sql`p.at`)}, i.kind, 0, 0, 0, (p.until AT TIME ZONE ${timeZone}::text)::date,
      (became IN ('kept', 'broken'))::int, (became = 'kept')::int, (became = 'extended')::int, (became = 'dropped')::int,
      (became = 'running')::int
    FROM issue i
    CROSS JOIN LATERAL (
      SELECT e.id, e.at, (e.after ->> 'promiseAt')::timestamptz AS until FROM issue_event e
      WHERE e.workspace_id = i.workspace_id AND e.issue_id = i.id AND e.what IN ('taken', 'promised', 'woken')
        AND e.after ->> 'promiseAt' IS NOT NULL
    ) p
    LEFT JOIN LATERAL (
      SELECT e.what, e.at FROM issue_event e WHERE e.workspace_id = i.workspace_id AND e.issue_id = i.id
        AND (e.at, e.id) > (p.at, p.id) AND e.what IN ('taken', 'promised', 'snoozed', 'released', 'done', 'closed')
      ORDER BY e.at, e.id LIMIT 1
    ) ending ON true
    CROSS JOIN LATERAL (
      SELECT EXISTS (SELECT 1 FROM issue_event e WHERE e.workspace_id = i.workspace_id AND e.issue_id = i.id
          AND e.what = 'promise passed' AND (e.at, e.id) > (p.at, p.id) AND e.at >= p.until) AS has_passed,
        EXISTS (SELECT 1 FROM issue_event e WHERE e.workspace_id = i.workspace_id AND e.issue_id = i.id
          AND e.what = 'note' AND (e.at, e.id) > (p.at, p.id) AND e.at <= ending.at) AS is_explained
    ) told
    CROSS JOIN LATERAL (
      SELECT CASE WHEN ending.at <= p.until AND (ending.what = 'done' OR ending.what = 'snoozed' AND is_explained) THEN 'kept'
        WHEN ending.at <= p.until AND ending.what = 'promised' THEN 'extended'
        WHEN ending.at <= p.until THEN 'dropped'
        WHEN ending.at IS NOT NULL OR has_passed THEN 'broken' ELSE 'running' END AS became
    ) outcome
    WHERE i.workspace_id = ${tx.workspaceId}::uuid AND i.id = ANY(${[...subjects]}::uuid[])`;
}

/** The severity that an issue had at a moment, as SQL: what the first change after it changed from. */
const severityAt = (moment: Prisma.Sql) => Prisma.sql`
  coalesce((SELECT e.before ->> 'severity' FROM issue_event e WHERE e.workspace_id = i.workspace_id AND e.issue_id = i.id
    AND e.what = 'severity' AND e.at > ${moment} ORDER BY e.at, e.id LIMIT 1), i.severity)`;

/** The subjects after one, in their order. */
export async function issuesAfter(
  scope: Scope,
  after: string | null,
  most: number,
): Promise<readonly string[]> {
  return await idsAfter(scope, { table: 'issue' }, after, most);
}
