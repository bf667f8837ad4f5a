import { z } from 'zod';
import { mutation } from '../../../core/runtime/operation.ts';
import { foldFactsPermission } from '../permissions.ts';
import { keepFault } from './fault-store.ts';
import { countedOf, takenBy } from './fold.ts';
import { dropNotes, takeFamily } from './generation-store.ts';

const minuteMs = 60_000;
const longestMs = 60 * minuteMs;

export interface Parked {
  /** Whose facts the step would make. */
  readonly subjects: number;
  /** The one that was set aside. */
  readonly parked: string | null;
}

/**
 * After a step failed that would take so many: whose facts it makes. If they are of one subject alone, that one is set aside
 * with the reason, so that the others go on, and is tried again by itself after a minute, two, four, at most an hour. Of
 * several nobody knows which one it is: whoever asks takes fewer. Null: another process makes facts now. Run by the system.
 */
export const parkFailing = mutation({
  name: 'kpis.park',
  permission: foldFactsPermission,
  input: z.object({ family: z.string(), most: z.int().min(1), reason: z.string() }),
  async run(ctx, { family, most, reason }): Promise<{ result: Parked | null; changes: [] }> {
    const { tx, now } = ctx;
    const counted = countedOf(ctx).find((one) => one.family === family);
    if (!counted || !(await takeFamily(tx, family))) return { result: null, changes: [] };
    const { made, notes, again } = await takenBy(ctx, counted, most);
    const [subject] = made;
    if (subject === undefined || made.length > 1)
      return { result: { subjects: made.length, parked: null }, changes: [] };
    const attempts = (again?.attempts ?? 0) + 1;
    const waitMs = Math.min(longestMs, minuteMs * 2 ** (attempts - 1));
    const retryAt = new Date(now.getTime() + waitMs);
    await keepFault(tx, { family, subject, reason, attempts, failedAt: now, retryAt });
    await dropNotes(tx, family, notes);
    return { result: { subjects: 1, parked: subject }, changes: [] };
  },
});
