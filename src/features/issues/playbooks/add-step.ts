import { z } from 'zod';
import { demand, demandInput } from '../../../cases/demand.ts';
import { actingReaderOf } from '../../../cases/reader.ts';
import { recordEvent } from '../../../cases/record-event.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { cut } from '../../../core/text/clean.ts';
import { departments } from '../../../core/tokens/departments.ts';
import { forAct } from '../../../core/tokens/permission.ts';
import { named } from '../../people/index.ts';
import { issueCase } from '../issue/case.ts';
import { holdOpen } from '../issue/hold-open.ts';
import { momentSentences, whyNotDueAt } from '../issue/refusals.ts';
import { workOnIssues } from '../permissions.ts';
import { maxStep } from './model.ts';
import { listSentences, whyNotAdd } from './refusals.ts';
import { stepsReminder } from './schedule-reminder.ts';
import { insertSteps, listSteps } from './store.ts';

/** Adds a step of one's own. */
export const addStep = mutation({
  name: 'issues.add-step',
  permission: forAct(workOnIssues, 'add steps'),
  input: z.object({
    id: z.uuid(),
    what: z
      .string()
      .trim()
      .min(1)
      .max(maxStep)
      .transform((text) => text.replace(/\s+/g, ' ')),
    owner: z.enum(['owner', ...departments]),
    dueAt: z.date(),
  }),
  async run(ctx, { id, owner, dueAt, ...wish }) {
    const what = cut(await named(ctx.tx, wish.what), maxStep);
    const issue = await holdOpen(ctx, id);
    const steps = await listSteps(ctx.tx, id);
    const reader = actingReaderOf(ctx);
    demand(whyNotAdd(1, steps), listSentences, { steps }, reader);
    demandInput(whyNotDueAt(dueAt, reader), momentSentences, undefined, reader, 'dueAt');
    const ordinal = steps.length + 1;
    await insertSteps(ctx.tx, id, [
      { id: ctx.ids.uuid(ctx.now), playbook: '', ordinal, what, details: null, owner, dueAt },
    ]);
    const recorded = await recordEvent(ctx, issueCase, issue, {
      what: 'step added',
      after: { step: ordinal, name: what, for: owner, dueAt: dueAt.toISOString() },
    });
    const due = stepsReminder(id, await listSteps(ctx.tx, id));
    return { ...recorded, result: issue.number, due: [due] };
  },
});
