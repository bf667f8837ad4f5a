import { departments } from '../../../core/tokens/departments.ts';
import type { FormView } from '../../../core/tokens/reply.ts';
import { section } from '../../../ui/blocks.ts';
import { formView } from '../../../ui/form.ts';
import { choiceInput, choicesOf, momentInput, textInput } from '../../../ui/inputs.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { type Issue, maxText } from '../issue/model.ts';
import { headline } from '../issue/words-views.ts';
import { addStepForm, skipStepForm } from './forms.ts';
import { type IssueStep, maxStep } from './model.ts';

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

export function skipStepFormView(issue: Issue, steps: readonly IssueStep[]): FormView {
  const choices = steps.map(({ id, ordinal, what }) => ({ value: id, label: `${ordinal}. ${what}` }));
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
