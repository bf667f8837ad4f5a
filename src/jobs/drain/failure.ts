import { work } from '../../core/declare/work.ts';
import { inUnit } from '../../core/runtime/unit.ts';
import { warnUnlessOutage } from '../../core/runtime/warn.ts';
import { claimOneWork, type WorkRow } from '../../db/work/claim.ts';
import { isUnknownWorkDue, noteWorkFailure, setUnknownWorkAside } from '../../db/work/settle.ts';
import { reportTrouble } from '../../features/index.ts';
import { type JobGround, reasonOf, systemContext } from '../ground.ts';

/** After this many failures, about half an hour, it waits for a person. */
const mostAttempts = 9;
const firstPauseMs = 5_000;
const longestPauseMs = 10 * 60_000;

/** Runs in its own transaction, since the attempt's was rolled back. */
export async function noteFailure(
  jobs: JobGround,
  kind: string,
  row: WorkRow,
  error: unknown,
): Promise<void> {
  await inUnit(systemContext(jobs, 'background work', row.correlationId), {}, async (unit) => {
    const mine = await claimOneWork(unit.tx, kind, row);
    // Another process has it by now.
    if (!mine) return;
    const attempts = mine.attempts + 1;
    const pause = Math.min(firstPauseMs * 2 ** mine.attempts, longestPauseMs);
    const next = attempts < mostAttempts ? new Date(unit.now.getTime() + pause) : null;
    await noteWorkFailure(unit.tx, mine.id, { error: reasonOf(error), next });
    const about = { kind, subject: row.subject, attempts };
    if (next) return warnUnlessOutage(unit, error, 'background work failed', about);
    unit.log.error({ err: error, ...about }, 'background work failed');
    await reportTrouble(unit, { about: 'work', id: mine.id, at: unit.now }, null);
  });
}

/** A newer version beside us during a roll-out may know kinds that we do not. */
const unknownForMs = 3_600_000;

/** Sets work aside that nobody does. */
export async function setUnknownAside(jobs: JobGround): Promise<void> {
  const known = jobs.ground.engine.contributions.of(work).map((handler) => handler.work.id);
  const since = new Date(jobs.ground.clock.now().getTime() - unknownForMs);
  const scope = jobs.ground.engine.database.scope(jobs.workspace.id);
  if (!(await isUnknownWorkDue(scope, known, since))) return;
  await inUnit(systemContext(jobs, 'background work'), {}, async (unit) => {
    for (const { id, kind } of await setUnknownWorkAside(unit.tx, known, since)) {
      unit.log.error({ kind, id }, 'background work of an unknown kind was set aside');
      await reportTrouble(unit, { about: 'work', id, at: unit.now }, null);
    }
  });
}
