import { z } from 'zod';
import { demand } from '../../../cases/demand.ts';
import { hold } from '../../../cases/hold.ts';
import { actingPersonOf } from '../../../cases/reader.ts';
import { recordEvent } from '../../../cases/record-event.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { forAct } from '../../../core/tokens/permission.ts';
import { votersNow } from '../electorate/voters.ts';
import { endRequest } from '../outcome/outcome.ts';
import { runsEffect } from '../outcome/run-work.ts';
import { askForApprovals, decideApprovals } from '../permissions.ts';
import { approvalCase } from '../request/case.ts';
import { stalledAfterMs, stalledDue } from '../request/due.ts';
import type { Approval } from '../request/model.ts';
import { approvalSentences, whyNotGiveUp, whyNotRetry } from '../request/refusals.ts';
import { updateApproval } from '../request/store.ts';
import { failureSentences, whyNotSettle } from './refusals.ts';

/** Runs the effect of a failed request once more. For the people of its last stage, except its requester. */
export const retryApproval = mutation({
  name: 'approvals.try-again',
  permission: forAct(decideApprovals, 'try approvals again'),
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const approval = await hold(ctx, approvalCase, id);
    const reader = actingPersonOf(ctx);
    demand(whyNotRetry(approval, reader), approvalSentences, approval, reader);
    await demandLastStage(ctx, approval);
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
      work: [runsEffect(id)],
    };
  },
});

/** Ends a failed request that is no longer wanted, or was done by hand. For its requester and its last stage. */
export const giveUp = mutation({
  name: 'approvals.give-up',
  permission: forAct(askForApprovals, 'give approvals up'),
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const approval = await hold(ctx, approvalCase, id);
    const reader = actingPersonOf(ctx);
    demand(whyNotGiveUp(approval), approvalSentences, approval, reader);
    if (approval.requester.id !== reader.personId) await demandLastStage(ctx, approval);
    return {
      ...(await endRequest(ctx, approval, 'withdrawn', { what: 'given up' })),
      result: approval.number,
    };
  },
});

async function demandLastStage(ctx: MutationContext, { policy }: Approval): Promise<void> {
  const reader = actingPersonOf(ctx);
  const failed = { policy, voters: await votersNow(ctx) };
  demand(whyNotSettle(failed, reader.personId), failureSentences, failed, reader);
}
