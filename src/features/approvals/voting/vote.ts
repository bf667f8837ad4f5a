import { z } from 'zod';
import { demand } from '../../../cases/demand.ts';
import { hold } from '../../../cases/hold.ts';
import { actingPersonOf } from '../../../cases/reader.ts';
import { recordEvent } from '../../../cases/record-event.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { combined } from '../../../core/runtime/effects.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { notifyApprovers } from '../asking/notify-approvers.ts';
import { demandAuthority } from '../electorate/authority.ts';
import { missingAt } from '../electorate/tally.ts';
import { markApproved, markRejected } from '../outcome/outcome.ts';
import { decideApprovals } from '../permissions.ts';
import { approvalCase } from '../request/case.ts';
import { type Approval, maxWhy } from '../request/model.ts';
import { approvalSentences, whyNotDecide } from '../request/refusals.ts';
import { findApproval, updateApproval } from '../request/store.ts';
import { insertVote } from './store.ts';

/** `round`: the round that the voter saw. */
const about = { id: z.uuid(), round: z.int() };

/** Votes in the voter's own name. A no rejects the request; the last yes that it needs approves it. */
export const vote = mutation({
  name: 'approvals.vote',
  permission: decideApprovals,
  input: z.discriminatedUnion('choice', [
    z.object({ ...about, choice: z.literal('approve') }),
    z.object({
      ...about,
      choice: z.literal('reject'),
      reason: z.string().trim().min(1, 'Say why not.').max(maxWhy, 'Say it shorter.'),
    }),
  ]),
  async run(ctx, wish) {
    const approval = await hold(ctx, approvalCase, wish.id);
    const reader = actingPersonOf(ctx);
    demand(whyNotDecide(approval, wish.round, reader), approvalSentences, approval, reader);
    const { stage } = approval;
    const authorityId = await demandAuthority(ctx, approval, wish.choice);
    const reason = wish.choice === 'reject' ? wish.reason : null;
    await insertVote(ctx.tx, {
      approvalId: approval.id,
      round: approval.round,
      personId: reader.personId,
      authorityId,
      stage,
      choice: wish.choice,
      reason,
      at: ctx.now,
    });
    const voted = await again(ctx, approval.id);
    const by = authorityId === reader.personId ? {} : { inPlaceOf: authorityId };
    const effects =
      reason !== null ? await markRejected(ctx, voted, reason, { after: by }) : await counted(ctx, voted, by);
    return { ...effects, result: approval.number };
  },
});

/** Records a yes: it may fill the stage, and filling the last stage approves the request. */
async function counted(ctx: MutationContext, approval: Approval, by: { readonly inPlaceOf?: string }) {
  const { stage, policy } = approval;
  const yes = { what: 'approved', after: { ...by, stage } } as const;
  if (missingAt(approval, stage) > 0) return await recordEvent(ctx, approvalCase, approval, yes);
  if (stage + 1 >= policy.stages.length)
    return await markApproved(ctx, approval, { what: 'approved', after: by });
  const recorded = await recordEvent(ctx, approvalCase, approval, yes);
  const next = { stage: stage + 1, askedAt: ctx.now, reminders: 0 };
  await updateApproval(ctx.tx, approval, next);
  const opened = await notifyApprovers(
    ctx,
    { ...approval, ...next },
    { what: 'stage filled', before: { stage }, after: { stage: stage + 1 } },
  );
  return combined(recorded, opened);
}

async function again(ctx: MutationContext, id: string): Promise<Approval> {
  const approval = await findApproval(ctx.tx, id);
  if (!approval) throw new Error(`Approval ${id} is gone while it is held.`);
  return approval;
}
