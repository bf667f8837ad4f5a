import { z } from 'zod';
import { mutation } from '../../core/operation.ts';
import { askerOf, demand } from './asker.ts';
import { whyNotWorkOn } from './no-rules.ts';
import { directIssues } from './permissions.ts';
import { severities } from './rules.ts';
import { held, recordStep } from './step.ts';
import { updateIssue } from './store.ts';

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
    return { ...step, result: issue.number };
  },
});
