import { z } from 'zod';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import type { Due } from '../../../core/tokens/due.ts';
import { stepsDue } from '../issue/due.ts';
import { type Issue, maxText } from '../issue/model.ts';
import { held, recordStep } from '../issue/record-event.ts';
import { whyNotWorkOn } from '../issue/refusals.ts';
import { askerOf, demand } from '../issue/requester.ts';
import { workOnIssues } from '../permissions.ts';
import { type IssueStep, nextReminder } from './model.ts';
import { whyNotSettle } from './refusals.ts';
import { listSteps, settleStep } from './store.ts';

const step = z.object({ id: z.uuid(), step: z.uuid() });

/** A step is done. */
export const tickStep = mutation({
  name: 'issues.tick-step',
  permission: workOnIssues,
  input: step,
  run: async (ctx, input) => await settle(ctx, input, null),
});

/** A step is not needed, or cannot be done; it is kept why. */
export const skipStep = mutation({
  name: 'issues.skip-step',
  permission: workOnIssues,
  input: step.extend({ reason: z.string().min(1).max(maxText) }),
  run: async (ctx, input) => await settle(ctx, input, input.reason),
});

async function settle(ctx: MutationContext, wanted: z.output<typeof step>, reason: string | null) {
  const issue = await held(ctx, wanted.id);
  const asker = askerOf(ctx);
  demand(whyNotWorkOn(issue, asker));
  const steps = await listSteps(ctx.tx, issue.id);
  const found = steps.find(({ id }) => id === wanted.step);
  if (!found) throw new Refusal('not-found', 'That step is not there.');
  demand(whyNotSettle(found, asker));
  const state = reason === null ? 'done' : 'skipped';
  await settleStep(ctx.tx, found.id, {
    state,
    settledAt: ctx.now,
    settledById: asker.personId,
    reason,
  });
  const recorded = await recordStep(ctx, issue, {
    what: state === 'done' ? 'step done' : 'step skipped',
    before: { step: found.ordinal, state: 'open' },
    after: { step: found.ordinal, state, name: found.what },
    note: reason,
  });
  const left = steps.filter(({ id }) => id !== found.id);
  return { ...recorded, result: issue.number, due: [remindingOf(issue.id, left)] };
}

/** What was set aside comes back before its time: its steps are looked at again. */
export async function stepsBack(
  ctx: MutationContext,
  issue: Pick<Issue, 'id' | 'state'>,
): Promise<readonly Due[]> {
  return issue.state === 'waiting' ? [remindingOf(issue.id, await listSteps(ctx.tx, issue.id))] : [];
}

/** When somebody is told next of a step that is late. */
export function remindingOf(issueId: string, steps: readonly IssueStep[]): Due {
  const next = nextReminder(steps);
  return next ? stepsDue.at(issueId, next) : stepsDue.never(issueId);
}
