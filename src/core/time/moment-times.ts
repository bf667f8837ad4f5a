import { Temporal } from 'temporal-polyfill';

/** A time of day; null at midnight's end: 24:00. 'none': there is no such time. 'unclear midnight': of two. */
export type TimeOfDay = Temporal.PlainTime | 'end of day' | 'midnight' | 'none';

const clock = String.raw`\d{1,2}[:.]\d{2}(?: ?[ap]m)?|\d{1,2} ?[ap]m|noon|midnight`;
const behind = new RegExp(`^(?:(.*?)[, ] ?)?(?:at )?(${clock})$`);
const before = new RegExp(`^(?:at )?(${clock}),? (?:on )?(.+)$`);
/** An hour alone needs a day or "at" before it: "9" could be a day of the month. */
const bare = /^(?:(.*?)[, ] ?at|(at)|(.+?)[, ]) ?(\d{1,2})$/;

/** Words taken apart: the day's, empty for none, and the time's. */
export interface DayAndTime {
  readonly day: string;
  readonly time: string;
}

/** All ways to take the words apart into a day and a time. */
export function apart(words: string): readonly DayAndTime[] {
  const [, day = '', time = ''] = behind.exec(words) ?? [];
  if (time) return [{ day, time }];
  const [, first = '', rest = ''] = before.exec(words) ?? [];
  if (first) return [{ day: rest, time: first }];
  const [, named, , plain, hour = ''] = bare.exec(words) ?? [];
  return hour ? [{ day: named ?? plain ?? '', time: hour }] : [];
}

const form = /^(\d{1,2})(?:[:.](\d{2}))?(?: ?([ap])m)?$/;

/** "18:00", "9", "9.30", "9pm", "noon", "midnight", "24:00". */
export function timeOf(words: string): TimeOfDay {
  if (words === 'noon') return new Temporal.PlainTime(12);
  if (words === 'midnight') return 'midnight';
  const [, digits = '', minutes = '0', half] = form.exec(words) ?? [];
  const [hour, minute] = [Number(digits), Number(minutes)];
  if (digits === '' || minute > 59) return 'none';
  if (!half) {
    if (hour === 24 && minute === 0) return 'end of day';
    return hour > 23 ? 'none' : new Temporal.PlainTime(hour, minute);
  }
  if (hour < 1 || hour > 12) return 'none';
  return new Temporal.PlainTime((hour % 12) + (half === 'p' ? 12 : 0), minute);
}
