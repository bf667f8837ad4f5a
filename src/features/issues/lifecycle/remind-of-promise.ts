import { actsOn } from '../../../cases/due.ts';
import { recordEvent } from '../../../cases/record-event.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { issueCase } from '../issue/case.ts';
import { promiseDue } from '../issue/due.ts';
import { findLeads } from '../issue/find-leads.ts';
import type { Issue } from '../issue/model.ts';
import { leadsToldAfterMs } from '../issue/promise-rules.ts';
import { updateIssue } from '../issue/store.ts';
import { releaseIssue } from './release.ts';

/** When a promise passes its owner is reminded once; if nothing happens, the leads are told. */
export const remindOfPromise = actsOn(promiseDue, issueCase, async (ctx, issue) => {
  const { state, promiseAt, owner, remindedAt } = issue;
  if (state !== 'on it' || !promiseAt || !owner) return null;
  if (promiseAt > ctx.now) return { next: promiseAt };
  if (!owner.active) return await releaseIssue(ctx, issue);
  const { slackUserId } = owner;
  return remindedAt ? await tellLeads(ctx, issue, slackUserId) : await remindOwner(ctx, issue, slackUserId);
});

async function remindOwner(ctx: MutationContext, issue: Issue, owner: string) {
  await updateIssue(ctx.tx, issue, { remindedAt: ctx.now });
  const recorded = await recordEvent(ctx, issueCase, issue, {
    what: 'promise passed',
    after: { promiseAt: issue.promiseAt?.toISOString() ?? null },
    mentions: [owner],
  });
  const later = leadsToldAfterMs(issue.severity);
  return { ...recorded, next: later === null ? null : new Date(ctx.now.getTime() + later) };
}

async function tellLeads(ctx: MutationContext, issue: Issue, owner: string) {
  return await recordEvent(ctx, issueCase, issue, {
    what: 'leads told',
    after: { promiseAt: issue.promiseAt?.toISOString() ?? null },
    mentions: await findLeads(ctx, issue.department, owner),
    broadcast: true,
  });
}
