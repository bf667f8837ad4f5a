import { z } from 'zod';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { putBefore } from '../asking/notify-approvers.ts';
import { demandNotNeededLater, rightFor } from '../electorate/authority.ts';
import { missingAt } from '../electorate/tally.ts';
import { votersNow } from '../electorate/voters.ts';
import { approved, rejected } from '../outcome/outcome.ts';
import { decideApprovals } from '../permissions.ts';
import { stageWords } from '../policy/stage-words.ts';
import { type Approval, maxWhy } from '../request/model.ts';
import { held, recordStep, together } from '../request/record-event.ts';
import { whyNotDecide } from '../request/refusals.ts';
import { askerOf, demand } from '../request/requester.ts';
import { findApproval, updateApproval } from '../request/store.ts';
import { insertVote } from './store.ts';

/** `round`: what the one who votes has seen. */
const about = { id: z.uuid(), round: z.int() };

/** A yes or a no, in one's own name. A no ends it; the last yes that is needed has it done. */
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
    const approval = await held(ctx, wish.id);
    const asker = askerOf(ctx);
    demand(whyNotDecide(approval, wish.round, asker));
    const { stage } = approval;
    const authorityId = await rightFor(ctx, approval);
    if (wish.choice === 'approve') await demandNotNeededLater(ctx, approval, authorityId);
    const reason = wish.choice === 'reject' ? wish.reason : null;
    await insertVote(ctx.tx, {
      approvalId: approval.id,
      round: approval.round,
      personId: asker.personId,
      authorityId,
      stage,
      choice: wish.choice,
      reason,
      at: ctx.now,
    });
    const voted = await again(ctx, approval.id);
    const by = { authorityId: authorityId === asker.personId ? null : authorityId };
    const effects = reason !== null ? await rejected(ctx, voted, reason, by) : await counted(ctx, voted, by);
    return { ...effects, result: approval.number };
  },
});

/** One more yes: the stage may be filled by it, and with the last stage it is approved. */
async function counted(ctx: MutationContext, approval: Approval, by: { authorityId: string | null }) {
  const { id, stage, policy } = approval;
  if (missingAt(approval, stage) > 0)
    return await recordStep(ctx, approval, { what: 'approved', ...by, after: { stage } });
  if (stage + 1 >= policy.stages.length) return await approved(ctx, approval, { what: 'approved', ...by });
  const yes = await recordStep(ctx, approval, { what: 'approved', ...by, after: { stage } });
  const next = { stage: stage + 1, askedAt: ctx.now, reminders: 0 };
  await updateApproval(ctx.tx, id, next);
  const opened = await putBefore(
    ctx,
    { ...approval, ...next },
    {
      what: 'stage filled',
      note: await whomItNeeds(ctx, approval, stage + 1),
      before: { stage },
      after: { stage: stage + 1 },
    },
  );
  return together(yes, opened);
}

async function whomItNeeds(ctx: MutationContext, { policy }: Approval, stage: number): Promise<string> {
  const voters = await votersNow(ctx);
  const next = policy.stages[stage];
  const whom = next && stageWords(next, (id) => voters.find((voter) => voter.id === id)?.name ?? null);
  return `it waits for ${whom ?? 'nobody'}`;
}

async function again(ctx: MutationContext, id: string): Promise<Approval> {
  const approval = await findApproval(ctx.tx, id);
  if (!approval) throw new Error(`Approval ${id} is gone while it is held.`);
  return approval;
}
