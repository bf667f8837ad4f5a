import type { Scope } from '../core/runtime/database.ts';
import { reads } from '../db/scope.ts';

export interface Reading {
  readonly name: string;
  readonly help: string;
  readonly state?: string;
  /** Of a feed. */
  readonly kind?: string;
  readonly value: number;
}

interface Row {
  readonly name: string;
  readonly state: string | null;
  readonly value: number;
}

const helps: Readonly<Record<string, string>> = {
  quartermaster_outbox_messages: 'Messages not sent yet, by state.',
  quartermaster_outbox_oldest_seconds: 'How long the oldest due message has waited.',
  quartermaster_inbox_events: 'Slack events received and not handled yet.',
  quartermaster_inbox_oldest_seconds: 'How long the oldest of them has waited.',
  quartermaster_due_work: 'Due work that is not done yet, by state.',
  quartermaster_due_oldest_seconds: 'How long the oldest of it is overdue.',
  quartermaster_queue_jobs: 'Background jobs that wait, run or failed, by state.',
  quartermaster_work: 'Small background work that is not done yet, by state.',
  quartermaster_work_oldest_seconds: 'How long the oldest due piece of it has waited.',
  quartermaster_slots: 'Schedule slots of the last day, by state.',
  quartermaster_slot_late_seconds: 'The longest delay of a schedule slot in the last hour.',
};

/** How much waits, and for how long, across all replicas. */
export async function readings(scope: Scope, now: Date): Promise<readonly Reading[]> {
  const { workspaceId } = scope;
  const rows = await reads(scope).$queryRaw<Row[]>`
    WITH unsaid AS (
      SELECT state, waiting_since FROM message WHERE workspace_id = ${workspaceId}::uuid
        AND state IN ('waiting', 'blocked', 'broken', 'held')
    ), unhandled AS (
      SELECT received_at FROM inbound_event WHERE workspace_id = ${workspaceId}::uuid AND handled_at IS NULL
    ), due AS (
      SELECT due_at, set_aside FROM due_work WHERE workspace_id = ${workspaceId}::uuid AND due_at <= ${now}
    ), small AS (
      SELECT state, due_at FROM work WHERE workspace_id = ${workspaceId}::uuid
    ), recent AS (
      SELECT slot_at, started_at, state FROM slot WHERE workspace_id = ${workspaceId}::uuid
        AND started_at > ${now}::timestamptz - interval '1 day'
    )
    SELECT 'quartermaster_queue_jobs' AS name, state::text, count(*)::float8 AS value FROM pgboss.job
      WHERE data->>'workspaceId' = ${workspaceId} AND state IN ('created', 'retry', 'active', 'failed') GROUP BY state
    UNION ALL SELECT 'quartermaster_outbox_messages', state, count(*)::float8 FROM unsaid GROUP BY state
    UNION ALL SELECT 'quartermaster_outbox_oldest_seconds', NULL,
      greatest(0, coalesce(extract(epoch FROM ${now}::timestamptz - min(waiting_since)), 0))::float8 FROM unsaid WHERE state = 'waiting'
    UNION ALL SELECT 'quartermaster_inbox_events', NULL, count(*)::float8 FROM unhandled
    UNION ALL SELECT 'quartermaster_inbox_oldest_seconds', NULL,
      greatest(0, coalesce(extract(epoch FROM ${now}::timestamptz - min(received_at)), 0))::float8 FROM unhandled
    UNION ALL SELECT 'quartermaster_due_work', CASE WHEN set_aside THEN 'set aside' ELSE 'due' END, count(*)::float8
      FROM due GROUP BY set_aside
    UNION ALL SELECT 'quartermaster_due_oldest_seconds', NULL,
      coalesce(extract(epoch FROM ${now}::timestamptz - min(due_at)), 0)::float8 FROM due WHERE NOT set_aside
    UNION ALL SELECT 'quartermaster_work', state, count(*)::float8 FROM small GROUP BY state
    UNION ALL SELECT 'quartermaster_work_oldest_seconds', NULL,
      greatest(0, coalesce(extract(epoch FROM ${now}::timestamptz - min(due_at)), 0))::float8 FROM small WHERE state = 'waiting'
    UNION ALL SELECT 'quartermaster_slots', state, count(*)::float8 FROM recent GROUP BY state
    UNION ALL SELECT 'quartermaster_slot_late_seconds', NULL,
      greatest(0, coalesce(extract(epoch FROM max(started_at - slot_at)), 0))::float8 FROM recent
      WHERE started_at > ${now}::timestamptz - interval '1 hour' AND state IN ('started', 'done', 'empty', 'retrying')`;
  return rows.map(({ name, state, value }) => ({
    name,
    help: helps[name] ?? name,
    value: Number(value),
    ...(state && { state }),
  }));
}
