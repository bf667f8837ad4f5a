import { departments } from '../../../core/tokens/departments.ts';
import type { FormView } from '../../../core/tokens/reply.ts';
import { section } from '../../../ui/blocks.ts';
import { choiceInput, formView, momentInput, textInput } from '../../../ui/inputs.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { type Issue, maxText } from '../issue/model.ts';
import { capital, headline } from '../issue/words-views.ts';
import { type IssueStep, maxStep } from './model.ts';

export function addStepFormView(issue: Issue): FormView {
  const owners = [
    { value: 'owner', label: 'The owner of the issue' },
    ...departments.map((department) => ({ value: department as string, label: capital(department) })),
  ];
  return formView('Add a step', 'Add', [
    section(mrkdwn`${headline(issue)}`),
    textInput({ field: 'what', label: 'What is to be done?', max: maxStep }),
    choiceInput({ field: 'owner', label: 'Who does it?', choices: owners, initial: 'owner' }),
    momentInput({
      field: 'dueAt',
      label: 'By when?',
      hint: 'Whose it is hears of it in the thread when it passes.',
    }),
  ]);
}

export function skipStepFormView(issue: Issue, steps: readonly IssueStep[]): FormView {
  const choices = steps.map(({ id, ordinal, what }) => ({ value: id, label: `${ordinal}. ${what}` }));
  return formView('Skip a step', 'Skip', [
    section(mrkdwn`${headline(issue)}`),
    choiceInput({
      field: 'step',
      label: 'Which step?',
      choices,
      ...(choices[0] && { initial: choices[0].value }),
    }),
    textInput({ field: 'reason', label: 'Why is it not needed?', multiline: true, max: maxText }),
  ]);
}
