import { z } from 'zod';
import { notThere } from '../../../cases/hold.ts';
import { query } from '../../../core/runtime/operation.ts';
import { issueCase } from '../issue/case.ts';
import { listEvents } from '../issue/event-store.ts';
import { findIssue } from '../issue/store.ts';
import { seeIssues } from '../permissions.ts';
import { type Timeline, timelinePage } from './model.ts';

/** A page of events, oldest first. The newest page comes first. */
export const readTimeline = query({
  name: 'issues.timeline',
  permission: seeIssues,
  /** `before`: the first event of the page that is shown. */
  input: z.object({ id: z.uuid(), before: z.uuid().nullable() }),
  async run(ctx, { id, before }): Promise<Timeline> {
    const [issue, events] = await Promise.all([
      findIssue(ctx.scope, id),
      listEvents(ctx.scope, id, { before, limit: timelinePage + 1 }),
    ]);
    if (!issue) throw notThere(issueCase);
    const shown = events.slice(-timelinePage);
    const earlier = events.length > shown.length ? (shown[0]?.id ?? null) : null;
    return { issue, events: shown, earlier };
  },
});
