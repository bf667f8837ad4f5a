import { Temporal } from 'temporal-polyfill';

/** Local time that the clocks of a zone skip, from its first minute until the first that exists again. */
export interface Gap {
  /** When clocks jump. */
  readonly at: Date;
  readonly from: Temporal.PlainDateTime;
  readonly until: Temporal.PlainDateTime;
}

const shortMs = 5 * 24 * 3_600_000;

/** The gaps whose jump lies in (after, before), oldest first. */
export function gapsBetween(zone: string, after: Date, before: Date): readonly Gap[] {
  const gaps: Gap[] = [];
  const zoned = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  let moment = zoned(after);
  // A search for the next jump reads decades where there is none; no zone jumps twice within days.
  const isShort = before.getTime() - after.getTime() < shortMs;
  if (isShort && moment.offsetNanoseconds === zoned(before).offsetNanoseconds) return [];
  for (;;) {
    const jump = moment.getTimeZoneTransition('next');
    if (!jump || jump.epochMilliseconds >= before.getTime()) return gaps;
    const old = jump.subtract({ nanoseconds: 1 }).offsetNanoseconds;
    if (jump.offsetNanoseconds > old)
      gaps.push({
        at: new Date(jump.epochMilliseconds),
        from: jump.toPlainDateTime().subtract({ nanoseconds: jump.offsetNanoseconds - old }),
        until: jump.toPlainDateTime(),
      });
    moment = jump;
  }
}
