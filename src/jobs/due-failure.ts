import { inUnit } from '../core/runtime/unit.ts';
import { claimOneDue, type DueRow, noteDueFailure } from '../db/due.ts';
import { reportTrouble } from '../features/index.ts';
import { type JobGround, reasonOf, systemContext } from './ground.ts';

/** After so many tries it waits for a person: about two hours. */
const mostAttempts = 8;
const longestPauseMin = 60;

/** In a transaction of its own, since that of the attempt was rolled back. */
export async function noteFailure(jobs: JobGround, row: DueRow, error: unknown): Promise<void> {
  await inUnit(systemContext(jobs, 'due work', row.correlationId), {}, async (unit) => {
    const failed = await claimOneDue(unit.tx, row);
    // An operation has moved it since, or another process is at it.
    if (!failed) return;
    const attempts = failed.attempts + 1;
    const pauseMin = Math.min(2 ** (attempts - 1), longestPauseMin);
    const next = attempts < mostAttempts ? new Date(unit.now.getTime() + pauseMin * 60_000) : null;
    await noteDueFailure(unit.tx, failed, { error: reasonOf(error), next });
    const { kind, subject } = row;
    unit.log[next ? 'warn' : 'error']({ err: error, kind, subject, attempts }, 'due work failed');
    if (!next) await reportTrouble(unit, { about: 'due', kind, subject, at: unit.now }, null);
  });
}
