import { listOf } from '../../../core/text/sentence.ts';
import { openOn, type WorkingCalendar, zoneAt } from '../../../core/time/calendar.ts';
import { wallAt } from '../../../core/time/wall-clock.ts';

export interface Place {
  readonly id: string;
  readonly name: string;
  readonly calendar: WorkingCalendar;
}

/** What a digest is posted on. */
export interface Happening {
  readonly what: 'cut-off' | 'closing';
  readonly place: Place;
  /** When it happens. */
  readonly since: Date;
  /** When the digest is posted. */
  readonly at: Date;
}

/** When the places close on a day such as 2026-12-01; those that do not open are absent. */
export function closingsByDay(places: readonly Place[]): (day: string) => readonly Happening[] {
  return (day) =>
    places.flatMap((place): readonly Happening[] => {
      const open = openOn(day, place.calendar);
      return open ? [{ what: 'closing', place, since: open.closes, at: open.closes }] : [];
    });
}

export function later(happening: Happening, minutes: number): Happening {
  return { ...happening, at: new Date(happening.since.getTime() + minutes * 60_000) };
}

const mostPlaces = 3;

/** "after the 16:00 cut-off in Hamburg", "at the end of the day in Hamburg and Leipzig"; null: nothing happened. */
export function occasionOf(happenings: readonly Happening[]): string | null {
  const [first] = happenings;
  if (!first) return null;
  if (first.what === 'closing') {
    const before = first.at > first.since ? 'after' : 'at';
    return `${before} the end of the day in ${placesIn(happenings)}`;
  }
  // Of several zones the same moment has several times.
  const times = [...new Set(happenings.map(clockOf))];
  const each = times.map(
    (time) => `the ${time} cut-off in ${placesIn(happenings.filter((one) => clockOf(one) === time))}`,
  );
  return `after ${listOf(each)}`;
}

function clockOf({ since, place: { calendar } }: Happening): string {
  return wallAt(zoneAt(since, calendar), since).toPlainTime().toString({ smallestUnit: 'minute' });
}

function placesIn(happenings: readonly Happening[]): string {
  const names = [...new Set(happenings.map(({ place }) => place.name))];
  const more = names.length - mostPlaces;
  return listOf([...names.slice(0, mostPlaces), ...(more > 0 ? [`${more} more`] : [])]);
}
