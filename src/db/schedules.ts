import type { Scope, Tx } from '../core/runtime/database.ts';
import type { CatchUp, Schedule } from '../core/tokens/schedule.ts';
import type { Schedule as Row } from './generated/client.ts';
import { reads, writes } from './scope.ts';

/** A schedule, and how far its slots have been handled. */
export interface StoredSchedule extends Schedule {
  /** Every slot up to here has a row. */
  readonly settledUntil: Date;
}

/** Schedules that have not ended, oldest first. */
export async function listSchedules(scope: Scope, kind?: string): Promise<readonly StoredSchedule[]> {
  const { workspaceId } = scope;
  const rows = await reads(scope).schedule.findMany({
    where: { workspaceId, endedAt: null, ...(kind !== undefined && { kind }) },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(scheduleOf);
}

/** Null: it has ended or does not exist. */
export async function findSchedule(scope: Scope, id: string): Promise<StoredSchedule | null> {
  const { workspaceId } = scope;
  const row = await reads(scope).schedule.findFirst({ where: { workspaceId, id, endedAt: null } });
  return row && scheduleOf(row);
}

/** Locks the schedule for this transaction. Null: another process has it, or it has ended. */
export async function holdSchedule(tx: Tx, id: string): Promise<StoredSchedule | null> {
  const held = await writes(tx).$queryRaw<unknown[]>`
    SELECT 1 FROM schedule WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}::uuid AND ended_at IS NULL
    FOR UPDATE SKIP LOCKED`;
  return held.length === 1 ? await findSchedule(tx, id) : null;
}

/** The same, and waits for whoever has it. Null: it has ended. */
export async function lockSchedule(tx: Tx, id: string): Promise<StoredSchedule | null> {
  await writes(tx).$executeRaw`
    SELECT 1 FROM schedule WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  return await findSchedule(tx, id);
}

/** Its first slot is the first one after `now`. */
export async function insertSchedule(tx: Tx, schedule: Schedule, now: Date): Promise<void> {
  const { workspaceId } = tx;
  await writes(tx).schedule.create({
    data: { ...schedule, workspaceId, createdAt: now, endedAt: null, settledUntil: now },
  });
}

/** Other times, another place or another catch-up; its pause and its owner stay. */
export async function changeSchedule(tx: Tx, schedule: Schedule): Promise<void> {
  const { id, cron, timeZone, place, catchUp, skipAfterMin } = schedule;
  await writes(tx).schedule.update({
    where: { workspaceId_id: { workspaceId: tx.workspaceId, id } },
    data: { cron, timeZone, place, catchUp, skipAfterMin },
  });
}

/** Another owner hears of its failures. */
export async function giveSchedule(tx: Tx, id: string, owner: string): Promise<void> {
  const { workspaceId } = tx;
  await writes(tx).schedule.update({ where: { workspaceId_id: { workspaceId, id } }, data: { owner } });
}

/** Inserts the only schedule of its kind if it is missing. Safe in several processes at once. */
export async function ensureSchedule(tx: Tx, schedule: Schedule, now: Date): Promise<void> {
  await writes(tx).$queryRaw`SELECT id FROM workspace WHERE id = ${tx.workspaceId}::uuid FOR UPDATE`;
  if ((await listSchedules(tx, schedule.kind)).length === 0) await insertSchedule(tx, schedule, now);
}

/** Never moves back: a clock that steps back must not repeat slots. */
export async function settleUntil(tx: Tx, id: string, until: Date): Promise<void> {
  await writes(tx).$executeRaw`
    UPDATE schedule SET settled_until = greatest(settled_until, ${until})
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}::uuid`;
}

/** `until`: when it ends by itself. False: it was already so, or has ended. */
export async function pauseSchedule(
  tx: Tx,
  id: string,
  paused: boolean,
  until: Date | null = null,
): Promise<boolean> {
  const end = paused ? until : null;
  const changed = await writes(tx).$executeRaw`
    UPDATE schedule SET paused = ${paused}, paused_until = ${end}::timestamptz
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}::uuid AND ended_at IS NULL
      AND (paused <> ${paused} OR paused_until IS DISTINCT FROM ${end}::timestamptz)`;
  return changed === 1;
}

/** False: it had ended before. */
export async function endSchedule(tx: Tx, id: string, now: Date): Promise<boolean> {
  const where = { workspaceId: tx.workspaceId, id, endedAt: null };
  return (await writes(tx).schedule.updateMany({ where, data: { endedAt: now } })).count === 1;
}

function scheduleOf({ workspaceId: _, createdAt: __, endedAt: ___, ...row }: Row): StoredSchedule {
  // The table's check constraint allows no other value.
  return { ...row, catchUp: row.catchUp as CatchUp };
}
