import { z } from 'zod';
import { mutation } from '../../../core/runtime/operation.ts';
import { promiseDue, snoozeDue } from '../issue/due.ts';
import { defaultPromise } from '../issue/promise-rules.ts';
import { held, recordStep } from '../issue/record-event.ts';
import { whyNotTake } from '../issue/refusals.ts';
import { askerOf, demand, personOf } from '../issue/requester.ts';
import { updateIssue } from '../issue/store.ts';
import { workOnIssues } from '../permissions.ts';
import { stepsBack } from '../playbooks/finish-step.ts';

/** "I'm on it": the one who says so owns it and makes the default promise. Of two who press at once one wins. */
export const takeIssue = mutation({
  name: 'issues.take',
  permission: workOnIssues,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const person = personOf(ctx);
    const issue = await held(ctx, id);
    demand(whyNotTake(issue, askerOf(ctx)));
    const promiseAt = defaultPromise(issue.severity, ctx.now, ctx.workspace.timeZone);
    await updateIssue(ctx.tx, id, {
      state: 'on it',
      ownerId: person.id,
      promiseAt,
      remindedAt: null,
      snoozedUntil: null,
      takenAt: ctx.now,
      ...(issue.acknowledgedAt ? {} : { acknowledgedAt: ctx.now }),
    });
    const step = await recordStep(ctx, issue, {
      what: 'taken',
      before: { state: issue.state, owner: issue.owner?.id ?? null },
      after: { state: 'on it', owner: person.id, promiseAt: promiseAt.toISOString() },
    });
    return {
      ...step,
      result: issue.number,
      due: [promiseDue.at(id, promiseAt), snoozeDue.never(id), ...(await stepsBack(ctx, issue))],
    };
  },
});
