import type { InHand, WorkHandler } from '../../core/declare/work.ts';
import type { MutationContext } from '../../core/runtime/context.ts';
import { collect } from '../../core/runtime/effects.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { auditEntries, inUnit } from '../../core/runtime/unit.ts';
import { claimOneWork, claimWork, laneOf, type WorkRow } from '../../db/work/claim.ts';
import { endWork, parkWork } from '../../db/work/settle.ts';
import { type JobGround, systemContext } from '../ground.ts';
import { noteFailure } from './failure.ts';

const name = 'background work';
const minuteMs = 60_000;
/** Pauses of parked work, in case nobody says that what it lacks has come. */
const firstLookMin = 5;
const longestLookMin = 60;
/** Until what it lacks arrives. */
const never = new Date('9999-12-31T00:00:00Z');

/** The lane that had its turn last, by workspace and kind of work that is done apart. */
export type Lanes = Map<string, string>;

/** Does one batch of work; returns how much was claimed. Safe in any number of processes at once. */
export async function workBatch(jobs: JobGround, handler: WorkHandler, lanes: Lanes): Promise<number> {
  const { clock } = jobs.ground;
  const turn = `${jobs.workspace.id} ${handler.work.id}`;
  const claimed: { rows: readonly WorkRow[] } = { rows: [] };
  try {
    await inUnit(systemContext(jobs, name), {}, async (unit) => {
      claimed.rows = [];
      claimed.rows = await claimWork(unit.tx, handler.work, {
        now: clock.now(),
        lane: lanes.get(turn) ?? '',
      });
      const [first] = claimed.rows;
      if (first && handler.work.apart) lanes.set(turn, laneOf(first));
      if (first) await act(continuing(unit, claimed.rows), handler, claimed.rows);
    });
  } catch (error) {
    // The database itself fails: it is nobody's fault, and the next turn finds the same work.
    const { database } = jobs.ground.engine;
    if (claimed.rows.length === 0 || database.trouble(error) !== null) throw error;
    if (claimed.rows.length === 1) await failed(jobs, handler, claimed.rows[0] as WorkRow, error);
    else for (const row of claimed.rows) await workAlone(jobs, handler, row);
  }
  return claimed.rows.length;
}

/** One piece of its batch failed and rolled all of them back: each gets its own transaction. */
async function workAlone(jobs: JobGround, handler: WorkHandler, row: WorkRow): Promise<void> {
  try {
    await inUnit(systemContext(jobs, name, row.correlationId), {}, async (unit) => {
      const mine = await claimOneWork(unit.tx, handler.work.id, row);
      if (mine) await act(unit, handler, [mine]);
    });
  } catch (error) {
    await failed(jobs, handler, row, error);
  }
}

async function failed(jobs: JobGround, handler: WorkHandler, row: WorkRow, error: unknown): Promise<void> {
  const { database } = jobs.ground.engine;
  if (database.trouble(error) !== null) throw error;
  const ended = endingOf(jobs, handler, error);
  if (!ended) return await noteFailure(jobs, handler.work.id, row, error);
  try {
    await inUnit(systemContext(jobs, name, row.correlationId), {}, async (unit) => {
      const mine = await claimOneWork(unit.tx, handler.work.id, row);
      if (!mine) return;
      await take(unit, handler.work.id, await ended(unit, mine));
      await endWork(unit.tx, [mine.id]);
    });
  } catch (again) {
    if (database.trouble(again) !== null) throw again;
    await noteFailure(jobs, handler.work.id, row, again);
  }
}

/** How the handler ends a piece that no further attempt helps; null: it is tried again. */
function endingOf(jobs: JobGround, { refused, unfit }: WorkHandler, error: unknown): WorkHandler['unfit'] {
  if (error instanceof Refusal)
    return refused ? async (unit, piece) => await refused(unit, piece, error) : null;
  return jobs.ground.engine.database.isUnfit(error) ? unfit : null;
}

/** Work that was queued by one request continues it. */
function continuing(unit: MutationContext, rows: readonly WorkRow[]): MutationContext {
  const [first] = rows;
  return first && rows.length === 1 ? { ...unit, correlationId: first.correlationId } : unit;
}

async function act(unit: MutationContext, handler: WorkHandler, rows: readonly InHand[]): Promise<void> {
  const { missing, ...effects } = await handler.act(unit, rows);
  await take(unit, handler.work.id, effects);
  const lacking = (rows as readonly WorkRow[]).flatMap(({ id, attempts }) => {
    const what = missing?.get(id);
    if (what === undefined) return [];
    return [{ id, missing: what, next: nextLook(handler.work, attempts, unit.now) }];
  });
  await parkWork(unit.tx, lacking);
  await endWork(
    unit.tx,
    rows.flatMap(({ id }) => (missing?.has(id) ? [] : [id])),
  );
}

function nextLook(
  { looks = Number.POSITIVE_INFINITY }: WorkHandler['work'],
  looked: number,
  now: Date,
): Date {
  const min = Math.min(firstLookMin * 2 ** looked, longestLookMin);
  return looked + 1 < looks ? new Date(now.getTime() + min * minuteMs) : never;
}

async function take(
  unit: MutationContext,
  kind: string,
  effects: Parameters<typeof collect>[1],
): Promise<void> {
  await unit.engine.database.audit(unit.tx, auditEntries(unit, kind, effects.changes));
  collect(unit.pending, effects);
}
