import type { ApprovalHandler } from '../../../core/declare/approval.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import type { Effects } from '../../../core/runtime/effects.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import type { Reading } from '../../../core/tokens/approval.ts';
import { colleagues } from '../../people/index.ts';
import { whyNobodyCan } from '../policy/staffing.ts';
import type { Approval } from '../request/model.ts';
import { updateApproval } from '../request/store.ts';
import { expiryFrom } from './expiry.ts';
import { chooseAgain } from './match-policy.ts';
import { putBefore } from './notify-approvers.ts';

/**
 * What was approved does not hold any more: it is put before the approvers anew, with what changed. The policy stays
 * the one it was asked under; which of its rules fits is measured anew.
 */
export async function askAgain(
  ctx: MutationContext,
  approval: Approval,
  { kind }: ApprovalHandler,
  { facts, measure }: Reading<unknown>,
  why: readonly string[],
): Promise<Effects> {
  const { id, policy, requester, round } = approval;
  const reason = why.join('\n');
  const chosen = (await chooseAgain(ctx, approval, measure)) ?? policy;
  const nobody = whyNobodyCan(chosen.stages, await colleagues(ctx.tx), requester.id);
  if (nobody) throw new Refusal('conflict', `${reason} It would have to be asked again. ${nobody}`);
  const { location, quantity, amountMinor, supplier } = measure;
  const asked = {
    state: 'waiting',
    round: round + 1,
    stage: 0,
    policy: chosen,
    askedAt: ctx.now,
    reminders: 0,
    expiresAt: await expiryFrom(ctx, ctx.now, { hours: kind.expiresInWorkingHours, location }),
    reason,
  } as const;
  await updateApproval(ctx.tx, id, {
    ...asked,
    facts,
    quantity,
    amountMinor,
    location,
    supplier,
    decidedById: null,
    decidedAt: null,
  });
  return await putBefore(
    ctx,
    { ...approval, ...asked, votes: [] },
    {
      what: 'asked again',
      note: reason,
      broadcast: true,
      // They read that it was approved, and would think it done.
      tells: requester.active ? [requester.slackUserId] : [],
      before: { state: approval.state, round },
      after: { state: 'waiting', round: round + 1 },
    },
  );
}
