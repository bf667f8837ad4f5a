import { type Check, integer, is, list, matching, object, refuse, string } from './check.ts';
import { common, placed } from './common.ts';
import { choiceOption, initialIsOffered } from './options.ts';

const date: Check = (value, pointer, issues) => {
  matching(/^\d{4}-\d{2}-\d{2}$/, 'a date like 2026-11-30')(value, pointer, issues);
  const day = new Date(`${String(value)}T00:00:00Z`);
  // JavaScript turns the 31st of February into a day in March.
  const real = Number.isNaN(day.getTime()) ? '' : day.toISOString().slice(0, 10);
  if (issues.at(-1)?.pointer !== pointer && real !== value)
    refuse(issues, pointer, 'is not a day of the calendar');
};

export const pickers: Record<string, Check> = {
  datepicker: object({ type: is('datepicker') }, { ...placed, initial_date: date }),
  timepicker: object(
    { type: is('timepicker') },
    {
      ...placed,
      initial_time: matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time like 14:05'),
      timezone: string(255),
    },
  ),
  datetimepicker: object(
    { type: is('datetimepicker') },
    { ...common, initial_date_time: integer(1_000_000_000, 9_999_999_999) },
  ),
};

export const boxes: Record<string, Check> = {
  checkboxes: object(
    { type: is('checkboxes'), options: list(choiceOption, 10) },
    { ...common, initial_options: list(choiceOption, 10) },
    initialIsOffered,
  ),
  radio_buttons: object(
    { type: is('radio_buttons'), options: list(choiceOption, 10) },
    { ...common, initial_option: choiceOption },
    initialIsOffered,
  ),
};
