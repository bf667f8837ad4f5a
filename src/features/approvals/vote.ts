import { z } from 'zod';
import type { MutationContext } from '../../core/context.ts';
import { mutation } from '../../core/operation.ts';
import { Refusal } from '../../core/refusal.ts';
import { listOf } from '../../core/sentence.ts';
import { askerOf, demand } from './asker.ts';
import { approved, rejected } from './decided.ts';
import { authoritiesOf } from './delegation.ts';
import { stageWords } from './group-rules.ts';
import { when, whyNotDecide } from './no-rules.ts';
import { putBefore } from './open.ts';
import { votersNow } from './people.ts';
import { decideApprovals } from './permissions.ts';
import { type Approval, maxWhy, stageOf, type Vote } from './rules.ts';
import { held, recordStep, together } from './step.ts';
import { findApproval, updateApproval } from './store.ts';
import { askedAt, missingAt, rightOf } from './vote-rules.ts';
import { insertVote } from './vote-store.ts';

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

/** Whose right they use: their own, or that of somebody who gave it to them. Read anew, whatever their card says. */
async function rightFor(ctx: MutationContext, approval: Approval): Promise<string> {
  const asker = askerOf(ctx);
  const stage = stageOf(approval);
  const voters = await votersNow(ctx);
  const me = voters.find(({ id }) => id === asker.personId);
  if (!stage || !me)
    throw new Refusal('not-allowed', 'You may not decide approvals: that is for an operator.', {
      next: 'Ask an admin to run `/ops grant`.',
    });
  const lent = await authoritiesOf(ctx.tx, me.id, ctx.now);
  const right = rightOf(
    stage,
    me,
    voters.filter(({ id }) => id !== me.id && lent.includes(id)),
    approval,
  );
  if (right && 'authorityId' in right) return right.authorityId;
  if (right) throw new Refusal('conflict', usedBy(right.usedBy, asker));
  const nameOf = (id: string) => voters.find((voter) => voter.id === id)?.name ?? null;
  const names = askedAt(stage, voters, approval)
    .slice(0, 5)
    .map(({ name }) => name);
  throw new Refusal('not-allowed', `That is for ${stageWords(stage, nameOf)} to decide now.`, {
    next: names.length > 0 ? `Ask ${listOf(names, 'or')}.` : '`/approval policy` shows who decides what.',
  });
}

function usedBy({ person, at }: Vote, asker: ReturnType<typeof askerOf>): string {
  return `${person.name} used that right ${when(at, asker)}: it counts once.`;
}

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
