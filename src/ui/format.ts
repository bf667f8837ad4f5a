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

/** "09:40" today, "2 Mar 09:40" this year, "2 Mar 2025 09:40" before; on the reader's clock. */
export function moment(at: Date, now: Date, timeZone: string): string {
  const [day, today] = [isoDay(at, timeZone), isoDay(now, timeZone)];
  const time = format(at, { timeZone, hour: '2-digit', minute: '2-digit' });
  if (day === today) return time;
  return `${dayAndMonth(at, timeZone, day.slice(0, 4) !== today.slice(0, 4))} ${time}`;
}

/** "14:05 CET": for a moment that people in several zones read. */
export function momentWithZone(at: Date, now: Date, timeZone: string): string {
  const zone = format(at, { timeZone, hour: '2-digit', timeZoneName: 'short' }).split(' ').slice(1).join(' ');
  return `${moment(at, now, timeZone)} ${zone}`;
}

/** "12 Mar", with the year where it is not the present one. `day` is midnight UTC of a calendar day. */
export function calendarDay(day: Date, now: Date): string {
  return dayAndMonth(day, 'UTC', day.getUTCFullYear() !== now.getUTCFullYear());
}

function dayAndMonth(at: Date, timeZone: string, withYear: boolean): string {
  return format(at, { timeZone, day: 'numeric', month: 'short', ...(withYear ? { year: 'numeric' } : {}) });
}

/** "2026-03-02". */
function isoDay(at: Date, timeZone: string): string {
  return format(at, { timeZone }, 'sv-SE');
}

function format(at: Date, options: Intl.DateTimeFormatOptions, locale = 'en-GB'): string {
  const key = locale + JSON.stringify(options);
  const known = dateFormats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  dateFormats.set(key, known);
  return known.format(at);
}
