import { count } from '../../../core/text/sentence.ts';
import type { FormView, Message } from '../../../core/tokens/reply.ts';
import { message, section } from '../../../ui/blocks.ts';
import { formView } from '../../../ui/form.ts';
import { choiceInput, choicesOf, personInput, textInput } from '../../../ui/inputs.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { maxText, resolutions } from '../../issues/index.ts';
import { assignForm, finishForm } from './forms.ts';

export function finishView(n: number): FormView {
  return formView(finishForm, {
    title: `Done: ${count(n, 'issue')}`,
    submit: 'Done',
    inputs: {
      code: choiceInput({ label: 'How did they end?', choices: choicesOf(resolutions) }),
      note: textInput({ label: 'Note', hint: 'It goes onto each of them.', multiline: true, max: maxText }),
    },
  });
}

export function assignView(n: number): FormView {
  return formView(assignForm, {
    title: `Assign ${count(n, 'issue')}`,
    submit: 'Assign',
    inputs: { person: personInput({ label: 'Who should take them?' }) },
  });
}

/** The answer where no form can be opened. */
export function pressThere(): Message {
  const text = mrkdwn`Press it again in the message about your selection: a form opens there.`;
  return message(text, [section(text)]);
}
