import { z } from 'zod';
import { recordEvent } from '../../../cases/record-event.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { forAct } from '../../../core/tokens/permission.ts';
import { issueCase } from '../issue/case.ts';
import { promiseDue, snoozeDue } from '../issue/due.ts';
import { holdOpen } from '../issue/hold-open.ts';
import { spanEnd, spans } from '../issue/promise-rules.ts';
import { updateIssue } from '../issue/store.ts';
import { workOnIssues } from '../permissions.ts';

/** The owner stays the owner while an issue is snoozed. */
export const snoozeIssue = mutation({
  name: 'issues.snooze',
  permission: forAct(workOnIssues, 'snooze issues'),
  input: z.object({ id: z.uuid(), span: z.enum(spans) }),
  async run(ctx, { id, span }) {
    const issue = await holdOpen(ctx, id);
    const snoozedUntil = spanEnd(span, ctx.now, ctx.workspace.timeZone);
    await updateIssue(ctx.tx, issue, { state: 'waiting', snoozedUntil, promiseAt: null, remindedAt: null });
    const recorded = await recordEvent(ctx, issueCase, issue, {
      what: 'snoozed',
      before: { state: issue.state },
      after: { state: 'waiting', snoozedUntil: snoozedUntil.toISOString() },
    });
    return {
      ...recorded,
      result: issue.number,
      due: [promiseDue.never(id), snoozeDue.at(id, snoozedUntil)],
    };
  },
});
