import { momentFor, type Reader } from './reader.ts';
import { dayIn } from './time-zone.ts';

/** "14:05 CET" today, else with its day: "Mon 2 Mar 14:05 CET". */
export function dayMoment(moment: Date, reader: Reader): string {
  const { now, timeZone } = reader;
  const isToday = dayIn(timeZone, moment) === dayIn(timeZone, now);
  const sameYear = dayIn(timeZone, moment).slice(0, 4) === dayIn(timeZone, now).slice(0, 4);
  // A year that is not this one says more than the day of the week.
  return momentFor(moment, { ...reader, ...(!isToday && sameYear && { lasting: true }) });
}
