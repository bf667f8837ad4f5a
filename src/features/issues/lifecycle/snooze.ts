import { z } from 'zod';
import { mutation } from '../../../core/runtime/operation.ts';
import { promiseDue, snoozeDue } from '../issue/due.ts';
import { endOf, spans } from '../issue/promise-rules.ts';
import { held, recordStep } from '../issue/record-event.ts';
import { whyNotWorkOn } from '../issue/refusals.ts';
import { askerOf, demand } from '../issue/requester.ts';
import { updateIssue } from '../issue/store.ts';
import { workOnIssues } from '../permissions.ts';

/** Sets it aside until a moment, with the owner it has. */
export const snoozeIssue = mutation({
  name: 'issues.snooze',
  permission: workOnIssues,
  input: z.object({ id: z.uuid(), span: z.enum(spans) }),
  async run(ctx, { id, span }) {
    const issue = await held(ctx, id);
    demand(whyNotWorkOn(issue, askerOf(ctx)));
    const snoozedUntil = endOf(span, ctx.now, ctx.workspace.timeZone);
    await updateIssue(ctx.tx, id, { state: 'waiting', snoozedUntil, promiseAt: null, remindedAt: null });
    const step = await recordStep(ctx, issue, {
      what: 'snoozed',
      before: { state: issue.state },
      after: { state: 'waiting', snoozedUntil: snoozedUntil.toISOString() },
    });
    return {
      ...step,
      result: issue.number,
      due: [promiseDue.never(id), snoozeDue.at(id, snoozedUntil)],
    };
  },
});
