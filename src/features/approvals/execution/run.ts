import { z } from 'zod';
import { hold } from '../../../cases/hold.ts';
import { does } from '../../../core/declare/job.ts';
import { works } from '../../../core/declare/work.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { combined } from '../../../core/runtime/effects.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { startNewRound } from '../asking/new-round.ts';
import { whyNotCounted } from '../electorate/tally.ts';
import { overridersNow, votersNow } from '../electorate/voters.ts';
import { runEffect } from '../outcome/effect.ts';
import { failWithoutRequester, noteFailure } from '../outcome/failure.ts';
import { runJob } from '../outcome/run-job.ts';
import { runWork } from '../outcome/run-work.ts';
import { keepApprovals } from '../permissions.ts';
import { approvalCase } from '../request/case.ts';
import { stalledDue } from '../request/due.ts';
import { handlerOf } from '../request/kinds.ts';

/**
 * Runs the effect of an approved request, if its votes still count and the facts still hold; else asks the approvers
 * again. Run by the system. Throws a `Refusal` when the effect cannot run.
 */
export const runApproved = mutation({
  name: 'approvals.run',
  permission: keepApprovals,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const approval = await hold(ctx, approvalCase, id);
    if (approval.state !== 'approved') return { result: null, changes: [] };
    const handler = handlerOf(ctx, approval.kind);
    // During a roll-out a newer version may run beside us and know the kind: the job is retried.
    if (!handler) throw new Error(`No feature runs approvals of the kind ${approval.kind}.`);
    const voters = await votersNow(ctx);
    const { requester } = approval;
    // Effects run in the requester's name.
    if (!voters.some(({ id: one }) => one === requester.id))
      return { ...(await failWithoutRequester(ctx, approval)), result: null };
    const lost = whyNotCounted(approval, voters, await overridersNow(ctx));
    const reading = await handler.about.read(ctx, approval.request);
    const changed = handler.about.changed(approval.facts, reading.facts, approval.request);
    const effects =
      lost || changed.length > 0
        ? await startNewRound(ctx, approval, handler, reading, { changed, lost })
        : await doneNow(ctx, approval, handler, reading);
    return { ...combined(effects, { changes: [], due: [stalledDue.never(id)] }), result: null };
  },
});

async function doneNow(ctx: MutationContext, ...what: Tail<Parameters<typeof runEffect>>) {
  const { said: _, ...effects } = await runEffect(ctx, ...what);
  return effects;
}

type Tail<List extends readonly unknown[]> = List extends [unknown, ...infer Rest] ? Rest : never;

/** A refusal is recorded and raised as an issue; any other error is retried. */
export const runHandler = works(runWork, {
  async act(ctx, { data }) {
    await runApproved.call(ctx, { id: data.approval });
    return { changes: [] };
  },
  async refused(ctx, { data }, no) {
    await noteFailure.call(ctx, {
      id: data.approval,
      outcome: [no.message, no.next].filter(Boolean).join(' '),
    });
    return { changes: [] };
  },
});

/** The same, for requests that the previous release approved: it runs beside this one during a roll-out. */
export const runJobHandler = does(runJob, async (ctx, { approval: id }) => {
  try {
    await runApproved.call(ctx, { id });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await noteFailure.call(ctx, { id, outcome: [error.message, error.next].filter(Boolean).join(' ') });
  }
});
