import { z } from 'zod';
import { notThere } from '../../../cases/hold.ts';
import { query } from '../../../core/runtime/operation.ts';
import type { Permission } from '../../../core/tokens/permission.ts';
import { directIssues, raiseIssues, seeIssues, workOnIssues } from '../permissions.ts';
import { issueCase } from './case.ts';
import { findEvent, listEvents } from './event-store.ts';
import { findByNumber, findIssue, findIssues } from './store.ts';

/** Events on a private card. */
const eventsShown = 10;

export const getIssue = query({
  name: 'issues.get',
  permission: seeIssues,
  input: z.object({ id: z.uuid() }),
  run: async (ctx, { id }) => await findIssue(ctx.scope, id),
});

/** Ids that do not exist are left out. */
export const getIssues = query({
  name: 'issues.get-several',
  permission: seeIssues,
  input: z.object({ ids: z.array(z.uuid()).max(100) }),
  run: async (ctx, { ids }) => await findIssues(ctx.scope, ids),
});

/** An issue with its newest events. */
export const openIssue = query({
  name: 'issues.open',
  permission: seeIssues,
  input: z.union([z.object({ id: z.uuid() }), z.object({ number: z.number().int() })]),
  async run(ctx, wanted) {
    const issue = await ('id' in wanted
      ? findIssue(ctx.scope, wanted.id)
      : findByNumber(ctx.scope, wanted.number));
    if (!issue) throw notThere(issueCase, 'number' in wanted ? wanted.number : undefined);
    return { issue, events: await listEvents(ctx.scope, issue.id, { limit: eventsShown }) };
  },
});

/** An issue, for a form about it. The permission of the form is checked before anybody fills it in. */
export const openToNote = opening('issues.open-to-note', raiseIssues);
export const openToFinish = opening('issues.open-to-finish', workOnIssues);
export const openToDirect = opening('issues.open-to-direct', directIssues);

function opening(name: string, permission: Permission) {
  return query({
    name,
    permission,
    input: z.object({ id: z.uuid() }),
    async run(ctx, { id }) {
      const issue = await findIssue(ctx.scope, id);
      if (!issue) throw notThere(issueCase);
      return issue;
    },
  });
}

/** An event with the present state of its issue. */
export const getEvent = query({
  name: 'issues.step',
  permission: seeIssues,
  input: z.object({ event: z.uuid(), issue: z.uuid() }),
  async run(ctx, wanted) {
    const [event, issue] = await Promise.all([
      findEvent(ctx.scope, wanted.event),
      findIssue(ctx.scope, wanted.issue),
    ]);
    return event && issue ? { event, issue } : null;
  },
});
