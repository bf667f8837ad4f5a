import { type Parsed, reason, value } from '../core/text/parsed.ts';
import { instantAt, readOffset } from '../core/time/wall-clock.ts';

/** In which order "12/1/2010" names month and day; `iso` refuses it. */
export type DateOrder = 'iso' | 'mdy' | 'dmy';

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ms: number;
}

const time = String.raw`(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([AaPp][Mm])?)?`;
const isoLike = new RegExp(String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})${time}\s*(Z|[+-]\d{2}:?\d{2})?$`);
const dayFirstOrMonthFirst = new RegExp(String.raw`^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})${time}$`);
// Days since 30 December 1899, as Excel counts. Smaller or larger numbers are years or ids, not days.
const excelDays = /^([1-7]\d{4})(?:[.,](\d+))?$/;
const dayMs = 86_400_000;

/** An instant. A text without an offset is a local time in `zone`. */
export function readInstant(text: string, order: DateOrder, zone: string): Parsed<Date> {
  const iso = isoLike.exec(text.trim());
  const offset = iso?.[9];
  const parts = readParts(text.trim(), order);
  if ('reason' in parts) return parts;
  if (offset === undefined) return value(instantAt(zone, utc(parts.value)));
  return value(new Date(utc(parts.value) - readOffset(offset)));
}

/** A day, as midnight UTC of that day, whatever the time of day beside it. */
export function readDate(text: string, order: DateOrder): Parsed<Date> {
  const parts = readParts(text.trim(), order);
  if ('reason' in parts) return parts;
  return value(new Date(Date.UTC(parts.value.year, parts.value.month - 1, parts.value.day)));
}

function readParts(text: string, order: DateOrder): Parsed<Parts> {
  const excel = excelDays.exec(text);
  if (excel) return value(fromExcel(Number(`${excel[1]}.${excel[2] ?? 0}`)));
  const iso = isoLike.exec(text);
  if (iso) return valid(iso[1], iso[2], iso[3], iso.slice(4, 9));
  const other = dayFirstOrMonthFirst.exec(text);
  if (!other) return reason('is not a date we can read');
  const [, first, separator, second, year, ...rest] = other;
  // Only days come first before dots.
  const style = separator === '.' ? 'dmy' : order;
  if (style === 'iso') return reason('does not say which is the month: choose --dates mdy or --dates dmy');
  return style === 'dmy' ? valid(year, second, first, rest) : valid(year, first, second, rest);
}

function valid(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  [hour, minute, second, fraction, half]: readonly (string | undefined)[],
): Parsed<Parts> {
  const twelve = half === undefined ? 0 : half.toLowerCase() === 'pm' ? 12 : 0;
  const parts: Parts = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: half === undefined ? Number(hour ?? 0) : (Number(hour) % 12) + twelve,
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    ms: Math.floor(Number(`0.${fraction ?? 0}`) * 1000),
  };
  const back = new Date(utc(parts));
  const exists =
    back.getUTCMonth() === parts.month - 1 &&
    back.getUTCDate() === parts.day &&
    back.getUTCHours() === parts.hour &&
    back.getUTCMinutes() === parts.minute &&
    (half === undefined || (Number(hour) >= 1 && Number(hour) <= 12));
  return exists ? value(parts) : reason('is a day or time that does not exist');
}

function fromExcel(days: number): Parts {
  // Excel keeps fractions of a day in binary: 08:45 arrives as 08:44:59.9999.
  const moment = new Date(Date.UTC(1899, 11, 30) + Math.round((days * dayMs) / 1000) * 1000);
  return {
    year: moment.getUTCFullYear(),
    month: moment.getUTCMonth() + 1,
    day: moment.getUTCDate(),
    hour: moment.getUTCHours(),
    minute: moment.getUTCMinutes(),
    second: moment.getUTCSeconds(),
    ms: 0,
  };
}

function utc({ year, month, day, hour, minute, second, ms }: Parts): number {
  return Date.UTC(year, month - 1, day, hour, minute, second, ms);
}
