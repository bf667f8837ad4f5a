import type { HolidaysTypes } from 'date-holidays';

/** Names the public holidays of a region, such as "DE" or "DE-HH": all that close shops and offices there. */
export type PublicHolidays = (day: string) => string | null;

/**
 * The public holidays of a country, or of a state in it ("DE-HH"), by the rules of date-holidays. Null: unknown region.
 * A moved day off, such as Monday for a Sunday, is a day off like the holiday itself.
 */
export async function publicHolidays(region: string): Promise<PublicHolidays | null> {
  // Its data takes a third of a second to load: only who has holidays pays for it.
  const { default: Holidays } = await import('date-holidays');
  const [country = '', ...state] = region.split('-');
  const calendar = new Holidays();
  if (!(country in calendar.getCountries())) return null;
  if (state.length > 0 && !(state.join('-') in (calendar.getStates(country) ?? {}))) return null;
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

function daysOff(holidays: readonly HolidaysTypes.Holiday[]): ReadonlyMap<string, string> {
  return new Map(
    holidays
      .filter(({ type }) => type === 'public')
      .map(({ date, name }) => [date.slice(0, 10), name] as const),
  );
}
