import { z } from 'zod';
import { defineWork, type QueuedWork } from '../../../core/tokens/work.ts';

/** Runs the effect of an approved request. Queued in the transaction of the last yes, retried on errors. */
export const runWork = defineWork({
  id: 'approvals.run',
  data: z.object({ approval: z.uuid() }),
  // An effect may hold many rows, and one that is refused must not undo another.
  together: 1,
});

export function runsEffect(id: string): QueuedWork {
  return runWork.on(id, { approval: id });
}
