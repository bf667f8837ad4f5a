import { z } from 'zod';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import type { Due } from '../../../core/tokens/due.ts';
import { promiseDue } from '../issue/due.ts';
import { type Issue, type Severity, severities } from '../issue/model.ts';
import { leadsToldAt } from '../issue/promise-rules.ts';
import { held, recordStep } from '../issue/record-event.ts';
import { whyNotWorkOn } from '../issue/refusals.ts';
import { askerOf, demand } from '../issue/requester.ts';
import { updateIssue } from '../issue/store.ts';
import { directIssues } from '../permissions.ts';

/** How bad it is. A promise that was made stands. */
export const changeSeverity = mutation({
  name: 'issues.severity',
  permission: directIssues,
  input: z.object({ id: z.uuid(), severity: z.enum(severities) }),
  async run(ctx, { id, severity }) {
    const issue = await held(ctx, id);
    demand(whyNotWorkOn(issue, askerOf(ctx)));
    if (issue.severity === severity) return { result: issue.number, changes: [] };
    await updateIssue(ctx.tx, id, { severity });
    const step = await recordStep(ctx, issue, {
      what: 'severity',
      before: { severity: issue.severity },
      after: { severity },
    });
    return { ...step, result: issue.number, due: leadsFor(ctx, issue, severity) };
  },
});

/** What nobody but its owner was told of because it was not bad is told to the leads in time when it is. */
export function leadsFor({ now }: MutationContext, issue: Issue, severity: Severity): readonly Due[] {
  if (issue.state !== 'on it' || !issue.remindedAt) return [];
  const at = leadsToldAt(issue.remindedAt, { from: issue.severity, to: severity }, now);
  if (at === 'as it is') return [];
  return [at ? promiseDue.at(issue.id, at) : promiseDue.never(issue.id)];
}
