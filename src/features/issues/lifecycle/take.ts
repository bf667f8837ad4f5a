import { z } from 'zod';
import { demand } from '../../../cases/demand.ts';
import { hold } from '../../../cases/hold.ts';
import { actingReaderOf, personOf } from '../../../cases/reader.ts';
import { recordEvent } from '../../../cases/record-event.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { forAct } from '../../../core/tokens/permission.ts';
import { calendarOf } from '../../locations/index.ts';
import { issueCase } from '../issue/case.ts';
import { concerned } from '../issue/concerned.ts';
import { promiseDue, snoozeDue } from '../issue/due.ts';
import { defaultPromise } from '../issue/promise-rules.ts';
import { issueSentences, whyNotTake } from '../issue/refusals.ts';
import { updateIssue } from '../issue/store.ts';
import { workOnIssues } from '../permissions.ts';
import { resumeSteps } from '../playbooks/schedule-reminder.ts';

/** "I'm on it": makes the person the owner, with the default promise. Of two presses at once one wins. */
export const takeIssue = mutation({
  name: 'issues.take',
  permission: forAct(workOnIssues, 'take on issues'),
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const person = personOf(ctx);
    const issue = await hold(ctx, issueCase, id);
    const reader = actingReaderOf(ctx);
    demand(whyNotTake(issue, reader), issueSentences, issue, reader);
    const promiseAt = defaultPromise(issue.severity, ctx.now, await calendarOf(ctx, null));
    await updateIssue(ctx.tx, issue, {
      state: 'on it',
      ownerId: person.id,
      askedId: null,
      askedById: null,
      promiseAt,
      remindedAt: null,
      snoozedUntil: null,
      takenAt: ctx.now,
      ...(issue.acknowledgedAt ? {} : { acknowledgedAt: ctx.now }),
    });
    const recorded = await recordEvent(ctx, issueCase, issue, {
      what: 'taken',
      before: { state: issue.state, owner: issue.owner?.id ?? null },
      after: { state: 'on it', owner: person.id, promiseAt: promiseAt.toISOString() },
      tells: concerned(issue, ctx.actor, issue.askedBy),
    });
    return {
      ...recorded,
      result: issue.number,
      due: [promiseDue.at(id, promiseAt), snoozeDue.never(id), ...(await resumeSteps(ctx, issue))],
    };
  },
});
