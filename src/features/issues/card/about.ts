import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import type { Issue } from '../issue/model.ts';
import { linkStates } from '../links/link-states.ts';
import { seeIssues } from '../permissions.ts';
import { listSteps } from '../playbooks/store.ts';
import type { About } from './about-model.ts';

/** What a card shows beside the issue itself, as it is now. */
export const aboutIssue = query({
  name: 'issues.about',
  permission: seeIssues,
  input: z.custom<Pick<Issue, 'id' | 'links'>>(),
  async run(ctx, { id, links }): Promise<About> {
    const [steps, standing] = await Promise.all([
      listSteps(ctx.scope, id),
      linkStates.call(ctx, { links: links.map(({ what, ref }) => ({ what, ref })) }),
    ]);
    return { steps, standing };
  },
});
