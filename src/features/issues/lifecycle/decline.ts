import { z } from 'zod';
import { demand } from '../../../cases/demand.ts';
import { hold } from '../../../cases/hold.ts';
import { actingReaderOf } from '../../../cases/reader.ts';
import { recordEvent } from '../../../cases/record-event.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { forAct } from '../../../core/tokens/permission.ts';
import { issueCase } from '../issue/case.ts';
import { issueSentences, whyNotDecline } from '../issue/refusals.ts';
import { updateIssue, withoutAsking } from '../issue/store.ts';
import { workOnIssues } from '../permissions.ts';

/** "Decline": the person who was asked says no, and whoever asked reads it. The owner, if there is one, stays. */
export const declineIssue = mutation({
  name: 'issues.decline',
  permission: forAct(workOnIssues, 'decline issues'),
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const issue = await hold(ctx, issueCase, id);
    const reader = actingReaderOf(ctx);
    demand(whyNotDecline(issue, reader), issueSentences, issue, reader);
    await updateIssue(ctx.tx, issue, withoutAsking(issue));
    const { askedBy } = issue;
    const asker = askedBy?.active && askedBy.id !== reader.personId ? [askedBy.slackUserId] : [];
    const recorded = await recordEvent(ctx, issueCase, issue, {
      what: 'declined',
      before: { asked: reader.personId },
      after: { asked: null },
      tells: asker,
    });
    return { ...recorded, result: issue.number };
  },
});
