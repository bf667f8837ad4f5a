import { z } from 'zod';
import { mutation } from '../../core/operation.ts';
import { askerOf, demand } from './asker.ts';
import { closeDue, promiseDue, reviewDue, snoozeDue, stepsDue } from './due.ts';
import { whyNotWorkOn } from './no-rules.ts';
import { workOnIssues } from './permissions.ts';
import { closesAfterMs } from './promise-rules.ts';
import { isReviewed, reviewMissedAt } from './review-rules.ts';
import { maxText, resolutions } from './rules.ts';
import { held, recordStep } from './step.ts';
import { updateIssue } from './store.ts';

/** It is over, and how. A week later it is closed. */
export const finishIssue = mutation({
  name: 'issues.done',
  permission: workOnIssues,
  input: z.object({
    id: z.uuid(),
    code: z.enum(resolutions),
    note: z.string().max(maxText).nullable(),
  }),
  async run(ctx, { id, code, note }) {
    const issue = await held(ctx, id);
    demand(whyNotWorkOn(issue, askerOf(ctx)));
    await updateIssue(ctx.tx, id, {
      state: 'done',
      promiseAt: null,
      snoozedUntil: null,
      resolvedAt: ctx.now,
      resolutionCode: code,
      resolutionNote: note,
      ...(issue.acknowledgedAt ? {} : { acknowledgedAt: ctx.now }),
      ...(issue.owner || ctx.actor.kind !== 'person' ? {} : { ownerId: ctx.actor.id }),
    });
    const step = await recordStep(ctx, issue, {
      what: 'done',
      before: { state: issue.state },
      after: { state: 'done', code },
      note,
    });
    const closeAt = new Date(ctx.now.getTime() + closesAfterMs);
    return {
      ...step,
      result: issue.number,
      due: [
        promiseDue.never(id),
        snoozeDue.never(id),
        stepsDue.never(id),
        closeDue.at(id, closeAt),
        ...(isReviewed(issue.severity)
          ? [reviewDue.at(id, reviewMissedAt(ctx.now, ctx.workspace.timeZone))]
          : []),
      ],
    };
  },
});
