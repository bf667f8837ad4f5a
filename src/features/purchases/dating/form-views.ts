import { number } from '../../../core/text/quantity.ts';
import { dayWords } from '../../../core/time/weekdays.ts';
import type { FormView } from '../../../core/tokens/reply.ts';
import { section } from '../../../ui/blocks.ts';
import { formView } from '../../../ui/form.ts';
import { choiceInput, choicesOf, dateInput, textInput } from '../../../ui/inputs.ts';
import { shorten } from '../../../ui/limits.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { newDateForm } from './forms.ts';
import { type DatedLine, reasons } from './model.ts';

export function newDateFormView(line: DatedLine, now: Date): FormView {
  const { supplier, what, units, promisedOn, expectedOn } = line;
  const from = supplier ? ` from ${shorten(supplier, 80)}` : '';
  const first = promisedOn ? `promised for ${dayWords(promisedOn, now)}` : 'no day was promised';
  const later =
    expectedOn !== promisedOn ? `, now expected ${expectedOn ? dayWords(expectedOn, now) : 'on no day'}` : '';
  return formView(newDateForm, {
    title: 'New date',
    submit: 'Set the date',
    above: [
      section(
        mrkdwn`*${number(units)} × ${shorten(what ?? 'a line', 100)}${from}*\n${shorten(line.order, 60)}: ${first}${later}. The first promise stays as it was.`,
      ),
    ],
    inputs: {
      on: dateInput({ label: 'Comes on', ...(expectedOn !== null && { initial: expectedOn }) }),
      reason: choiceInput({ label: 'Why', choices: choicesOf(reasons) }),
      note: textInput({ label: 'Note', hint: 'Who says so, and what they said.', max: 200 }),
    },
  });
}
