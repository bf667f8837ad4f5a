import type { Choice } from '../../../core/tokens/choice.ts';
import type { FormView } from '../../../core/tokens/reply.ts';
import { section } from '../../../ui/blocks.ts';
import { formView } from '../../../ui/form.ts';
import { choiceInput, dateInput, numberInput, pickInput, textInput, timeInput } from '../../../ui/inputs.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { weekdayInput } from '../../../ui/weekday-input.ts';
import type { Choices, Standing } from '../card/model.ts';
import { takerOf, titleOf } from '../card/names.ts';
import { mostName, mostUrl } from '../carrier/model.ts';
import { takesOf } from '../collection/draft-model.ts';
import { mostLateMinutes } from '../collection/model.ts';
import { addForm, carrierForm, dayForm, editForm, endForm } from './forms.ts';

const pickUpHint = 'Left empty, at the cut-off.';

/** `at`: the location's code to begin with. */
export function addFormView(choices: Choices, at: string | null): FormView {
  return formView(addForm, {
    title: 'Add a collection',
    submit: 'Add',
    inputs: {
      location: pickInput({
        label: 'Location',
        choices: placeChoices(choices),
        ...(at !== null && { initial: at }),
      }),
      takes: pickInput({
        label: 'Carrier',
        hint: 'The carrier alone takes every service of its own.',
        choices: takerChoices(choices),
      }),
      days: weekdayInput({ label: 'It comes on', initial: [1, 2, 3, 4, 5] }),
      cutOff: textInput({
        label: 'Cut-off',
        hint: 'Until when a parcel must be ready, by the location’s clocks, such as 16:00.',
        max: 12,
      }),
      pickUp: textInput({
        label: 'Pick-up',
        hint: `When the truck comes, such as 16:30. ${pickUpHint}`,
        max: 12,
      }),
      lateMinutes: lateInput(0),
    },
  });
}

export function placeChoices({ places }: Choices): readonly Choice[] {
  return places.map(({ code, name }) => ({ value: code, label: name }));
}

export function takerChoices({ carriers }: Choices): readonly Choice[] {
  return carriers.flatMap((carrier) => [
    { value: takesOf(carrier.code, null), label: carrier.name },
    ...carrier.services.map((service) => ({
      value: takesOf(carrier.code, service.code),
      label: takerOf({ carrier, service }),
    })),
  ]);
}

export function editFormView(standing: Standing): FormView {
  const { collection, location } = standing;
  const { timeZone } = location;
  return formView(editForm, {
    title: 'Edit the collection',
    submit: 'Save',
    above: [section(mrkdwn`*${titleOf(standing)}*`)],
    inputs: {
      days: weekdayInput({ label: 'It comes on', initial: collection.weekdays }),
      cutOff: timeInput({ label: 'Cut-off', timeZone, initial: collection.cutOff }),
      pickUp: timeInput({
        label: 'Pick-up',
        hint: pickUpHint,
        timeZone,
        ...(collection.pickUp !== null && { initial: collection.pickUp }),
      }),
      lateMinutes: lateInput(collection.lateMarginMin),
      validFrom: dateInput({
        label: 'First day',
        hint: 'Left empty, it has always come.',
        ...(collection.validFrom !== null && { initial: collection.validFrom }),
      }),
      validTo: dateInput({
        label: 'Last day',
        hint: 'Left empty, until further notice.',
        ...(collection.validTo !== null && { initial: collection.validTo }),
      }),
    },
  });
}

function lateInput(initial: number) {
  return numberInput({
    label: 'Minutes that the truck may be late',
    hint: 'Later than that, the collection was missed.',
    min: 0,
    max: mostLateMinutes,
    initial,
  });
}

export function dayFormView(standing: Standing): FormView {
  const { timeZone } = standing.location;
  return formView(dayForm, {
    title: 'A day that differs',
    submit: 'Save',
    above: [
      section(
        mrkdwn`*${titleOf(standing)}*\nThis has the last word on its day, also where the location is closed.`,
      ),
    ],
    inputs: {
      on: dateInput({ label: 'Day' }),
      comes: choiceInput<'other' | 'none'>({
        label: 'Does it come?',
        choices: [
          { value: 'other', label: 'Yes, at another time' },
          { value: 'none', label: 'No, it does not come' },
        ],
        initial: 'other',
      }),
      cutOff: timeInput({ label: 'Cut-off on that day', timeZone }),
      pickUp: timeInput({ label: 'Pick-up on that day', hint: pickUpHint, timeZone }),
      why: textInput({ label: 'Why', hint: 'Such as Carnival, or DHL is on strike.', max: 80 }),
    },
  });
}

export function endFormView(standing: Standing): FormView {
  return formView(endForm, {
    title: 'End the collection',
    submit: 'End',
    above: [
      section(
        mrkdwn`*${titleOf(standing)}*\nOrders go by the next collection from then on. What was stays as it was.`,
      ),
    ],
    inputs: { last: dateInput({ label: 'Last day', initial: standing.today }) },
  });
}

export function carrierFormView(): FormView {
  return formView(carrierForm, {
    title: 'Carrier and services',
    submit: 'Save',
    inputs: {
      code: textInput({
        label: 'Code',
        hint: 'Short and lasting, such as DHL. One that is there takes the name and the services below.',
        max: 20,
      }),
      name: textInput({ label: 'Name', hint: 'Left empty, the code, or the name it has.', max: mostName }),
      trackingUrl: textInput({
        label: 'Page of a parcel',
        hint: 'Where the carrier shows a parcel, {number} in place of its tracking number, such as https://www.ups.com/track?tracknum={number}. Left empty, what it has; “none” takes it away.',
        max: mostUrl,
      }),
      services: textInput({
        label: 'Services',
        hint: 'A line each, its code first: EXPRESS Next day. Those it has and that are not named stay.',
        multiline: true,
      }),
    },
  });
}
