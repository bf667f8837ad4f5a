import { z } from 'zod';
import type { DueHandler } from '../../../core/declare/due.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import type { Effects } from '../../../core/runtime/effects.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { isChannel } from '../../../core/tokens/place.ts';
import { raise } from '../../issues/index.ts';
import { keepApprovals } from '../permissions.ts';
import { stalledAfterMs, stalledDue } from '../request/due.ts';
import { lastStepAt } from '../request/event-store.ts';
import { handlerOf } from '../request/kinds.ts';
import { type Approval, maxWhy } from '../request/model.ts';
import { held, heldIfFree, recordStep, soon } from '../request/record-event.ts';
import { updateApproval } from '../request/store.ts';
import { matterOf } from './issue.ts';
import { runJob } from './run-job.ts';

const awayAfterMs = stalledAfterMs + 5 * 60_000;

/** What was approved could not be done: its card says why, and it is an issue that somebody has to own. */
async function failed(ctx: MutationContext, approval: Approval, outcome: string): Promise<Effects> {
  const { id, requester } = approval;
  await updateApproval(ctx.tx, id, { state: 'failed', outcome });
  await raiseIssue(ctx, approval, outcome);
  const step = await recordStep(ctx, approval, {
    what: 'failed',
    note: outcome,
    broadcast: true,
    tells: requester.active ? [requester.slackUserId] : [],
    before: { state: approval.state },
    after: { state: 'failed' },
  });
  return { ...step, due: [stalledDue.never(id)] };
}

async function raiseIssue(ctx: MutationContext, approval: Approval, outcome: string): Promise<void> {
  const { id, number, kind, requester } = approval;
  const told = handlerOf(ctx, kind)?.about.tell(approval.request, approval.facts);
  const what = told ? `${requester.name} asked to ${told.what}` : kind;
  const [place = requester.slackUserId] = [...approval.places].sort(
    (one, other) => Number(isChannel(other)) - Number(isChannel(one)),
  );
  await raise.call(ctx, {
    title: `Approval ${number} was approved and has failed: ${what}`,
    details: outcome,
    kind: 'task',
    severity: 'high',
    links: [{ what: 'approval', ref: id, label: `Approval ${number}`, url: null }],
    source: 'approval',
    matter: matterOf(id),
    otherwise: place,
  });
}

/** Run by the system, after the effect was refused and all of it was rolled back. */
export const noteFailure = mutation({
  name: 'approvals.note-failure',
  permission: keepApprovals,
  input: z.object({ id: z.uuid(), outcome: z.string() }),
  async run(ctx, { id, outcome }) {
    const approval = await held(ctx, id);
    if (approval.state !== 'approved') return { result: null, changes: [] };
    return { ...(await failed(ctx, approval, outcome.slice(0, maxWhy))), result: null };
  },
});

/** Nobody looked when its time came: the bot itself was away. It gets its time now. */
async function takeUp(ctx: MutationContext, approval: Approval) {
  const { id } = approval;
  const step = await recordStep(ctx, approval, { what: 'taken up', quiet: true });
  return {
    ...step,
    jobs: [runJob.with({ approval: id })],
    next: new Date(ctx.now.getTime() + stalledAfterMs),
  };
}

/** Approved, and nothing came of it for ten minutes: never a silent "approved". */
export const noteStalled: DueHandler = {
  kind: stalledDue,
  async act(ctx, id) {
    const approval = await heldIfFree(ctx, id);
    if (approval === 'busy') return soon(ctx);
    if (approval?.state !== 'approved') return { changes: [], next: null };
    const since = (await lastStepAt(ctx.tx, id)) ?? ctx.now;
    if (ctx.now.getTime() - since.getTime() > awayAfterMs) return await takeUp(ctx, approval);
    const outcome = 'It did not run within 10 minutes, and nobody knows why: try it again.';
    const { due: _, ...effects } = await failed(ctx, approval, outcome);
    return { ...effects, next: null };
  },
};
