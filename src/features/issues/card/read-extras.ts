import { z } from 'zod';
import { issueKinds } from '../../../core/declare/issue-kind.ts';
import { query } from '../../../core/runtime/operation.ts';
import { findLastEvent } from '../issue/event-store.ts';
import type { Issue } from '../issue/model.ts';
import { readLinkStates } from '../links/read-link-states.ts';
import { seeIssues } from '../permissions.ts';
import { listSteps } from '../playbooks/store.ts';
import type { CardExtras } from './extras-model.ts';

export const readExtras = query({
  name: 'issues.about',
  permission: seeIssues,
  input: z.custom<Pick<Issue, 'id' | 'links' | 'kind'>>(),
  async run(ctx, { id, links, kind }): Promise<CardExtras> {
    const [steps, standing, reopening] = await Promise.all([
      listSteps(ctx.scope, id),
      readLinkStates.call(ctx, { links: links.map(({ what, ref }) => ({ what, ref })) }),
      findLastEvent(ctx.scope, id, 'reopened'),
    ]);
    const declared = ctx.engine.contributions.of(issueKinds).find((one) => one.kind === kind);
    const kindLabel = declared?.label ?? null;
    return { steps, standing, kindLabel, reopening, mayHaveRoom: ctx.engine.rooms.possible() };
  },
});
