import { z } from 'zod';
import { demand } from '../../../cases/demand.ts';
import { hold } from '../../../cases/hold.ts';
import { actingPersonOf } from '../../../cases/reader.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { overridersNow, votersNow } from '../electorate/voters.ts';
import { markApproved } from '../outcome/outcome.ts';
import { breakGlass } from '../permissions.ts';
import { isInGroup } from '../policy/match.ts';
import { approvalCase } from '../request/case.ts';
import { type Approval, maxWhy } from '../request/model.ts';
import { approvalSentences, whyNotOverride } from '../request/refusals.ts';
import { findApproval } from '../request/store.ts';
import { insertVote } from './store.ts';

/** Approves alone in an emergency, where the rule allows it. Everybody who could have voted is told. */
export const override = mutation({
  name: 'approvals.override',
  permission: breakGlass,
  input: z.object({
    id: z.uuid(),
    round: z.int(),
    reason: z.string().trim().min(1, 'Say why it cannot wait.').max(maxWhy, 'Say it shorter.'),
  }),
  async run(ctx, { id, round, reason }) {
    const approval = await hold(ctx, approvalCase, id);
    const reader = actingPersonOf(ctx);
    const no = whyNotOverride(approval, round, reader, await overridersNow(ctx));
    demand(no, approvalSentences, approval, reader);
    const { personId } = reader;
    const vote = { round: approval.round, stage: approval.stage, choice: 'override', at: ctx.now } as const;
    await insertVote(ctx.tx, { ...vote, approvalId: id, personId, authorityId: personId, reason });
    const voted = (await findApproval(ctx.tx, id)) ?? approval;
    const effects = await markApproved(ctx, voted, {
      what: 'overridden',
      note: reason,
      broadcast: true,
      tells: await toNotify(ctx, voted, personId),
    });
    return { ...effects, result: approval.number };
  },
});

/** Everybody who could have voted at any stage, and the requester. */
async function toNotify(ctx: MutationContext, approval: Approval, but: string): Promise<readonly string[]> {
  const { policy, requester } = approval;
  const approvers = (await votersNow(ctx)).filter(
    (person) => person.id !== but && policy.stages.some(({ of }) => isInGroup(of, person)),
  );
  const users = approvers.map(({ slackUserId }) => slackUserId);
  return requester.active ? [...new Set([...users, requester.slackUserId])] : users;
}
