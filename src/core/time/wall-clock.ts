import { Temporal } from 'temporal-polyfill';

/**
 * The instant at which clocks of the zone (an IANA name, or an offset such as +05:30) show this. A local time that
 * happens twice is the first; one that clocks skip moves forward by the gap.
 */
export function instantAt(zone: string, wall: Temporal.PlainDateTime): Date {
  return new Date(wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds);
}

/** The local time in the zone at that moment. */
export function wallAt(zone: string, at: Date): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDateTime();
}

/** The calendar day there. */
export function dayAt(zone: string, at: Date): Temporal.PlainDate {
  return wallAt(zone, at).toPlainDate();
}
