import type { Scope, Tx } from '../../../core/runtime/database.ts';
import type { SlotState } from '../../../core/tokens/schedule.ts';
import { retryJob } from '../../../db/pgboss.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { DueCounts, Queue, Stuck } from './rules.ts';

export { listSchedules } from '../../../db/schedules.ts';

export interface SlotCounts {
  readonly state: SlotState;
  readonly count: number;
  readonly latestMin: number;
}

export async function countSlots(scope: Scope, since: Date): Promise<readonly SlotCounts[]> {
  return await reads(scope).$queryRaw<SlotCounts[]>`
    SELECT state, count(*)::int AS count,
      floor(greatest(0, extract(epoch FROM max(started_at - slot_at)) / 60))::int AS "latestMin"
    FROM slot WHERE workspace_id = ${scope.workspaceId}::uuid AND started_at >= ${since} GROUP BY state ORDER BY state`;
}

export interface FailedSlotRow {
  readonly kind: string;
  readonly place: string;
  readonly slotAt: Date;
  readonly state: SlotState;
  readonly error: string;
}

/** Newest first. */
export async function failedSlots(
  scope: Scope,
  since: Date,
  limit: number,
): Promise<readonly FailedSlotRow[]> {
  return await reads(scope).$queryRaw<FailedSlotRow[]>`
    SELECT schedule.kind, schedule.place, slot.slot_at AS "slotAt", slot.state, coalesce(slot.error, '') AS error
    FROM slot JOIN schedule ON schedule.workspace_id = slot.workspace_id AND schedule.id = slot.schedule_id
    WHERE slot.workspace_id = ${scope.workspaceId}::uuid AND slot.started_at >= ${since}
      AND slot.state IN ('failed', 'retrying')
    ORDER BY slot.slot_at DESC LIMIT ${limit}`;
}

/** Each in an index of its own. */
export async function countDue(scope: Scope, now: Date): Promise<DueCounts> {
  const { workspaceId } = scope;
  const [counts] = await reads(scope).$queryRaw<DueCounts[]>`
    SELECT
      (SELECT count(*)::int FROM due_work WHERE workspace_id = ${workspaceId}::uuid AND NOT set_aside AND due_at <= ${now}) AS now,
      (SELECT count(*)::int FROM due_work WHERE workspace_id = ${workspaceId}::uuid AND NOT set_aside AND due_at > ${now}) AS later,
      (SELECT count(*)::int FROM due_work WHERE workspace_id = ${workspaceId}::uuid AND set_aside) AS "setAside"`;
  return counts ?? { now: 0, later: 0, setAside: 0 };
}

/** The bot creates the queues when it first starts; a console may look earlier. */
async function hasQueues(scope: Scope): Promise<boolean> {
  const [found] = await reads(scope).$queryRaw<{ there: boolean }[]>`
    SELECT to_regclass('pgboss.job') IS NOT NULL AS there FROM workspace WHERE id = ${scope.workspaceId}::uuid`;
  return found?.there ?? false;
}

/** Jobs of this workspace by queue; queues without any are left out. */
export async function countJobs(scope: Scope): Promise<readonly Queue[]> {
  if (!(await hasQueues(scope))) return [];
  return await reads(scope).$queryRaw<Queue[]>`
    SELECT name, count(*) FILTER (WHERE state IN ('created', 'retry'))::int AS waiting,
      count(*) FILTER (WHERE state = 'active')::int AS active, count(*) FILTER (WHERE state = 'failed')::int AS failed
    FROM pgboss.job WHERE data->>'workspaceId' = ${scope.workspaceId} GROUP BY name ORDER BY name`;
}

interface StuckRow extends Omit<Stuck, 'retry'> {
  readonly key: string;
}

/** At most `limit` of each kind, newest first. */
export async function listStuck(scope: Scope, limit: number): Promise<readonly Stuck[]> {
  const { workspaceId } = scope;
  const client = reads(scope);
  const messages = await client.$queryRaw<StuckRow[]>`
    SELECT id::text AS key, kind AS title, place, coalesce(error, '') AS error, waiting_since AS since FROM message
    WHERE workspace_id = ${workspaceId}::uuid AND state IN ('blocked', 'broken', 'held')
    ORDER BY waiting_since DESC LIMIT ${limit}`;
  const due = await client.$queryRaw<StuckRow[]>`
    SELECT md5(kind || ' ' || subject) AS key, kind AS title, '' AS place, coalesce(error, '') AS error, due_at AS since
    FROM due_work WHERE workspace_id = ${workspaceId}::uuid AND set_aside ORDER BY due_at DESC LIMIT ${limit}`;
  const jobs = !(await hasQueues(scope))
    ? []
    : await client.$queryRaw<StuckRow[]>`
      SELECT id::text AS key, name AS title, '' AS place, coalesce(output->>'message', output->>'value', '') AS error,
        completed_on AS since
      FROM pgboss.job WHERE data->>'workspaceId' = ${workspaceId} AND state = 'failed'
      ORDER BY completed_on DESC LIMIT ${limit}`;
  return [
    ...messages.map(({ key, ...row }) => ({ ...row, retry: { about: 'message', id: key } as const })),
    ...due.map(({ key, ...row }) => ({ ...row, retry: { about: 'due', digest: key } as const })),
    ...jobs.map(({ key, ...row }) => ({ ...row, retry: { about: 'job', id: key } as const })),
  ];
}

/** How many messages, pieces of due work and jobs wait for a person. */
export async function countStuck(scope: Scope): Promise<number> {
  const { workspaceId } = scope;
  const messages = await reads(scope).message.count({
    where: { workspaceId, state: { in: ['blocked', 'broken', 'held'] } },
  });
  const due = await reads(scope).dueWork.count({ where: { workspaceId, setAside: true } });
  const jobs = (await countJobs(scope)).reduce((sum, { failed }) => sum + failed, 0);
  return messages + due + jobs;
}

/** Makes due work that was set aside due now. Null: it is no longer set aside. */
export async function retryDue(tx: Tx, digest: string, now: Date): Promise<string | null> {
  const [row] = await writes(tx).$queryRaw<{ key: string }[]>`
    UPDATE due_work SET set_aside = false, attempts = 0, error = NULL, due_at = ${now}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND set_aside AND md5(kind || ' ' || subject) = ${digest}
    RETURNING kind || ' ' || subject AS key`;
  return row?.key ?? null;
}

/** Queues a failed job of this workspace for another try. Null: it is no longer failed. */
export async function retryFailedJob(tx: Tx, id: string): Promise<string | null> {
  if (!(await hasQueues(tx))) return null;
  const [job] = await writes(tx).$queryRaw<{ name: string }[]>`
    SELECT name FROM pgboss.job WHERE data->>'workspaceId' = ${tx.workspaceId} AND id = ${id}::uuid AND state = 'failed'
    FOR UPDATE`;
  if (job) await retryJob(tx, job.name, id);
  return job?.name ?? null;
}
