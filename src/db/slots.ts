import type { Scope, Tx } from '../core/runtime/database.ts';
import { type SlotOutcome, type SlotState, slotStates } from '../core/tokens/schedule.ts';
import { demandArrow, sourcesOf } from '../core/tokens/states.ts';
import { reads, writes } from './scope.ts';

export interface NewSlot {
  readonly slotAt: Date;
  readonly state: Exclude<SlotState, 'expected'>;
  /** Number of attempts; 0 for a slot that does not run. */
  readonly attempts: number;
  readonly retryAt?: Date;
  readonly error?: string;
}

const settled: readonly SlotState[] = ['done', 'empty', 'paused', 'superseded', 'skipped', 'failed'];

/** Inserts slots that have no row yet; returns the moments of the new ones. */
export async function insertSlots(
  tx: Tx,
  scheduleId: string,
  slots: readonly NewSlot[],
  { now, correlationId }: { readonly now: Date; readonly correlationId: string },
): Promise<readonly Date[]> {
  for (const { state } of slots) demandArrow(slotStates, slotStates.initial, state);
  const rows = slots.map((slot) => ({ ...slot, settledAt: settled.includes(slot.state) ? now : null }));
  const written = await writes(tx).$queryRaw<{ slotAt: Date }[]>`
    INSERT INTO slot (workspace_id, schedule_id, slot_at, state, attempts, retry_at, error, started_at, settled_at, correlation_id)
    SELECT ${tx.workspaceId}::uuid, ${scheduleId}::uuid, s.slot_at, s.state, s.attempts, s.retry_at, s.error,
      ${now}::timestamptz, s.settled_at, ${correlationId}
    FROM UNNEST(${rows.map((s) => s.slotAt)}::timestamptz[], ${rows.map((s) => s.state)}::text[],
      ${rows.map((s) => s.attempts)}::int[], ${rows.map((s) => s.retryAt ?? null)}::timestamptz[],
      ${rows.map((s) => s.error ?? null)}::text[], ${rows.map((s) => s.settledAt)}::timestamptz[])
      AS s (slot_at, state, attempts, retry_at, error, settled_at)
    ON CONFLICT DO NOTHING RETURNING slot_at AS "slotAt"`;
  return written.map(({ slotAt }) => slotAt);
}

export interface SlotKey {
  readonly scheduleId: string;
  readonly slotAt: Date;
}

/** Failed slots whose retry is due. */
export async function slotsToRetry(scope: Scope, now: Date, limit: number): Promise<readonly SlotKey[]> {
  return await reads(scope).slot.findMany({
    where: { workspaceId: scope.workspaceId, retryAt: { lte: now } },
    orderBy: [{ retryAt: 'asc' }, { slotAt: 'asc' }],
    select: { scheduleId: true, slotAt: true },
    take: limit,
  });
}

/**
 * Claims a slot that is due for a retry; returns its attempts so far. Null: it is not due, or another process has it.
 */
export async function holdRetry(tx: Tx, { scheduleId, slotAt }: SlotKey, now: Date): Promise<number | null> {
  const [held] = await writes(tx).$queryRaw<{ attempts: number }[]>`
    SELECT attempts FROM slot WHERE workspace_id = ${tx.workspaceId}::uuid AND schedule_id = ${scheduleId}::uuid
      AND slot_at = ${slotAt} AND retry_at <= ${now}
    FOR UPDATE SKIP LOCKED`;
  return held?.attempts ?? null;
}

/** Records a slot's state after an attempt, along an arrow of the table. */
export async function updateSlot(tx: Tx, scheduleId: string, slot: NewSlot, now: Date): Promise<void> {
  const { slotAt, state, attempts, retryAt = null, error = null } = slot;
  const from = { in: [...sourcesOf(slotStates, state)] };
  const { count } = await writes(tx).slot.updateMany({
    where: { workspaceId: tx.workspaceId, scheduleId, slotAt, state: from },
    data: { state, attempts, retryAt, error, settledAt: settled.includes(state) ? now : null },
  });
  if (count !== 1) throw new Error(`${slotStates.name}: no arrow leads to ${state} from its present state.`);
}

/**
 * Settles a started slot: its message was sent, or never will be; a failed message may still be sent later. False: it
 * was settled before.
 */
export async function settleSlot(
  tx: Tx,
  { scheduleId, slotAt }: SlotKey,
  state: 'done' | 'empty' | 'failed' | 'skipped',
  now: Date,
  error: string | null = null,
): Promise<boolean> {
  const from: readonly SlotState[] = state === 'done' ? ['started', 'failed'] : ['started'];
  for (const one of from) demandArrow(slotStates, one, state);
  const where = { workspaceId: tx.workspaceId, scheduleId, slotAt, state: { in: [...from] } };
  return (await writes(tx).slot.updateMany({ where, data: { state, error, settledAt: now } })).count === 1;
}

/** Why the last slot before this one that was to have an effect failed; null: it did not. */
export async function failureBefore(scope: Scope, { scheduleId, slotAt }: SlotKey): Promise<string | null> {
  const row = await reads(scope).slot.findFirst({
    where: {
      workspaceId: scope.workspaceId,
      scheduleId,
      slotAt: { lt: slotAt },
      state: { in: ['done', 'empty', 'failed'] },
    },
    orderBy: { slotAt: 'desc' },
    select: { state: true, error: true },
  });
  return row?.state === 'failed' ? (row.error ?? '') : null;
}

/** The newest slot of each schedule that has one. */
export async function lastSlots(
  scope: Scope,
  scheduleIds: readonly string[],
): Promise<ReadonlyMap<string, SlotOutcome>> {
  const rows = await reads(scope).$queryRaw<(SlotOutcome & { scheduleId: string })[]>`
    SELECT DISTINCT ON (schedule_id) schedule_id AS "scheduleId", slot_at AS "slotAt", state, error,
      settled_at AS "settledAt"
    FROM slot WHERE workspace_id = ${scope.workspaceId}::uuid AND schedule_id = ANY(${[...scheduleIds]}::uuid[])
    ORDER BY schedule_id, slot_at DESC`;
  return new Map(rows.map(({ scheduleId, ...slot }) => [scheduleId, slot]));
}

/** The last slots of a schedule, the newest first. */
export async function slotsOf(
  scope: Scope,
  scheduleId: string,
  limit: number,
): Promise<readonly SlotOutcome[]> {
  const rows = await reads(scope).slot.findMany({
    where: { workspaceId: scope.workspaceId, scheduleId },
    orderBy: { slotAt: 'desc' },
    select: { slotAt: true, state: true, error: true, settledAt: true },
    take: limit,
  });
  return rows.map((row) => ({ ...row, state: row.state as SlotState }));
}
