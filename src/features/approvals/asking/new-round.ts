import type { ApprovalHandler } from '../../../core/declare/approval.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import type { Effects } from '../../../core/runtime/effects.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import type { Reading } from '../../../core/tokens/approval.ts';
import { colleagues } from '../../people/index.ts';
import { lostVoteSentences } from '../electorate/refusals.ts';
import type { LostVote } from '../electorate/tally.ts';
import { shortageFor } from '../policy/staffing.ts';
import { type Approval, isWaiting } from '../request/model.ts';
import { updateApproval } from '../request/store.ts';
import { expiryFrom } from './expiry.ts';
import { rematchPolicy } from './match-policy.ts';
import { notifyApprovers } from './notify-approvers.ts';
import { hopelessRoundSentence } from './refusals.ts';

/** Why a request is asked again: the changes that its kind reports, and the first yes that no longer counts. */
export interface RoundReason {
  readonly changed: readonly string[];
  readonly lost: LostVote | null;
}

/**
 * Asks the approvers again, with what has changed since they approved. The policy version stays; which of its rules
 * matches is measured anew.
 */
export async function startNewRound(
  ctx: MutationContext,
  approval: Approval,
  { kind }: ApprovalHandler,
  { facts, measure }: Reading<unknown>,
  { changed, lost }: RoundReason,
): Promise<Effects> {
  const { policy, requester, round, votes } = approval;
  const reason = [...(lost ? [lostVoteSentences[lost.code](lost.person)] : []), ...changed].join('\n');
  const chosen = (await rematchPolicy(ctx, approval, measure)) ?? policy;
  if (shortageFor(chosen.stages, await colleagues(ctx.tx), requester.id))
    throw new Refusal('conflict', hopelessRoundSentence(changed));
  const { location, quantity, amountMinor, supplier } = measure;
  // While it waits, time goes on.
  const again = isWaiting(approval)
    ? {}
    : {
        state: 'waiting' as const,
        askedAt: ctx.now,
        reminders: 0,
        expiresAt: await expiryFrom(ctx, ctx.now, { hours: kind.expiresInWorkingHours, location }),
      };
  const asked = { ...again, round: round + 1, stage: 0, policy: chosen, reason };
  // Nobody has said anything to the old numbers: the card shows the new ones.
  const quiet = isWaiting(approval) && votes.length === 0;
  await updateApproval(ctx.tx, approval, {
    ...asked,
    facts,
    quantity,
    amountMinor,
    location,
    supplier,
    decidedById: null,
    decidedAt: null,
  });
  return await notifyApprovers(
    ctx,
    { ...approval, ...asked, votes: [] },
    {
      what: 'asked again',
      note: changed.join('\n'),
      quiet,
      broadcast: !quiet,
      // The requester read that it was approved, and would think it done.
      tells: requester.active && !quiet ? [requester.slackUserId] : [],
      before: { state: approval.state, round },
      after: {
        state: 'waiting',
        round: round + 1,
        ...(lost && { lost: lost.code, person: lost.person.id }),
      },
    },
  );
}
