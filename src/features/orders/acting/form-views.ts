import { money } from '../../../core/text/money.ts';
import type { FormView } from '../../../core/tokens/reply.ts';
import { section } from '../../../ui/blocks.ts';
import { formView } from '../../../ui/form.ts';
import { choiceInput, choicesOf, dateInput, textInput, tickInput } from '../../../ui/inputs.ts';
import { shorten } from '../../../ui/limits.ts';
import { joined, mrkdwn } from '../../../ui/text.ts';
import { actForm, promiseForm, refundForm, reshipForm } from './forms.ts';
import { type Act, type ActDraft, reasons } from './model.ts';
import { leftToRefund } from './rules.ts';
import { actWords, doubts, lineWords, promisedWords, shopOf, stakes } from './words.ts';

const titles: Readonly<Record<Act, string>> = {
  hold: 'Hold an order',
  release: 'Release an order',
  promise: 'Promise a new day',
  expedite: 'Expedite an order',
  cancel: 'Cancel an order',
  reship: 'Send an order again',
  refund: 'Refund a customer',
};

/** The form of an act. */
export function actFormView({ act, facts, lines }: ActDraft): FormView {
  const { number, currency, held, channel } = facts;
  const words = {
    title: titles[act],
    submit: actWords[act],
    ...(act === 'cancel' && { close: 'Keep the order' }),
  };
  const about = mrkdwn`*Order ${shorten(number, 60)}* · ${facts.stage.replace('_', ' ')}${held === null ? '' : ` · on hold: ${shorten(held, 100)}`}`;
  const task = mrkdwn`If it needs a yes, I ask for it first; then a task asks somebody to do it in ${shorten(shopOf(channel), 80)}, which I cannot change.`;
  const refunded =
    BigInt(facts.refunded) > 0n ? [['Refunded before', money(BigInt(facts.refunded), currency)]] : [];
  const promisedNow =
    act === 'promise' && facts.promised !== null
      ? [['Promised now', promisedWords(facts.promised, facts)]]
      : [];
  const against = [
    ...doubts(act, facts),
    ...(act === 'reship' || act === 'cancel' ? refunded : []),
    ...(act === 'cancel' ? stakes(facts) : []),
    ...promisedNow,
  ];
  const above = [
    section(about),
    ...(against.length > 0
      ? [
          section(
            mrkdwn`${joined(
              against.map(([what, told]) => mrkdwn`*${what}*: ${shorten(told ?? '', 200)}`),
              '\n',
            )}`,
          ),
        ]
      : []),
  ];
  const below = [section(task)];
  const inputs = {
    reason: choiceInput({
      label: 'Why',
      choices: choicesOf(reasons[act]),
    }),
    note: textInput({ label: 'Note', hint: 'Whoever does it reads this.', multiline: true, max: 500 }),
  };
  switch (act) {
    case 'promise':
      return formView(promiseForm, {
        ...words,
        above,
        inputs: { on: dateInput({ label: 'It will be there by the end of' }), ...inputs },
        below,
      });
    case 'refund':
      return formView(refundForm, {
        ...words,
        above,
        inputs: {
          amount: textInput({
            label: `Amount in ${currency}`,
            hint: `${money(leftToRefund(facts), currency)} is left.`,
            max: 30,
          }),
          ...inputs,
        },
        below,
      });
    case 'reship':
      if (lines.length === 0) {
        const all = mrkdwn`All of it goes again; for less, say in the note which lines.`;
        return formView(actForm, { ...words, above: [...above, section(all)], inputs, below });
      }
      return formView(reshipForm, {
        ...words,
        above,
        inputs: {
          lines: tickInput({
            label: 'What goes again',
            hint: 'Nothing ticked: all of it.',
            choices: lines.map(({ key, code, title, pieces }) => ({
              value: key,
              label: shorten(lineWords({ pieces, code, title }), 70),
            })),
          }),
          ...inputs,
        },
        below,
      });
    default:
      return formView(actForm, { ...words, above, inputs, below });
  }
}
