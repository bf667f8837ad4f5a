import { z } from 'zod';
import { demand } from '../../../cases/demand.ts';
import { actingReaderOf } from '../../../cases/reader.ts';
import { recordEvent } from '../../../cases/record-event.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { forAct } from '../../../core/tokens/permission.ts';
import { issueCase } from '../issue/case.ts';
import { holdOpen } from '../issue/hold-open.ts';
import { workOnIssues } from '../permissions.ts';
import { playbookKeys, playbookOf } from './ready-made.ts';
import { listSentences, whyNotStart } from './refusals.ts';
import { stepsReminder } from './schedule-reminder.ts';
import { insertSteps, listSteps } from './store.ts';

/** Copies the steps of a playbook into an issue, each with its due moment. */
export const startPlaybook = mutation({
  name: 'issues.start-playbook',
  permission: forAct(workOnIssues, 'start playbooks'),
  input: z.object({ id: z.uuid(), playbook: z.enum(playbookKeys, 'I do not know that playbook.') }),
  async run(ctx, { id, playbook: key }) {
    const issue = await holdOpen(ctx, id);
    const playbook = playbookOf(key);
    if (!playbook) throw new Error(`There is no playbook ${key}.`);
    const before = await listSteps(ctx.tx, id);
    const listed = { steps: before, playbook };
    demand(whyNotStart(playbook, before), listSentences, listed, actingReaderOf(ctx));
    const steps = playbook.steps.map(({ what, details, owner, within }, i) => ({
      id: ctx.ids.uuid(ctx.now),
      playbook: key,
      ordinal: before.length + i + 1,
      what,
      details: details ?? null,
      owner,
      dueAt: new Date(ctx.now.getTime() + within * 60_000),
    }));
    await insertSteps(ctx.tx, id, steps);
    const recorded = await recordEvent(ctx, issueCase, issue, {
      what: 'playbook started',
      after: { playbook: key, steps: steps.length },
    });
    return { ...recorded, result: issue.number, due: [stepsReminder(id, await listSteps(ctx.tx, id))] };
  },
});
