import { inUnit } from '../core/runtime/unit.ts';
import { warnUnlessOutage } from '../core/runtime/warn.ts';
import { claimOneDue, type DueRow, noteDueFailure } from '../db/due.ts';
import { reportTrouble } from '../features/index.ts';
import { type JobGround, reasonOf, systemContext } from './ground.ts';

/** After this many attempts, about two hours, it waits for a person. */
const mostAttempts = 8;
const longestPauseMin = 60;

/** Runs in its own transaction, since the attempt's was rolled back. */
export async function noteFailure(jobs: JobGround, row: DueRow, error: unknown): Promise<void> {
  await inUnit(systemContext(jobs, 'due work', row.correlationId), {}, async (unit) => {
    const failed = await claimOneDue(unit.tx, row);
    // An operation has moved it since, or another process has it.
    if (!failed) return;
    const attempts = failed.attempts + 1;
    const pauseMin = Math.min(2 ** (attempts - 1), longestPauseMin);
    const next = attempts < mostAttempts ? new Date(unit.now.getTime() + pauseMin * 60_000) : null;
    await noteDueFailure(unit.tx, failed, { error: reasonOf(error), next });
    const { kind, subject } = row;
    const about = { kind, subject, attempts };
    if (next) return warnUnlessOutage(unit, error, 'due work failed', about);
    unit.log.error({ err: error, ...about }, 'due work failed');
    await reportTrouble(unit, { about: 'due', kind, subject, at: unit.now }, null);
  });
}
