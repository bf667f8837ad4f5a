import type { FormView } from '../../../core/tokens/reply.ts';
import { section } from '../../../ui/blocks.ts';
import { formView } from '../../../ui/form.ts';
import {
  choiceInput,
  dateInput,
  numberInput,
  searchInput,
  textInput,
  timeInput,
} from '../../../ui/inputs.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { weekdayInput } from '../../../ui/weekday-input.ts';
import {
  defaultStaleMinutes,
  type LocationKind,
  locationKinds,
  mostName,
  records,
  type StockRecord,
  type StoredLocation,
} from '../location/model.ts';
import { addForm, closeForm, dayOffForm, editForm, hoursForm } from './forms.ts';
import type { Place } from './model.ts';
import { kindWords, recordChoices } from './words-views.ts';

export function addFormView(timeZone: string): FormView {
  return formView(addForm, {
    title: 'Add a location',
    submit: 'Add',
    inputs: {
      code: textInput({
        label: 'Code',
        hint: 'Short and lasting, such as HAM. Files name it by it.',
        max: 20,
      }),
      ...settings(null, timeZone),
    },
  });
}

export function editFormView(location: StoredLocation): FormView {
  return formView(editForm, {
    title: 'Edit the location',
    submit: 'Save',
    inputs: settings(location, location.timeZone),
  });
}

function settings(location: StoredLocation | null, timeZone: string) {
  return {
    name: textInput({
      label: 'Name',
      hint: 'What people call it. Left empty, the code.',
      max: mostName,
      ...(location && { initial: location.name }),
    }),
    kind: choiceInput<LocationKind>({
      label: 'What it is',
      choices: locationKinds.map((value) => ({ value, label: kindWords[value] })),
      initial: (location?.kind as LocationKind | undefined) ?? 'warehouse',
    }),
    timeZone: textInput({
      label: 'Time zone',
      hint: 'A city of the time zones or an IANA name, such as Amsterdam or Europe/Berlin.',
      initial: timeZone,
      max: 60,
    }),
    record: choiceInput<StockRecord>({
      label: 'Who keeps the stock numbers?',
      hint: location
        ? 'A change where an outside system keeps them becomes a task to enter it there.'
        : 'Left empty: an outside system for a 3PL or a marketplace, and we do for the rest.',
      choices: records.map((value) => ({ value, label: recordChoices[value] })),
      ...(location && { initial: location.record as StockRecord }),
    }),
    staleMinutes: numberInput({
      label: 'Minutes after which its numbers are old',
      hint: 'A day has 1,440.',
      min: 1,
      initial: location?.staleAfterMinutes ?? defaultStaleMinutes,
    }),
  };
}

export function hoursFormView({ era, timeZone }: Place): FormView {
  return formView(hoursForm, {
    title: 'Working hours',
    submit: 'Save',
    inputs: {
      days: weekdayInput({ label: 'Working days', initial: era.days }),
      opens: timeInput({ label: 'Opens', timeZone, initial: era.opens }),
      closes: timeInput({
        label: 'Closes',
        hint: '00:00 is the end of the day.',
        timeZone,
        initial: era.closes === '24:00' ? '00:00' : era.closes,
      }),
      region: searchInput({
        label: 'Public holidays of',
        hint: 'Type a country or a state. Left empty, public holidays are working days.',
        minLength: 2,
        ...(era.region && { initial: { value: era.region, label: era.region } }),
      }),
      from: dateInput({ label: 'From', hint: 'Left empty, from today on. What was before stays as it was.' }),
    },
  });
}

export function dayOffFormView(): FormView {
  return formView(dayOffForm, {
    title: 'A day that differs',
    submit: 'Save',
    inputs: {
      on: dateInput({ label: 'Day' }),
      name: textInput({ label: 'What it is', hint: 'Such as stocktake or Christmas Eve.', max: 80 }),
      what: choiceInput<'off' | 'works'>({
        label: 'Do people work?',
        choices: [
          { value: 'off', label: 'No, it is a day off' },
          { value: 'works', label: 'Yes, although it is a public holiday' },
        ],
        initial: 'off',
      }),
    },
  });
}

export function closeFormView(location: StoredLocation): FormView {
  return formView(closeForm, {
    title: 'Take out of use',
    submit: 'Take out of use',
    above: [
      section(
        mrkdwn`*${location.name}* is offered nowhere any more and not asked for fresh numbers. What it holds stays in the totals until it is taken away. It can be used again later.`,
      ),
    ],
    inputs: {},
  });
}
