import { z } from 'zod';
import { actsOn } from '../../../cases/due.ts';
import { hold } from '../../../cases/hold.ts';
import { recordEvent } from '../../../cases/record-event.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import type { Effects } from '../../../core/runtime/effects.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { cut } from '../../../core/text/clean.ts';
import { isChannel } from '../../../core/tokens/place.ts';
import { raiseIssue } from '../../issues/index.ts';
import { keepApprovals } from '../permissions.ts';
import { approvalCase } from '../request/case.ts';
import { stalledAfterMs, stalledDue } from '../request/due.ts';
import type { NewApprovalEvent } from '../request/event-model.ts';
import { lastEventAt } from '../request/event-store.ts';
import { handlerOf } from '../request/kinds.ts';
import { type Approval, maxWhy } from '../request/model.ts';
import { requesterLostSentence } from '../request/refusals.ts';
import { updateApproval } from '../request/store.ts';
import { matterOf } from './issue.ts';
import { runsEffect } from './run-work.ts';

const awayAfterMs = stalledAfterMs + 5 * 60_000;

/** Why an effect failed: in words for the card and the issue, and as it is recorded. */
interface Failure {
  readonly outcome: string;
  readonly recorded: Pick<NewApprovalEvent, 'note' | 'after'>;
}

/** Marks an approved request as failed, and raises an issue about it. */
async function fail(
  ctx: MutationContext,
  approval: Approval,
  { outcome, recorded }: Failure,
): Promise<Effects> {
  const { id, requester, state } = approval;
  await updateApproval(ctx.tx, approval, { state: 'failed', outcome });
  await raiseFailure(ctx, approval, outcome);
  const effects = await recordEvent(ctx, approvalCase, approval, {
    what: 'failed',
    ...recorded,
    broadcast: true,
    tells: requester.active ? [requester.slackUserId] : [],
    before: { state },
    after: { ...recorded.after, state: 'failed' },
  });
  return { ...effects, due: [stalledDue.never(id)] };
}

/** Effects run in the requester's name: this requester may not ask any more. */
export async function failWithoutRequester(ctx: MutationContext, approval: Approval): Promise<Effects> {
  return await fail(ctx, approval, {
    outcome: requesterLostSentence(approval.requester),
    recorded: { after: { code: 'requester may not' } },
  });
}

async function raiseFailure(ctx: MutationContext, approval: Approval, outcome: string): Promise<void> {
  const { id, number, kind, requester } = approval;
  const told = handlerOf(ctx, kind)?.about.tell(approval.request, approval.facts, 'stays');
  const what = told ? `${requester.name} asked to ${told.what}` : kind;
  const [place = requester.slackUserId] = [...approval.places].sort(
    (one, other) => Number(isChannel(other)) - Number(isChannel(one)),
  );
  await raiseIssue.call(ctx, {
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

/** Run by the system, once a refused effect has been rolled back. */
export const noteFailure = mutation({
  name: 'approvals.note-failure',
  permission: keepApprovals,
  input: z.object({ id: z.uuid(), outcome: z.string() }),
  async run(ctx, { id, outcome }) {
    const approval = await hold(ctx, approvalCase, id);
    if (approval.state !== 'approved') return { result: null, changes: [] };
    const note = cut(outcome, maxWhy);
    return { ...(await fail(ctx, approval, { outcome: note, recorded: { note } })), result: null };
  },
});

/** Runs an effect late, since the bot was away when it was due. */
async function takeUp(ctx: MutationContext, approval: Approval) {
  return {
    ...(await recordEvent(ctx, approvalCase, approval, { what: 'taken up', quiet: true })),
    work: [runsEffect(approval.id)],
    next: new Date(ctx.now.getTime() + stalledAfterMs),
  };
}

/** Fails an approved request whose effect has not run for ten minutes: no request stays approved silently. */
export const noteStalled = actsOn(stalledDue, approvalCase, async (ctx, approval) => {
  if (approval.state !== 'approved') return null;
  const since = (await lastEventAt(ctx.tx, approval.id)) ?? ctx.now;
  if (ctx.now.getTime() - since.getTime() > awayAfterMs) return await takeUp(ctx, approval);
  const note = 'It did not run within 10 minutes, and nobody knows why: try it again.';
  const { due: _, ...effects } = await fail(ctx, approval, { outcome: note, recorded: { note } });
  return effects;
});
