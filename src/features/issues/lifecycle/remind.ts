import type { DueHandler } from '../../../core/declare/due.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { promiseDue } from '../issue/due.ts';
import { leadsToAsk } from '../issue/leads.ts';
import type { Issue } from '../issue/model.ts';
import { leadsToldAfterMs } from '../issue/promise-rules.ts';
import { heldIfFree, recordStep, soon } from '../issue/record-event.ts';
import { updateIssue } from '../issue/store.ts';
import { releaseIssue } from './release.ts';

/** A promise passed: one reminder to its owner; when nothing follows, the leads are told. */
export const remindOfPromise: DueHandler = {
  kind: promiseDue,
  async act(ctx, id) {
    const issue = await heldIfFree(ctx, id);
    if (issue === 'busy') return soon(ctx);
    if (issue?.state !== 'on it' || !issue.promiseAt || !issue.owner) return { changes: [], next: null };
    if (issue.promiseAt > ctx.now) return { changes: [], next: issue.promiseAt };
    if (!issue.owner.active) return { ...(await releaseIssue(ctx, issue)), next: null };
    return issue.remindedAt
      ? await tellLeads(ctx, issue)
      : await remindOwner(ctx, issue, issue.owner.slackUserId);
  },
};

async function remindOwner(ctx: MutationContext, issue: Issue, owner: string) {
  await updateIssue(ctx.tx, issue.id, { remindedAt: ctx.now });
  const step = await recordStep(ctx, issue, {
    what: 'promise passed',
    after: { promiseAt: issue.promiseAt?.toISOString() ?? null },
    mentions: [owner],
  });
  const later = leadsToldAfterMs(issue.severity);
  return { ...step, next: later === null ? null : new Date(ctx.now.getTime() + later) };
}

async function tellLeads(ctx: MutationContext, issue: Issue) {
  const step = await recordStep(ctx, issue, {
    what: 'leads told',
    after: { promiseAt: issue.promiseAt?.toISOString() ?? null },
    mentions: await leadsToAsk(ctx, issue.department),
    broadcast: true,
  });
  return { ...step, next: null };
}
