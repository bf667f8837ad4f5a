export { datedMoment, lastingMoment, moment, momentFor, momentWithZone } from '../core/time/reader.ts';

// Making a formatter costs far more than using one.
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const plainNumber = new Intl.NumberFormat('en-GB');

/** "1,204". */
export function number(n: number): string {
  return plainNumber.format(n);
}

/** "€12.50": minor units of the currency, exactly. */
export function money(minor: bigint, currency: string): string {
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const text = minor
    .toString()
    .replace('-', '')
    .padStart(digits + 1, '0');
  const decimal = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return format.format(`${minor < 0n ? '-' : ''}${decimal}` as Intl.StringNumericLiteral);
}

/** "12 min", "3 h", "2 days": how far two moments are apart, rounded down. */
export function distance(from: Date, to: Date): string {
  const minutes = Math.floor(Math.abs(to.getTime() - from.getTime()) / 60_000);
  if (minutes < 60) return `${minutes} min`;
  return minutes < 48 * 60 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / (24 * 60))} days`;
}

/** "45 min", "1 h 30 min", "2 days 3 h": how long something took, in its two largest units. */
export function duration(from: Date, to: Date): string {
  const minutes = Math.floor(Math.abs(to.getTime() - from.getTime()) / 60_000);
  const units = [
    [Math.floor(minutes / 1_440), minutes >= 2_880 ? 'days' : 'day'],
    [Math.floor(minutes / 60) % 24, 'h'],
    [minutes % 60, 'min'],
  ] as const;
  const first = Math.max(
    0,
    units.findIndex(([n]) => n > 0),
  );
  const told = units.slice(first, first + 2).filter(([n]) => n > 0);
  return told.length > 0 && minutes > 0
    ? told.map(([n, unit]) => `${n} ${unit}`).join(' ')
    : 'under a minute';
}

/** "12 Mar", with the year where it is not the present one. `day` is midnight UTC of a calendar day. */
export function calendarDay(day: Date, now: Date): string {
  return dayAndMonth(day, 'UTC', day.getUTCFullYear() !== now.getUTCFullYear());
}

function dayAndMonth(at: Date, timeZone: string, withYear: boolean): string {
  return format(at, { timeZone, day: 'numeric', month: 'short', ...(withYear ? { year: 'numeric' } : {}) });
}

function format(at: Date, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify(options);
  const known = dateFormats.get(key) ?? new Intl.DateTimeFormat('en-GB', options);
  dateFormats.set(key, known);
  return known.format(at);
}
