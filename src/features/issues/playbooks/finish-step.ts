import { z } from 'zod';
import { demand } from '../../../cases/demand.ts';
import { actingReaderOf } from '../../../cases/reader.ts';
import { recordEvent } from '../../../cases/record-event.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { forAct } from '../../../core/tokens/permission.ts';
import { named } from '../../people/index.ts';
import { issueCase } from '../issue/case.ts';
import { holdOpen } from '../issue/hold-open.ts';
import { maxText } from '../issue/model.ts';
import { workOnIssues } from '../permissions.ts';
import { stepSentences, whyNotFinish } from './refusals.ts';
import { stepsReminder } from './schedule-reminder.ts';
import { endStep, listSteps } from './store.ts';

const step = z.object({ id: z.uuid(), step: z.uuid() });

/** Marks a step done. */
export const tickStep = mutation({
  name: 'issues.tick-step',
  permission: forAct(workOnIssues, 'tick off steps'),
  input: step,
  run: async (ctx, input) => await finish(ctx, input, null),
});

/** Marks a step skipped, with the reason. */
export const skipStep = mutation({
  name: 'issues.skip-step',
  permission: forAct(workOnIssues, 'skip steps'),
  input: step.extend({ reason: z.string().min(1).max(maxText) }),
  run: async (ctx, input) => await finish(ctx, input, input.reason),
});

async function finish(ctx: MutationContext, wanted: z.output<typeof step>, why: string | null) {
  const issue = await holdOpen(ctx, wanted.id);
  const reader = actingReaderOf(ctx);
  const steps = await listSteps(ctx.tx, issue.id);
  const found = steps.find(({ id }) => id === wanted.step);
  if (!found) throw new Refusal('not-found', 'That step is not there.');
  demand(whyNotFinish(found, reader), stepSentences, found, reader);
  const reason = await named(ctx.tx, why);
  const state = reason === null ? 'done' : 'skipped';
  await endStep(ctx.tx, found, {
    state,
    settledAt: ctx.now,
    settledById: reader.personId,
    reason,
  });
  const recorded = await recordEvent(ctx, issueCase, issue, {
    what: state === 'done' ? 'step done' : 'step skipped',
    before: { step: found.ordinal, state: 'open' },
    after: { step: found.ordinal, state, name: found.what },
    note: reason,
  });
  const left = steps.filter(({ id }) => id !== found.id);
  return { ...recorded, result: issue.number, due: [stepsReminder(issue.id, left)] };
}
