import type { AuditEntry } from '../core/runtime/change.ts';
import type { Tx } from '../core/runtime/database.ts';
import { writes } from './scope.ts';

/** One statement for any number of rows: bulk work writes thousands. */
export async function writeAudit(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const column = <T>(of: (entry: AuditEntry) => T) => entries.map(of);
  const json = (value: AuditEntry['before']) => (value === null ? null : JSON.stringify(value));
  await writes(tx).$executeRaw`
    /* prepared: audit.write */
    INSERT INTO audit_entry (workspace_id, id, recorded_at, actor_kind, actor_id, operation, subject_kind, subject_id,
      reason, before, after, correlation_id)
    SELECT ${tx.workspaceId}::uuid, a.id, a.recorded_at, a.actor_kind, a.actor_id, a.operation, a.subject_kind,
      a.subject_id, a.reason, a.before::jsonb, a.after::jsonb, a.correlation_id
    FROM UNNEST(${column(({ id }) => id)}::uuid[], ${column(({ recordedAt }) => recordedAt)}::timestamptz[],
      ${column(({ actor }) => actor.kind)}::text[], ${column(({ actor }) => actor.id)}::text[],
      ${column(({ operation }) => operation)}::text[], ${column(({ subject }) => subject.kind)}::text[],
      ${column(({ subject }) => subject.id)}::text[], ${column(({ reason = null }) => reason)}::text[],
      ${column(({ before }) => json(before))}::text[], ${column(({ after }) => json(after))}::text[],
      ${column(({ correlationId }) => correlationId)}::text[])
      AS a (id, recorded_at, actor_kind, actor_id, operation, subject_kind, subject_id, reason, before, after, correlation_id)`;
}
