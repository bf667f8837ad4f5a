import { type DueHandler, type DueOutcome, due } from '../core/declare/due.ts';
import type { AuditEntry } from '../core/runtime/change.ts';
import type { MutationContext } from '../core/runtime/context.ts';
import { collect } from '../core/runtime/effects.ts';
import { auditEntries, inUnit } from '../core/runtime/unit.ts';
import { claimDue, claimOneDue, type DueRow, isAnythingDue, moveDueOn, setUnknownAside } from '../db/due.ts';
import { reportTrouble } from '../features/index.ts';
import { noteFailure } from './due-failure.ts';
import { type JobGround, systemContext } from './ground.ts';

/** Rows of one transaction: few enough to keep it short, and to rerun them one by one after a failure. */
const batch = 100;
/** A newer version beside us during a roll-out may know kinds that we do not. */
const unknownForMs = 3_600_000;

/** Runs all due work. Safe in any number of processes at once. */
export async function runDue(jobs: JobGround): Promise<void> {
  const { engine, clock } = jobs.ground;
  const now = clock.now();
  if (!(await isAnythingDue(engine.database.scope(jobs.workspace.id), now))) return;
  const handlers = new Map(engine.contributions.of(due).map((handler) => [handler.kind.id, handler]));
  while (await runBatch(jobs, handlers, now));
  await setAsideUnknown(jobs, [...handlers.keys()], new Date(now.getTime() - unknownForMs));
}

type Handlers = ReadonlyMap<string, DueHandler>;

/** False: no unclaimed work is left. */
async function runBatch(jobs: JobGround, handlers: Handlers, now: Date): Promise<boolean> {
  const claimed: { rows: readonly DueRow[] } = { rows: [] };
  try {
    await inUnit(systemContext(jobs, 'due work'), {}, async (unit) => {
      claimed.rows = await claimDue(unit.tx, [...handlers.keys()], now, batch);
      await act(unit, handlers, claimed.rows);
    });
  } catch (error) {
    // The database itself fails.
    if (claimed.rows.length === 0) throw error;
    for (const row of claimed.rows) await runAlone(jobs, handlers, row);
  }
  return claimed.rows.length > 0;
}

/** One row of its batch failed and rolled all of them back: each gets its own transaction. */
async function runAlone(jobs: JobGround, handlers: Handlers, row: DueRow): Promise<void> {
  try {
    await inUnit(systemContext(jobs, 'due work', row.correlationId), {}, async (unit) => {
      const mine = await claimOneDue(unit.tx, row);
      if (mine) await act(unit, handlers, [mine]);
    });
  } catch (error) {
    await noteFailure(jobs, row, error);
  }
}

/** In the order in which they fell due; neighbours of one kind together. */
async function act(unit: MutationContext, handlers: Handlers, rows: readonly DueRow[]): Promise<void> {
  const audit: AuditEntry[] = [];
  const moved: { kind: string; subject: string; next: Date | null }[] = [];
  // A next moment already past waits for the next pass: otherwise one subject could keep this pass going for ever.
  const soonest = new Date(unit.now.getTime() + 1);
  for (const { kind, pieces } of neighbours(rows)) {
    const outcomes = await handlers.get(kind)?.act(unit, pieces);
    if (!outcomes) continue;
    for (const { subject, correlationId } of pieces) {
      const { next, ...effects } = outcomes.get(subject) ?? over;
      audit.push(...auditEntries(unit, kind, effects.changes, correlationId));
      collect(unit.pending, effects);
      moved.push({ kind, subject, next: next && next < soonest ? soonest : next });
    }
  }
  await unit.engine.database.audit(unit.tx, audit);
  await moveDueOn(unit.tx, moved);
}

const over: DueOutcome = { changes: [], next: null };

function neighbours(
  rows: readonly DueRow[],
): readonly { readonly kind: string; readonly pieces: DueRow[] }[] {
  const groups: { readonly kind: string; readonly pieces: DueRow[] }[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.kind === row.kind) last.pieces.push(row);
    else groups.push({ kind: row.kind, pieces: [row] });
  }
  return groups;
}

async function setAsideUnknown(jobs: JobGround, known: readonly string[], since: Date): Promise<void> {
  await inUnit(systemContext(jobs, 'due work'), {}, async (unit) => {
    for (const { kind, subject } of await setUnknownAside(unit.tx, known, since)) {
      unit.log.error({ kind, subject }, 'due work of an unknown kind was set aside');
      await reportTrouble(unit, { about: 'due', kind, subject, at: unit.now }, null);
    }
  });
}
