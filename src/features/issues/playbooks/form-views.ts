import { departments } from '../../../core/tokens/departments.ts';
import type { FormView } from '../../../core/tokens/reply.ts';
import { section } from '../../../ui/blocks.ts';
import { formView } from '../../../ui/form.ts';
import { choiceInput, choicesOf, momentInput, textInput } from '../../../ui/inputs.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { type Issue, maxText } from '../issue/model.ts';
import { headline } from '../issue/words-views.ts';
import { addStepForm, playbookForm, skipStepForm, tickStepForm } from './forms.ts';
import { type IssueStep, maxStep, type Playbook, progressOf } from './model.ts';

export function addStepFormView(issue: Issue): FormView {
  const owners = [{ value: 'owner' as const, label: 'The owner of the issue' }, ...choicesOf(departments)];
  return formView(addStepForm, {
    title: 'Add a step',
    submit: 'Add',
    above: [section(mrkdwn`${headline(issue)}`)],
    inputs: {
      what: textInput({ label: 'What needs to be done?', max: maxStep }),
      owner: choiceInput({ label: 'Who does it?', choices: owners, initial: 'owner' }),
      dueAt: momentInput({
        label: 'By when?',
        hint: 'When it passes, the thread reminds whoever does it.',
      }),
    },
  });
}

export function tickStepFormView(issue: Issue, steps: readonly IssueStep[]): FormView {
  const choices = steps.map(choiceOfStep);
  const { next } = progressOf(steps);
  return formView(tickStepForm, {
    title: 'Step done',
    submit: 'Done',
    above: [section(mrkdwn`${headline(issue)}`)],
    inputs: {
      step: choiceInput({ label: 'Which step is done?', choices, ...(next && { initial: next.id }) }),
    },
  });
}

export function playbookFormView(issue: Issue, playbooks: readonly Playbook[]): FormView {
  const [first] = playbooks;
  return formView(playbookForm, {
    title: 'Start a playbook',
    submit: 'Start',
    above: [section(mrkdwn`${headline(issue)}`)],
    inputs: {
      playbook: choiceInput({
        label: 'Which playbook?',
        choices: playbooks.map(({ key, title }) => ({ value: key, label: title })),
        ...(first && { initial: first.key }),
        hint: 'Its steps are copied into the issue, each with its time.',
      }),
    },
  });
}

export function skipStepFormView(issue: Issue, steps: readonly IssueStep[]): FormView {
  const choices = steps.map(choiceOfStep);
  return formView(skipStepForm, {
    title: 'Skip a step',
    submit: 'Skip',
    above: [section(mrkdwn`${headline(issue)}`)],
    inputs: {
      step: choiceInput({
        label: 'Which step?',
        choices,
        ...(choices[0] && { initial: choices[0].value }),
      }),
      reason: textInput({ label: 'Why is it not needed?', multiline: true, max: maxText }),
    },
  });
}

function choiceOfStep({ id, ordinal, what }: IssueStep) {
  return { value: id, label: `${ordinal}. ${what}` };
}
