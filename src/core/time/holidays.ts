import type { HolidaysTypes } from 'date-holidays';

/** Names the public holidays of a region, such as "DE" or "DE-HH": all that close shops and offices there. */
export type PublicHolidays = (day: string) => string | null;

/**
 * The public holidays of a country, or of a state in it ("DE-HH"), by the rules of date-holidays. Null: unknown region.
 * A moved day off, such as Monday for a Sunday, is a day off like the holiday itself.
 */
export async function publicHolidays(region: string): Promise<PublicHolidays | null> {
  const known = regions.get(region) ?? (await read(region));
  // What somebody made up is not remembered.
  if (known) regions.set(region, known);
  return known;
}

/** Working out a year takes milliseconds, and every location asks. */
const regions = new Map<string, PublicHolidays>();

async function read(region: string): Promise<PublicHolidays | null> {
  // Its data takes a third of a second to load: only who has holidays pays for it.
  const { default: Holidays } = await import('date-holidays');
  const [country = '', ...state] = region.split('-');
  const calendar = new Holidays();
  if (!Object.hasOwn(calendar.getCountries(), country)) return null;
  if (state.length > 0 && !Object.hasOwn(calendar.getStates(country) ?? {}, state.join('-'))) return null;
  calendar.init(country, state.join('-'));
  const years = new Map<string, ReadonlyMap<string, string>>();
  return (day) => {
    const year = day.slice(0, 4);
    const known = years.get(year) ?? daysOff(calendar.getHolidays(year));
    years.set(year, known);
    return known.get(day) ?? null;
  };
}

/** Countries, and their states where those have holidays of their own: "DE" Germany, "DE-HH" Germany, Hansestadt Hamburg. */
export async function holidayRegions(): Promise<
  readonly { readonly value: string; readonly label: string }[]
> {
  const { default: Holidays } = await import('date-holidays');
  const calendar = new Holidays();
  return Object.entries(calendar.getCountries('en')).flatMap(([country, name]) => [
    { value: country, label: name },
    ...Object.entries(calendar.getStates(country, 'en') ?? {}).map(([state, its]) => ({
      value: `${country}-${state}`,
      label: `${name}, ${its}`,
    })),
  ]);
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

function daysOff(holidays: readonly HolidaysTypes.Holiday[]): ReadonlyMap<string, string> {
  return new Map(
    holidays
      .filter(({ type }) => type === 'public')
      .flatMap((holiday) => mostOf(holiday).map((day) => [day, holiday.name] as const)),
  );
}

/**
 * The days of which a holiday takes more than half: a feast of several days, and one that begins at the sunset before,
 * which the library writes as "2026-03-20 00:00:00 -0600".
 */
function mostOf({ date, start, end }: HolidaysTypes.Holiday): readonly string[] {
  const [day = '', time = '00:00:00', offset = '+0000'] = date.split(' ');
  const begins = Date.parse(`${day}T${time}Z`) + (Number(offset) / 100) * hourMs;
  const ends = begins + (end.getTime() - start.getTime());
  const first = Math.floor(begins / dayMs) * dayMs;
  const days = Array.from({ length: Math.ceil((ends - first) / dayMs) }, (_, n) => first + n * dayMs);
  return days
    .filter((at) => Math.min(ends, at + dayMs) - Math.max(begins, at) > dayMs / 2)
    .map((at) => new Date(at).toISOString().slice(0, 10));
}
