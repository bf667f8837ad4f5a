import { z } from 'zod';
import { demand } from '../../../cases/demand.ts';
import { actingReaderOf } from '../../../cases/reader.ts';
import { query } from '../../../core/runtime/operation.ts';
import { forAct } from '../../../core/tokens/permission.ts';
import { openToFinish } from '../issue/get.ts';
import { workOnIssues } from '../permissions.ts';
import { openSteps } from './model.ts';
import { listSentences, whyNotSkip } from './refusals.ts';
import { listSteps } from './store.ts';

/** An issue with its open steps, for the form that skips one. */
export const openToSkip = query({
  name: 'issues.open-to-skip',
  permission: forAct(workOnIssues, 'skip steps'),
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const issue = await openToFinish.call(ctx, { id });
    const steps = await listSteps(ctx.scope, id);
    demand(whyNotSkip(steps), listSentences, { steps }, actingReaderOf(ctx));
    return { issue, steps: openSteps(steps) };
  },
});
