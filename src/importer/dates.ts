import { Temporal } from 'temporal-polyfill';
import { type Parsed, reason, value } from '../core/text/parsed.ts';
import { instantAt } from '../core/time/wall-clock.ts';

/** The order of month and day in "12/1/2010"; `iso` refuses it. */
export type DateOrder = 'iso' | 'mdy' | 'dmy';

const time = String.raw`(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([AaPp][Mm])?)?`;
const offset = String.raw`\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?`;
const yearFirst = new RegExp(String.raw`^(\d{4,6})([-/])(\d{1,2})\2(\d{1,2})${time}${offset}$`, 'i');
/** 20260301; with other digits it is an id. */
const compact = new RegExp(String.raw`^((?:19|20)\d{2})(\d{2})(\d{2})${time}${offset}$`, 'i');
const dayFirstOrMonthFirst = new RegExp(String.raw`^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})${time}$`);
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** 02-Jun-06, 2 Jun 2006: the day comes first. */
const namedMonth = new RegExp(
  String.raw`^(\d{1,2})([- ])(${monthNames.join('|')})\2(\d{4}|\d{2})${time}$`,
  'i',
);
// Days since 30 December 1899, as Excel counts. Smaller or larger numbers are years or ids, not days.
const excelDays = /^([1-7]\d{4})(?:[.,](\d+))?$/;

/** As programs write moments. Finer fractions are left to the others. */
const exact =
  /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))[T ]((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{3})?)?)(Z|[+-](?:0\d|1[0-3]):[0-5]\d)$/;

interface Read {
  readonly text: string;
  readonly order: DateOrder;
  readonly zone: string;
  readonly is: Parsed<Date>;
}

/** The rows of one thing repeat its moments. */
let latest: Read | null = null;

/** Reads an instant. A text without an offset is local time in `zone`. */
export function readInstant(text: string, order: DateOrder, zone: string): Parsed<Date> {
  if (latest?.text !== text || latest.order !== order || latest.zone !== zone)
    latest = { text, order, zone, is: instantIn(text, order, zone) };
  return latest.is;
}

function instantIn(text: string, order: DateOrder, zone: string): Parsed<Date> {
  // Ten times as fast as by way of a calendar, and nearly all that files hold.
  const [, day, clock, offset] = exact.exec(text) ?? [];
  const quick = day === undefined || !isDay(day) ? null : new Date(`${day}T${clock}${offset}`);
  if (quick && isStored(quick)) return value(quick);
  const wall = readWall(text.trim(), order);
  if ('reason' in wall) return wall;
  const at = instantAt(wall.value.zone ?? zone, wall.value.at);
  return isStored(at) ? value(at) : outOfTime;
}

/** Whether the month has the day: "2026-02-30" would become 2 March. */
function isDay(day: string): boolean {
  return Number(day.slice(8)) <= 28 || new Date(`${day}T00:00:00Z`).getUTCDate() === Number(day.slice(8));
}

/** Reads a day, as midnight UTC; a time of day beside it is ignored. */
export function readDate(text: string, order: DateOrder): Parsed<Date> {
  const wall = readWall(text.trim(), order);
  if ('reason' in wall) return wall;
  return value(instantAt('UTC', wall.value.at.toPlainDate().toPlainDateTime()));
}

interface Wall {
  readonly at: Temporal.PlainDateTime;
  /** The offset in the text. */
  readonly zone: string | null;
}

const outOfTime = reason('is not in the years 1 to 9999');

/** Local time may lie in another year than UTC. */
function isStored(at: Date): boolean {
  return at.getUTCFullYear() >= 1 && at.getUTCFullYear() <= 9999;
}

function readWall(text: string, order: DateOrder): Parsed<Wall> {
  const excel = excelDays.exec(text);
  if (excel) return value({ at: fromExcel(Number(`${excel[1]}.${excel[2] ?? 0}`)), zone: null });
  const iso = yearFirst.exec(text);
  if (iso) return valid(iso[1], iso[3], iso[4], iso.slice(5, 10), iso[10]);
  const short = compact.exec(text);
  if (short) return valid(short[1], short[2], short[3], short.slice(4, 9), short[9]);
  const spelt = namedMonth.exec(text);
  if (spelt) {
    const [, day, , month = '', year, ...rest] = spelt;
    if (year?.length === 2 && order === 'iso') return twoDigits;
    return valid(wholeYear(year), String(monthNames.indexOf(month.toLowerCase()) + 1), day, rest);
  }
  const other = dayFirstOrMonthFirst.exec(text);
  if (!other) return reason('is not a date in a known format');
  const [, first, separator, second, digits, ...rest] = other;
  if (digits?.length === 2 && order === 'iso') return twoDigits;
  const year = wholeYear(digits);
  // With dots the day always comes first.
  const style = separator === '.' ? 'dmy' : order;
  if (style === 'iso') return reason('could be day or month first: choose --dates mdy or --dates dmy');
  return style === 'dmy' ? valid(year, second, first, rest) : valid(year, first, second, rest);
}

/** It could be the day as well: somebody has to say how the file writes its dates. */
const twoDigits = reason('has a year of two digits: choose --dates mdy or --dates dmy');

/** 06 is 2006 and 69 is 1969, as POSIX and databases read them. */
function wholeYear(digits: string | undefined): string | undefined {
  if (digits?.length !== 2) return digits;
  return `${Number(digits) < 69 ? 20 : 19}${digits}`;
}

/** No clock is further from UTC. */
const furthest = 14 * 60;

/** "+01" is "+01:00". Undefined: no clocks differ from UTC by that. */
function zoneOf(offset: string | undefined): string | null | undefined {
  if (offset === undefined) return null;
  if (/^[a-z]/i.test(offset)) return 'UTC';
  const minutes = Number(offset.slice(3).replace(':', ''));
  const isKnown = minutes < 60 && Number(offset.slice(1, 3)) * 60 + minutes <= furthest;
  if (!isKnown) return undefined;
  return offset.length === 3 ? `${offset}:00` : offset;
}

function valid(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  [hour, minute, second, fraction, half]: readonly (string | undefined)[],
  offset?: string,
): Parsed<Wall> {
  if (Number(year) < 1 || Number(year) > 9999) return outOfTime;
  const none = reason('is a day or time that does not exist');
  if (half !== undefined && !(Number(hour) >= 1 && Number(hour) <= 12)) return none;
  const zone = zoneOf(offset);
  if (zone === undefined) return reason(`has an offset from UTC that does not exist: ${offset}`);
  const afterNoon = half?.toLowerCase() === 'pm' ? 12 : 0;
  try {
    const at = new Temporal.PlainDateTime(
      Number(year),
      Number(month),
      Number(day),
      half === undefined ? Number(hour ?? 0) : (Number(hour) % 12) + afterNoon,
      Number(minute ?? 0),
      Number(second ?? 0),
      Math.floor(Number(`0.${fraction ?? 0}`) * 1000),
    );
    return value({ at, zone });
  } catch {
    return none;
  }
}

function fromExcel(days: number): Temporal.PlainDateTime {
  // Excel keeps fractions of a day in binary: 08:45 arrives as 08:44:59.9999.
  return new Temporal.PlainDateTime(1899, 12, 30).add({ seconds: Math.round(days * 86_400) });
}
