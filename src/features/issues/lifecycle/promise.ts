import { z } from 'zod';
import { mutation } from '../../../core/runtime/operation.ts';
import { promiseDue } from '../issue/due.ts';
import { endOf, spans } from '../issue/promise-rules.ts';
import { held, recordStep } from '../issue/record-event.ts';
import { whyNotPromise } from '../issue/refusals.ts';
import { askerOf, demand } from '../issue/requester.ts';
import { updateIssue } from '../issue/store.ts';
import { workOnIssues } from '../permissions.ts';

/** Another moment than "I'm on it" promised. */
export const changePromise = mutation({
  name: 'issues.promise',
  permission: workOnIssues,
  input: z.object({ id: z.uuid(), span: z.enum(spans) }),
  async run(ctx, { id, span }) {
    const issue = await held(ctx, id);
    demand(whyNotPromise(issue, askerOf(ctx)));
    const promiseAt = endOf(span, ctx.now, ctx.workspace.timeZone);
    await updateIssue(ctx.tx, id, { promiseAt, remindedAt: null });
    const step = await recordStep(ctx, issue, {
      what: 'promised',
      before: { promiseAt: issue.promiseAt?.toISOString() ?? null },
      after: { promiseAt: promiseAt.toISOString() },
    });
    return { ...step, result: issue.number, due: [promiseDue.at(id, promiseAt)] };
  },
});
