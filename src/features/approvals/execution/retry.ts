import { z } from 'zod';
import { demand } from '../../../cases/demand.ts';
import { hold } from '../../../cases/hold.ts';
import { actingPersonOf } from '../../../cases/reader.ts';
import { recordEvent } from '../../../cases/record-event.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { votersNow } from '../electorate/voters.ts';
import { ended } from '../outcome/outcome.ts';
import { runJob } from '../outcome/run-job.ts';
import { askForApprovals, decideApprovals } from '../permissions.ts';
import { isIn } from '../policy/match.ts';
import { stageWords } from '../policy/stage-words.ts';
import { approvalCase } from '../request/case.ts';
import { stalledAfterMs, stalledDue } from '../request/due.ts';
import type { Approval } from '../request/model.ts';
import { approvalSentences, whyNotGiveUp, whyNotRetry } from '../request/refusals.ts';
import { updateApproval } from '../request/store.ts';

/** The cause was removed: the effect is tried once more. For those who decide at the last stage. */
export const retryApproval = mutation({
  name: 'approvals.try-again',
  permission: decideApprovals,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const approval = await hold(ctx, approvalCase, id);
    const reader = actingPersonOf(ctx);
    demand(whyNotRetry(approval, reader), approvalSentences, approval, reader);
    await demandDecider(ctx, approval);
    await updateApproval(ctx.tx, approval, { state: 'approved', outcome: null });
    const recorded = await recordEvent(ctx, approvalCase, approval, {
      what: 'tried again',
      before: { state: 'failed' },
      after: { state: 'approved' },
    });
    return {
      ...recorded,
      result: approval.number,
      due: [stalledDue.at(id, new Date(ctx.now.getTime() + stalledAfterMs))],
      jobs: [runJob.with({ approval: id })],
    };
  },
});

/** It is not wanted any more, or was done by hand. */
export const giveUp = mutation({
  name: 'approvals.give-up',
  permission: askForApprovals,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const approval = await hold(ctx, approvalCase, id);
    const reader = actingPersonOf(ctx);
    demand(whyNotGiveUp(approval), approvalSentences, approval, reader);
    if (approval.requester.id !== reader.personId) await demandDecider(ctx, approval);
    return {
      ...(await ended(ctx, approval, 'withdrawn', { what: 'given up' })),
      result: approval.number,
    };
  },
});

async function demandDecider(ctx: MutationContext, { policy }: Approval): Promise<void> {
  const { personId } = actingPersonOf(ctx);
  const voters = await votersNow(ctx);
  const me = voters.find(({ id }) => id === personId);
  const last = policy.stages.at(-1);
  // What needed nobody's yes is anybody's who may decide at all.
  if (me && (!last || isIn(last.of, me))) return;
  const nameOf = (id: string) => voters.find((voter) => voter.id === id)?.name ?? null;
  throw new Refusal('not-allowed', `That is for ${last ? stageWords(last, nameOf) : 'an operator'}.`, {
    next: '`/approval policy` shows who decides what.',
  });
}
