import type { FormView } from '../../../core/tokens/reply.ts';
import { formView } from '../../../ui/form.ts';
import {
  choiceInput,
  dateInput,
  numberInput,
  searchInput,
  textInput,
  tickInput,
  timeInput,
} from '../../../ui/inputs.ts';
import {
  type LocationKind,
  locationKinds,
  type StockRecord,
  type StoredLocation,
} from '../location/model.ts';
import { addForm, dayOffForm, editForm, hoursForm } from './forms.ts';
import type { Place } from './model.ts';
import { kindWords } from './words-views.ts';

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
      max: 80,
      ...(location && { initial: location.name }),
    }),
    kind: choiceInput<LocationKind>({
      label: 'What it is',
      choices: locationKinds.map((value) => ({ value, label: kindWords[value] })),
      initial: (location?.kind as LocationKind | undefined) ?? 'warehouse',
    }),
    timeZone: textInput({
      label: 'Time zone',
      hint: 'A city or an IANA name, such as Rotterdam or Europe/Amsterdam.',
      initial: timeZone,
      max: 60,
    }),
    record: choiceInput<StockRecord>({
      label: 'Who owns its stock numbers?',
      choices: [
        { value: 'ours', label: 'We: what is booked here is the number' },
        { value: 'outside', label: 'Another system: what it says is the number' },
      ],
      initial: (location?.record as StockRecord | undefined) ?? 'ours',
    }),
    staleHours: numberInput({
      label: 'Hours after which its numbers are old',
      min: 1,
      initial: Math.max(1, Math.round((location?.staleAfterMinutes ?? 1_440) / 60)),
    }),
  };
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export function hoursFormView({ era, own, timeZone }: Place): FormView {
  return formView(hoursForm, {
    title: 'Working hours',
    submit: 'Save',
    inputs: {
      days: tickInput({
        label: 'Working days',
        choices: weekdays.map((label, n) => ({ value: String(n + 1), label })),
        initial: era.days.map(String),
      }),
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
        ...(own?.region && { initial: { value: own.region, label: own.region } }),
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
