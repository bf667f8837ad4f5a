import { Temporal } from 'temporal-polyfill';

/**
 * The instant at which clocks of the zone (an IANA name, or an offset such as +05:30) show this. A local time that
 * happens twice is the first; one that clocks skip is the first minute that exists.
 */
export function instantAt(zone: string, wall: Temporal.PlainDateTime): Date {
  const there = wall.toZonedDateTime(zone, { disambiguation: 'compatible' });
  // A skipped time was moved forward by the gap: back to the jump, which is this moment for the gap's first minute.
  const jump = there.toPlainDateTime().equals(wall)
    ? null
    : there.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  return new Date((jump ?? there).epochMilliseconds);
}

/** The local time in the zone at that moment. */
export function wallAt(zone: string, at: Date): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDateTime();
}

/** The calendar day there. */
export function dayAt(zone: string, at: Date): Temporal.PlainDate {
  return wallAt(zone, at).toPlainDate();
}

/** The moment at which a day such as 2026-12-01 has passed there. */
export function endOfDay(zone: string, day: string): Date {
  return instantAt(zone, Temporal.PlainDate.from(day).add({ days: 1 }).toPlainDateTime());
}
