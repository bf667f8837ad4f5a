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
import { concerned } from '../issue/concerned.ts';
import { promiseDue, snoozeDue } from '../issue/due.ts';
import { spanEnd, spans } from '../issue/promise-rules.ts';
import { issueSentences, whyNotSnooze } from '../issue/refusals.ts';
import { updateIssue } from '../issue/store.ts';
import { directIssues, workOnIssues } from '../permissions.ts';

/** The owner stays the owner while an issue is snoozed. */
export const snoozeIssue = mutation({
  name: 'issues.snooze',
  permission: forAct(workOnIssues, 'snooze issues'),
  input: z.object({ id: z.uuid(), span: z.enum(spans) }),
  async run(ctx, { id, span }) {
    const issue = await hold(ctx, issueCase, id);
    const reader = actingReaderOf(ctx);
    const directs = holds(ctx.actor, directIssues);
    demand(whyNotSnooze(issue, reader, directs), issueSentences, issue, reader);
    const snoozedUntil = spanEnd(span, ctx.now, await calendarOf(ctx, null));
    await updateIssue(ctx.tx, issue, { state: 'waiting', snoozedUntil, promiseAt: null, remindedAt: null });
    const recorded = await recordEvent(ctx, issueCase, issue, {
      what: 'snoozed',
      before: { state: issue.state },
      after: { state: 'waiting', snoozedUntil: snoozedUntil.toISOString() },
      tells: concerned(issue, ctx.actor),
    });
    return {
      ...recorded,
      result: issue.number,
      due: [promiseDue.never(id), snoozeDue.at(id, snoozedUntil)],
    };
  },
});
