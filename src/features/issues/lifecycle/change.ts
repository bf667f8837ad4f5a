import { z } from 'zod';
import { mutation } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { forAct } from '../../../core/tokens/permission.ts';
import { severities } from '../issue/model.ts';
import { spans } from '../issue/promise-rules.ts';
import { workOnIssues } from '../permissions.ts';
import { setPromise } from './set-promise.ts';
import { setSeverity } from './set-severity.ts';
import { snoozeIssue } from './snooze.ts';

/** What one form changes of an open issue, all of it or nothing. Each change asks for its own right. */
export const changeIssue = mutation({
  name: 'issues.change',
  permission: forAct(workOnIssues, 'change issues'),
  input: z.object({
    id: z.uuid(),
    promise: z.enum(spans).nullable(),
    snooze: z.enum(spans).nullable(),
    severity: z.enum(severities).nullable(),
  }),
  async run(ctx, { id, promise, snooze, severity }) {
    if (promise && snooze) {
      const says = 'Give a new time or snooze it, not both.';
      throw new Refusal('invalid', says, { fields: { snooze: says } });
    }
    if (severity) await setSeverity.call(ctx, { id, severity });
    if (promise) await setPromise.call(ctx, { id, span: promise });
    if (snooze) await snoozeIssue.call(ctx, { id, span: snooze });
    return { result: null, changes: [] };
  },
});
