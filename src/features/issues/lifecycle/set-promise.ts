import { z } from 'zod';
import { demand } from '../../../cases/demand.ts';
import { hold } from '../../../cases/hold.ts';
import { actingReaderOf } from '../../../cases/reader.ts';
import { recordEvent } from '../../../cases/record-event.ts';
import { holds } from '../../../core/runtime/actor.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { forAct } from '../../../core/tokens/permission.ts';
import { calendarOf } from '../../locations/index.ts';
import { issueCase } from '../issue/case.ts';
import { promiseDue } from '../issue/due.ts';
import { spanEnd, spans } from '../issue/promise-rules.ts';
import { issueSentences, whyNotPromise } from '../issue/refusals.ts';
import { updateIssue } from '../issue/store.ts';
import { directIssues, workOnIssues } from '../permissions.ts';

/** Replaces the promise that "I'm on it" made. */
export const setPromise = mutation({
  name: 'issues.promise',
  permission: forAct(workOnIssues, 'say when issues will be done'),
  input: z.object({ id: z.uuid(), span: z.enum(spans) }),
  async run(ctx, { id, span }) {
    const issue = await hold(ctx, issueCase, id);
    const reader = actingReaderOf(ctx);
    const directs = holds(ctx.actor, directIssues);
    demand(whyNotPromise(issue, reader, directs), issueSentences, issue, reader);
    const promiseAt = spanEnd(span, ctx.now, await calendarOf(ctx, null));
    await updateIssue(ctx.tx, issue, { promiseAt, remindedAt: null });
    const recorded = await recordEvent(ctx, issueCase, issue, {
      what: 'promised',
      before: { promiseAt: issue.promiseAt?.toISOString() ?? null },
      after: { promiseAt: promiseAt.toISOString() },
    });
    return { ...recorded, result: issue.number, due: [promiseDue.at(id, promiseAt)] };
  },
});
