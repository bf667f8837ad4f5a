import { z } from 'zod';
import { demand } from '../../../cases/demand.ts';
import { actingReaderOf } from '../../../cases/reader.ts';
import { query } from '../../../core/runtime/operation.ts';
import { forAct } from '../../../core/tokens/permission.ts';
import { openToFinish } from '../issue/get.ts';
import { workOnIssues } from '../permissions.ts';
import { openSteps } from './model.ts';
import { listSentences, whyNotEnd } from './refusals.ts';
import { listSteps } from './store.ts';

/** An issue with its open steps, for a form that ends one. */
export const openToTick = opening('issues.open-to-tick', 'tick off steps');
export const openToSkip = opening('issues.open-to-skip', 'skip steps');

function opening(name: string, to: string) {
  return query({
    name,
    permission: forAct(workOnIssues, to),
    input: z.object({ id: z.uuid() }),
    async run(ctx, { id }) {
      const issue = await openToFinish.call(ctx, { id });
      const steps = await listSteps(ctx.scope, id);
      demand(whyNotEnd(steps), listSentences, { steps }, actingReaderOf(ctx));
      return { issue, steps: openSteps(steps) };
    },
  });
}
