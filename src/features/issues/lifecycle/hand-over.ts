import { z } from 'zod';
import { demand, demandInput } from '../../../cases/demand.ts';
import { hold, notThere } from '../../../cases/hold.ts';
import { actingReaderOf } from '../../../cases/reader.ts';
import { holds } from '../../../core/runtime/actor.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { mutation, query } from '../../../core/runtime/operation.ts';
import { forAct } from '../../../core/tokens/permission.ts';
import { issueCase } from '../issue/case.ts';
import type { Issue } from '../issue/model.ts';
import { issueSentences, whyNotPassOn } from '../issue/refusals.ts';
import { findIssue } from '../issue/store.ts';
import { directIssues, workOnIssues } from '../permissions.ts';
import { askToTake, assignable, holdAssignee } from './assign.ts';
import { assignSentences, whyNotAssign } from './refusals.ts';

const permission = forAct(workOnIssues, 'hand issues over');

/** Its owner, or a lead, asks somebody else to take an issue. The owner stays until the other accepts. */
export const handOver = mutation({
  name: 'issues.hand-over',
  permission,
  input: z.object({ id: z.uuid(), slackUserId: z.string() }),
  async run(ctx, { id, slackUserId }) {
    const found = await holdAssignee(ctx, slackUserId);
    const issue = await hold(ctx, issueCase, id);
    demandToPassOn(ctx, issue);
    const member = assignable(ctx, found);
    const reader = actingReaderOf(ctx);
    const no = whyNotAssign(issue, member, reader);
    demandInput(no, assignSentences, { assignee: member, needed: workOnIssues }, reader, 'person');
    return { ...(await askToTake(ctx, issue, member)), result: issue.number };
  },
});

/** An issue, for the form that hands it over. */
export const openToHandOver = query({
  name: 'issues.open-to-hand-over',
  permission,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const issue = await findIssue(ctx.scope, id);
    if (!issue) throw notThere(issueCase);
    demandToPassOn(ctx, issue);
    return issue;
  },
});

/** Only the owner and people who direct others may give an issue away. */
export function demandToPassOn(ctx: Context, issue: Issue): void {
  const reader = actingReaderOf(ctx);
  demand(whyNotPassOn(issue, reader, holds(ctx.actor, directIssues)), issueSentences, issue, reader);
}
