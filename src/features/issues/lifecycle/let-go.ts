import { z } from 'zod';
import { hold } from '../../../cases/hold.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { forAct } from '../../../core/tokens/permission.ts';
import { issueCase } from '../issue/case.ts';
import { promiseDue, snoozeDue } from '../issue/due.ts';
import { workOnIssues } from '../permissions.ts';
import { demandToPassOn } from './hand-over.ts';
import { releaseIssue } from './release.ts';

/** "Release": nobody is on it any more. */
export const letGo = mutation({
  name: 'issues.release',
  permission: forAct(workOnIssues, 'release issues'),
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const issue = await hold(ctx, issueCase, id);
    demandToPassOn(ctx, issue);
    const { due, ...released } = await releaseIssue(ctx, issue);
    return { ...released, result: issue.number, due: [promiseDue.never(id), snoozeDue.never(id), ...due] };
  },
});
