import { z } from 'zod';
import { issueKinds } from '../../../core/declare/issue-kind.ts';
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
  input: z.custom<Pick<Issue, 'id' | 'links' | 'kind'>>(),
  async run(ctx, { id, links, kind }): Promise<About> {
    const [steps, standing] = await Promise.all([
      listSteps(ctx.scope, id),
      linkStates.call(ctx, { links: links.map(({ what, ref }) => ({ what, ref })) }),
    ]);
    const declared = ctx.engine.contributions.of(issueKinds).find((one) => one.kind === kind);
    return { steps, standing, kindLabel: declared?.label ?? null };
  },
});
