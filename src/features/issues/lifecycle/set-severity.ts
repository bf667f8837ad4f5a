import { z } from 'zod';
import { recordEvent } from '../../../cases/record-event.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import type { Due } from '../../../core/tokens/due.ts';
import { issueCase } from '../issue/case.ts';
import { promiseDue } from '../issue/due.ts';
import { holdOpen } from '../issue/hold-open.ts';
import { type Issue, type Severity, severities } from '../issue/model.ts';
import { leadsToldAt } from '../issue/promise-rules.ts';
import { updateIssue } from '../issue/store.ts';
import { directIssues } from '../permissions.ts';

/** How bad it is. A promise that was made stands. */
export const setSeverity = mutation({
  name: 'issues.severity',
  permission: directIssues,
  input: z.object({ id: z.uuid(), severity: z.enum(severities) }),
  async run(ctx, { id, severity }) {
    const issue = await holdOpen(ctx, id);
    if (issue.severity === severity) return { result: issue.number, changes: [] };
    await updateIssue(ctx.tx, issue, { severity });
    const recorded = await recordEvent(ctx, issueCase, issue, {
      what: 'severity',
      before: { severity: issue.severity },
      after: { severity },
    });
    return { ...recorded, result: issue.number, due: leadsDue(ctx, issue, severity) };
  },
});

/** What nobody but its owner was told of because it was not bad is told to the leads in time when it is. */
export function leadsDue({ now }: MutationContext, issue: Issue, severity: Severity): readonly Due[] {
  if (issue.state !== 'on it' || !issue.remindedAt) return [];
  const at = leadsToldAt(issue.remindedAt, { from: issue.severity, to: severity }, now);
  if (at === 'as it is') return [];
  return [at ? promiseDue.at(issue.id, at) : promiseDue.never(issue.id)];
}
