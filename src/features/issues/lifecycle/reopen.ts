import { z } from 'zod';
import { demand } from '../../../cases/demand.ts';
import { hold } from '../../../cases/hold.ts';
import { actingReaderOf } from '../../../cases/reader.ts';
import { recordEvent } from '../../../cases/record-event.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { forAct } from '../../../core/tokens/permission.ts';
import { named } from '../../people/index.ts';
import { issueCase } from '../issue/case.ts';
import { concerned } from '../issue/concerned.ts';
import { closeDue, reviewDue } from '../issue/due.ts';
import { maxText } from '../issue/model.ts';
import { issueSentences, whyNotReopen } from '../issue/refusals.ts';
import { updateIssue } from '../issue/store.ts';
import { directIssues } from '../permissions.ts';
import { stepsReminder } from '../playbooks/schedule-reminder.ts';
import { listSteps } from '../playbooks/store.ts';

/** A reopened issue has no owner; its last owner is mentioned. */
export const reopenIssue = mutation({
  name: 'issues.reopen',
  permission: forAct(directIssues, 'reopen issues'),
  input: z.object({ id: z.uuid(), why: z.string().min(1).max(maxText) }),
  async run(ctx, { id, why }) {
    const issue = await hold(ctx, issueCase, id);
    demand(whyNotReopen(issue), issueSentences, issue, actingReaderOf(ctx));
    await updateIssue(ctx.tx, issue, {
      state: 'new',
      ownerId: null,
      takenAt: null,
      remindedAt: null,
      resolvedAt: null,
      resolutionCode: null,
      resolutionNote: null,
      closedAt: null,
      // The matter may have another open issue by now.
      dedupKey: null,
    });
    const recorded = await recordEvent(ctx, issueCase, issue, {
      what: 'reopened',
      before: { state: issue.state, owner: issue.owner?.id ?? null },
      after: { state: 'new' },
      note: await named(ctx.tx, why),
      mentions: issue.owner?.active ? [issue.owner.slackUserId] : [],
      broadcast: true,
      tells: concerned(issue, ctx.actor),
    });
    // Steps that became late in between are reminded of now.
    const steps = stepsReminder(id, await listSteps(ctx.tx, id));
    return { ...recorded, result: issue.number, due: [closeDue.never(id), reviewDue.never(id), steps] };
  },
});
