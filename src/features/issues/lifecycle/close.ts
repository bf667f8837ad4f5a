import { z } from 'zod';
import { demand } from '../../../cases/demand.ts';
import { actsOn } from '../../../cases/due.ts';
import { hold } from '../../../cases/hold.ts';
import { actingReaderOf } from '../../../cases/reader.ts';
import { recordEvent } from '../../../cases/record-event.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { forAct } from '../../../core/tokens/permission.ts';
import { issueCase } from '../issue/case.ts';
import { concerned } from '../issue/concerned.ts';
import { closeDue, roomDue } from '../issue/due.ts';
import type { Issue } from '../issue/model.ts';
import { closesAfterMs } from '../issue/promise-rules.ts';
import { issueSentences, whyNotClose } from '../issue/refusals.ts';
import { updateIssue } from '../issue/store.ts';
import { directIssues } from '../permissions.ts';

export const closeIssue = mutation({
  name: 'issues.close',
  permission: forAct(directIssues, 'close issues'),
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const issue = await hold(ctx, issueCase, id);
    demand(whyNotClose(issue), issueSentences, issue, actingReaderOf(ctx));
    const { due, ...closed } = await close(ctx, issue);
    return { ...closed, result: issue.number, due: [closeDue.never(id), ...due] };
  },
});

/** Closes an issue a week after it was done. */
export const closeAfterWeek = actsOn(closeDue, issueCase, async (ctx, issue) =>
  issue.state === 'done' ? await close(ctx, issue) : null,
);

async function close(ctx: MutationContext, issue: Issue) {
  const { id, room } = issue;
  await updateIssue(ctx.tx, issue, { state: 'closed', closedAt: ctx.now });
  const recorded = await recordEvent(ctx, issueCase, issue, {
    what: 'closed',
    before: { state: issue.state },
    after: { state: 'closed' },
    // Done was told; that a week has passed is no news.
    tells: ctx.actor.kind === 'person' ? concerned(issue, ctx.actor) : [],
  });
  // The room stays readable for a week.
  const archivedAt = new Date(ctx.now.getTime() + closesAfterMs);
  return { ...recorded, due: room ? [roomDue.at(id, archivedAt)] : [] };
}
