import type { MutationContext } from '../../../core/runtime/context.ts';
import type { Effects } from '../../../core/runtime/effects.ts';
import { expireDue, remindDue, stalledAfterMs, stalledDue } from '../request/due.ts';
import type { Step } from '../request/event-model.ts';
import type { Approval } from '../request/model.ts';
import { recordStep, type StepEffects } from '../request/record-event.ts';
import { personOf } from '../request/requester.ts';
import { updateApproval } from '../request/store.ts';
import { endTrouble } from './issue.ts';
import { runJob } from './run-job.ts';

/** Nobody needs to be asked any more. */
function settledDue(id: string) {
  return [remindDue.never(id), expireDue.never(id)];
}

/** The last yes was said: every card loses its buttons with it, and the effect follows on its own. */
export async function approved(ctx: MutationContext, approval: Approval, step: Step): Promise<Effects> {
  const { id, state } = approval;
  await updateApproval(ctx.tx, id, {
    state: 'approved',
    decidedById: personOf(ctx).id,
    decidedAt: ctx.now,
    outcome: null,
  });
  return {
    ...(await recordStep(ctx, approval, {
      ...step,
      before: { state, stage: approval.stage },
      after: { state: 'approved' },
    })),
    due: [...settledDue(id), stalledDue.at(id, new Date(ctx.now.getTime() + stalledAfterMs))],
    jobs: [runJob.with({ approval: id })],
  };
}

/** One no ends it. Whoever asked reads why. */
export async function rejected(
  ctx: MutationContext,
  approval: Approval,
  reason: string,
  by: Pick<Step, 'authorityId'>,
): Promise<Effects> {
  return await ended(ctx, approval, 'rejected', { what: 'rejected', note: reason, ...by }, { reason });
}

const endings = {
  rejected: 'was rejected',
  withdrawn: 'was withdrawn',
  expired: 'has expired',
} as const;

/** It is over without having been done. */
export async function ended(
  ctx: MutationContext,
  approval: Approval,
  state: 'rejected' | 'withdrawn' | 'expired',
  step: Step,
  { reason = null }: { readonly reason?: string | null } = {},
): Promise<StepEffects & Pick<Effects, 'due'>> {
  const { id, requester } = approval;
  const { actor } = ctx;
  await updateApproval(ctx.tx, id, {
    state,
    decidedById: actor.kind === 'person' ? actor.id : null,
    decidedAt: ctx.now,
    reason,
  });
  const theirs = actor.kind === 'person' && actor.id === requester.id;
  const recorded = await recordStep(ctx, approval, {
    ...step,
    tells: requester.active && !theirs ? [requester.slackUserId] : [],
    before: { state: approval.state },
    after: { state },
  });
  const what = step.what === 'given up' ? 'was given up' : endings[state];
  await endTrouble(ctx, approval, 'will not be fixed', what);
  return { ...recorded, due: settledDue(id) };
}
