import { type Input, tickInput } from './inputs.ts';

const choices = [
  { value: '1', label: 'Monday' },
  { value: '2', label: 'Tuesday' },
  { value: '3', label: 'Wednesday' },
  { value: '4', label: 'Thursday' },
  { value: '5', label: 'Friday' },
  { value: '6', label: 'Saturday' },
  { value: '7', label: 'Sunday' },
] as const;

type Weekday = (typeof choices)[number]['value'];

/** Days of the week to tick; 1 is Monday. */
export function weekdayInput(words: {
  readonly label: string;
  readonly hint?: string;
  readonly initial: readonly number[];
}): Input<Weekday[]> {
  const initial = choices.map(({ value }) => value).filter((value) => words.initial.includes(Number(value)));
  return tickInput<Weekday>({ ...words, choices, initial });
}
