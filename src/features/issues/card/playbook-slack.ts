import { answers } from '../../../core/declare/click.ts';
import { takes } from '../../../core/declare/form.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { demandPermission } from '../../../core/runtime/operation.ts';
import { asking, type Reply } from '../../../core/tokens/reply.ts';
import { playbookAction, tickAction } from '../issue/actions.ts';
import { openToFinish } from '../issue/get.ts';
import { addStep } from '../playbooks/add-step.ts';
import { skipStep, tickStep } from '../playbooks/finish-step.ts';
import {
  addStepFormView,
  playbookFormView,
  skipStepFormView,
  tickStepFormView,
} from '../playbooks/form-views.ts';
import { addStepForm, playbookForm, skipStepForm, tickStepForm } from '../playbooks/forms.ts';
import { openToSkip, openToTick } from '../playbooks/open-steps.ts';
import { playbooksFor } from '../playbooks/ready-made.ts';
import { startPlaybook } from '../playbooks/start.ts';
import { pressInstead } from './form-views.ts';
import { readExtras } from './read-extras.ts';
import { afterClick, afterForm, opening, type Pressed } from './show-slack.ts';

export const playbookClicks = [
  answers(playbookAction, async (ctx, { playbook, ...pressed }) => {
    await startPlaybook.call(ctx, { id: pressed.id, playbook });
    return await afterClick(ctx, pressed);
  }),
  answers(tickAction, async (ctx, { step, ...pressed }) => {
    await tickStep.call(ctx, { id: pressed.id, step });
    return await afterClick(ctx, pressed);
  }),
];

export async function addingStep(ctx: Context, pressed: Pressed): Promise<Reply> {
  return await opening(ctx, addStepForm, openToFinish, pressed, addStepFormView);
}

export async function skippingStep(ctx: Context, pressed: Pressed): Promise<Reply> {
  const { issue, steps } = await openToSkip.call(ctx, { id: pressed.id });
  return asking(skipStepForm.open(pressed, skipStepFormView(issue, steps)), pressInstead(issue));
}

export async function tickingStep(ctx: Context, pressed: Pressed): Promise<Reply> {
  const { issue, steps } = await openToTick.call(ctx, { id: pressed.id });
  return asking(tickStepForm.open(pressed, tickStepFormView(issue, steps)), pressInstead(issue));
}

export async function startingPlaybook(ctx: Context, pressed: Pressed): Promise<Reply> {
  await demandPermission(ctx, playbookForm.permission);
  const issue = await openToFinish.call(ctx, { id: pressed.id });
  const { steps } = await readExtras.call(ctx, issue);
  const left = playbooksFor(
    issue.kind,
    steps.map(({ playbook }) => playbook),
  );
  return asking(playbookForm.open(pressed, playbookFormView(issue, left)), pressInstead(issue));
}

export const playbookForms = [
  takes(playbookForm, async (ctx, pressed, { playbook }) => {
    await startPlaybook.call(ctx, { id: pressed.id, playbook });
    return await afterForm(ctx, pressed);
  }),
  takes(tickStepForm, async (ctx, pressed, { step }) => {
    await tickStep.call(ctx, { id: pressed.id, step });
    return await afterForm(ctx, pressed);
  }),
  takes(addStepForm, async (ctx, pressed, values) => {
    await addStep.call(ctx, { id: pressed.id, ...values });
    return await afterForm(ctx, pressed);
  }),
  takes(skipStepForm, async (ctx, pressed, { step, reason }) => {
    await skipStep.call(ctx, { id: pressed.id, step, reason });
    return await afterForm(ctx, pressed);
  }),
];
