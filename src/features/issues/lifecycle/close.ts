import { z } from 'zod';
import type { DueHandler } from '../../../core/declare/due.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { closeDue, roomDue } from '../issue/due.ts';
import type { Issue } from '../issue/model.ts';
import { closesAfterMs } from '../issue/promise-rules.ts';
import { held, heldIfFree, recordStep, soon } from '../issue/record-event.ts';
import { whyNotClose } from '../issue/refusals.ts';
import { demand } from '../issue/requester.ts';
import { updateIssue } from '../issue/store.ts';
import { directIssues } from '../permissions.ts';

/** What is done is not looked at any more. */
export const closeIssue = mutation({
  name: 'issues.close',
  permission: directIssues,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const issue = await held(ctx, id);
    demand(whyNotClose(issue));
    await updateIssue(ctx.tx, id, { state: 'closed', closedAt: ctx.now });
    const step = await recordStep(ctx, issue, {
      what: 'closed',
      before: { state: issue.state },
      after: { state: 'closed' },
    });
    return { ...step, result: issue.number, due: [closeDue.never(id), ...roomEnds(issue, ctx.now)] };
  },
});

/** A week after it was done it closes by itself. */
export const closeAfterWeek: DueHandler = {
  kind: closeDue,
  async act(ctx, id) {
    const issue = await heldIfFree(ctx, id);
    if (issue === 'busy') return soon(ctx);
    if (issue?.state !== 'done') return { changes: [], next: null };
    await updateIssue(ctx.tx, id, { state: 'closed', closedAt: ctx.now });
    const step = await recordStep(ctx, issue, {
      what: 'closed',
      before: { state: 'done' },
      after: { state: 'closed' },
    });
    return { ...step, due: roomEnds(issue, ctx.now), next: null };
  },
};

/** A room is kept for a week, to be looked up. */
function roomEnds({ id, room }: Pick<Issue, 'id' | 'room'>, now: Date) {
  return room ? [roomDue.at(id, new Date(now.getTime() + closesAfterMs))] : [];
}
