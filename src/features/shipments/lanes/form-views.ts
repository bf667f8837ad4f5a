import type { FormView } from '../../../core/tokens/reply.ts';
import { section } from '../../../ui/blocks.ts';
import { formView } from '../../../ui/form.ts';
import { choiceInput, momentInput, textInput } from '../../../ui/inputs.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { disruptionKinds, disruptionWords } from '../disrupted/names.ts';
import { declareForm } from './forms.ts';

export function declareFormView(): FormView {
  return formView(declareForm, {
    title: 'Declare a disruption',
    submit: 'Declare',
    above: [
      section(
        mrkdwn`Parcels that get into trouble during it raise no alarm of their own. They are kept in one issue, and listed when it ends.`,
      ),
    ],
    inputs: {
      kind: choiceInput({
        label: 'What it is',
        choices: disruptionKinds.map((value) => ({ value, label: disruptionWords[value] })),
      }),
      carrier: textInput({ label: 'Carrier', hint: 'Such as DHL. Left empty: all carriers.', max: 60 }),
      origin: textInput({
        label: 'From',
        hint: 'A location such as HAM, or a country. Left empty: anywhere.',
        max: 60,
      }),
      destination: textInput({
        label: 'To',
        hint: 'A country such as FR, or DE 10 for its postcodes that begin so. Left empty: anywhere.',
        max: 60,
      }),
      fromAt: momentInput({
        label: 'Since',
        hint: 'Left empty: since parcels of these lanes are delayed or expected late, else now.',
      }),
      untilAt: momentInput({ label: 'Until', hint: 'Left empty: until somebody says that it is over.' }),
    },
  });
}
