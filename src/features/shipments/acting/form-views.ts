import type { Reader } from '../../../core/time/reader.ts';
import type { FormView, Message } from '../../../core/tokens/reply.ts';
import { message, section } from '../../../ui/blocks.ts';
import { formView } from '../../../ui/form.ts';
import { choiceInput, dateInput, momentInput, textInput } from '../../../ui/inputs.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { findingOf } from '../card/finding.ts';
import { nameOf } from '../card/views.ts';
import { liftWords, reasonWords } from '../card/words.ts';
import type { ShipmentCard } from '../shipment/model.ts';
import { reasons } from '../status/model.ts';
import { liftForm, updateForm } from './forms.ts';
import { happenedWords } from './happened-words.ts';
import { maxCity, maxNote, type UpdateDraft } from './model.ts';

export function updateFormView({ shipment, next }: UpdateDraft, reader: Reader): FormView {
  return formView(updateForm, {
    title: 'Update a shipment',
    submit: 'Update',
    above: [about(shipment, reader)],
    inputs: {
      status: choiceInput({
        label: 'What happened',
        hint: 'Left empty, only the day below is new.',
        choices: next.map((value) => ({ value, label: happenedWords(value, shipment) })),
      }),
      at: momentInput({ label: 'When', hint: 'Left empty: now.' }),
      city: textInput({ label: 'Where', hint: 'A town, such as Hanover.', max: maxCity }),
      reason: choiceInput({
        label: 'Why',
        hint: 'Only where something went wrong.',
        choices: reasons
          // That it is lost is what happened, and not why.
          .filter((value) => value !== 'none_told' && value !== 'carrier_lost')
          .map((value) => ({ value, label: reasonWords(value) })),
      }),
      estimate: dateInput({ label: 'It will come on', hint: 'What the carrier says now.' }),
      note: textInput({ label: 'Note', hint: 'Stands in the timeline under your name.', max: maxNote }),
    },
    below: [section(mrkdwn`Whoever watches it hears of it, and orders and lists follow.`)],
  });
}

export function liftFormView(shipment: ShipmentCard, reader: Reader): FormView {
  const isDoubted = shipment.doubt !== null;
  const what = shipment.status === 'return_to_sender' && !isDoubted ? 'did not turn back' : 'has not ended';
  const since = isDoubted ? 'what its carrier told of since counts' : 'what is scanned later counts';
  return formView(liftForm, {
    title: liftWords(shipment.status, isDoubted),
    submit: 'Take it back',
    above: [about(shipment, reader)],
    inputs: {
      why: textInput({
        label: 'How do you know?',
        hint: `Such as: the customer has nothing, and the carrier found it. From now on it ${what}; ${since}.`,
        multiline: true,
        max: maxNote,
      }),
    },
  });
}

/** Where Slack opens no form, such as in an answer to a mention. */
export function noForm(): Message {
  const text = mrkdwn`A form asks for that, and I cannot open one here: look the shipment up with \`/shipment\` and press it there.`;
  return message(text, [section(text)]);
}

function about(shipment: ShipmentCard, reader: Reader) {
  return section(mrkdwn`*${nameOf(shipment)}*\n${findingOf(shipment, reader).text}`);
}
