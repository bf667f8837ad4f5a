import { personOf } from '../../../cases/reader.ts';
import { type Recorded, recordEvent } from '../../../cases/record-event.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import type { Effects } from '../../../core/runtime/effects.ts';
import { approvalCase } from '../request/case.ts';
import { expireDue, remindDue, stalledAfterMs, stalledDue } from '../request/due.ts';
import type { NewApprovalEvent } from '../request/event-model.ts';
import type { Approval } from '../request/model.ts';
import { updateApproval } from '../request/store.ts';
import { resolveLinkedIssue } from './issue.ts';
import { runsEffect } from './run-work.ts';

/** Cancels reminders and expiry. */
function settledDue(id: string) {
  return [remindDue.never(id), expireDue.never(id)];
}

/** Approves a request: its cards lose their buttons, and a job runs the effect. */
export async function markApproved(
  ctx: MutationContext,
  approval: Approval,
  event: NewApprovalEvent,
): Promise<Effects> {
  const { id, state } = approval;
  await updateApproval(ctx.tx, approval, {
    state: 'approved',
    decidedById: personOf(ctx).id,
    decidedAt: ctx.now,
    outcome: null,
  });
  return {
    ...(await recordEvent(ctx, approvalCase, approval, {
      ...event,
      before: { state, stage: approval.stage },
      after: { ...event.after, state: 'approved' },
    })),
    due: [...settledDue(id), stalledDue.at(id, new Date(ctx.now.getTime() + stalledAfterMs))],
    work: [runsEffect(id)],
  };
}

/** One no rejects a request. The requester reads why. */
export async function markRejected(
  ctx: MutationContext,
  approval: Approval,
  reason: string,
  by: Pick<NewApprovalEvent, 'after'>,
): Promise<Effects> {
  return await endRequest(ctx, approval, 'rejected', { what: 'rejected', note: reason, ...by }, { reason });
}

const endings = {
  rejected: 'was rejected',
  withdrawn: 'was withdrawn',
  expired: 'has expired',
} as const;

/** Ends a request without its effect. */
export async function endRequest(
  ctx: MutationContext,
  approval: Approval,
  state: 'rejected' | 'withdrawn' | 'expired',
  event: NewApprovalEvent,
  { reason = null }: { readonly reason?: string | null } = {},
): Promise<Recorded & Pick<Effects, 'due'>> {
  const { id, requester } = approval;
  const { actor } = ctx;
  await updateApproval(ctx.tx, approval, {
    state,
    decidedById: actor.kind === 'person' ? actor.id : null,
    decidedAt: ctx.now,
    reason,
  });
  const theirs = actor.kind === 'person' && actor.id === requester.id;
  const recorded = await recordEvent(ctx, approvalCase, approval, {
    ...event,
    tells: requester.active && !theirs ? [requester.slackUserId] : [],
    before: { state: approval.state },
    after: { ...event.after, state },
  });
  const what = event.what === 'given up' ? 'was given up' : endings[state];
  await resolveLinkedIssue(ctx, approval, 'will not be fixed', what);
  return { ...recorded, due: settledDue(id) };
}
