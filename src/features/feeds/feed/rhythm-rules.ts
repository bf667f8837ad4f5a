import { localHour } from '../../../core/time/local-hour.ts';
import { instantAt, wallAt } from '../../../core/time/wall-clock.ts';
import { type FeedHour, usualMinGap } from './model.ts';
import { merged, quantile, sizeOf } from './spread.ts';

/** So many gaps make a median. */
const enoughGaps = 8;
/** A week must have passed, or nobody knows that its nights and its Sunday are quiet. */
const learningMs = 7 * 86_400_000;
/** Several files of one afternoon are no rhythm. */
const enoughDays = 3;
const daySeconds = 86_400;
const tooMany = 3;
const nearly = 0.9;

/** What is known of a feed's past, in the zone that sets its days. */
export interface History {
  readonly hours: readonly FeedHour[];
  readonly timeZone: string;
}

/**
 * The gap that usually follows something that comes at this moment, in seconds: the median of this hour of this weekday,
 * else of this hour of any day, else a day.
 */
export function usualGap({ hours, timeZone }: History, at: Date): number {
  const here = localHour(timeZone, at);
  const sameHour = hours.filter(({ hour }) => localHour(timeZone, hour).hour === here.hour);
  const sameDay = sameHour.filter(({ hour }) => localHour(timeZone, hour).weekday === here.weekday);
  for (const some of [sameDay, sameHour]) {
    const gaps = merged(...some.map(({ gaps }) => gaps));
    if (sizeOf(gaps) >= enoughGaps) return quantile(gaps, 0.5) ?? daySeconds;
  }
  return daySeconds;
}

/** Whether it comes often enough that its absence means something: a file that was loaded once by hand has no rhythm. */
export function hasRhythm({ hours, timeZone }: History, lastHeardAt: Date): boolean {
  const arrived = hours.filter(({ arrivals }) => arrivals > 0);
  const first = arrived.reduce(
    (least, { hour }) => Math.min(least, hour.getTime()),
    Number.POSITIVE_INFINITY,
  );
  const days = new Set(arrived.map(({ hour }) => localHour(timeZone, hour).day));
  const gaps = sizeOf(merged(...hours.map(({ gaps }) => gaps)));
  return gaps >= enoughGaps && days.size >= enoughDays && lastHeardAt.getTime() - first >= learningMs;
}

interface Quiet extends History {
  readonly lastHeardAt: Date;
  /** In minutes; null: the usual one. */
  readonly minGap: number | null;
}

/**
 * How long it may be quiet after it was last heard, in seconds: three usual gaps, and at least the smallest gap. What is
 * quiet for longer every week, as over a weekend, may be so again; a single outage is not every week.
 */
export function longestQuiet({ hours, timeZone, lastHeardAt, minGap }: Quiet): number {
  const least = (minGap ?? usualMinGap) * 60;
  const usual = Math.max(tooMany * usualGap({ hours, timeZone }, lastHeardAt), least);
  const here = localHour(timeZone, lastHeardAt);
  const [longest = 0, second = longest] = hours
    .filter(({ hour }) => {
      const there = localHour(timeZone, hour);
      return there.hour === here.hour && there.weekday === here.weekday;
    })
    .map(({ longestGap }) => longestGap)
    .filter((gap) => gap > 0)
    .sort((a, b) => b - a);
  // A file of every working day comes after just three of its gaps on a Monday.
  return second > nearly * usual ? Math.max(usual, second + least) : usual;
}

/**
 * When its silence begins to be too long; null: it has no rhythm. A weekend with a change of clocks is an hour shorter or
 * longer: the later moment counts, by the stopwatch or by the clocks there. `isDayOff`: nobody works there on a day such
 * as 2026-12-25. A feed that never comes on such days is not missed on the next one.
 */
export function silentFrom({
  isDayOff,
  ...quiet
}: Quiet & { readonly isDayOff: (day: string) => boolean }): Date | null {
  const { lastHeardAt, timeZone } = quiet;
  if (!hasRhythm(quiet, lastHeardAt)) return null;
  const seconds = longestQuiet(quiet);
  const passed = lastHeardAt.getTime() + seconds * 1_000;
  const onClocks = instantAt(timeZone, wallAt(timeZone, lastHeardAt).add({ seconds }));
  const from = new Date(Math.max(passed, onClocks.getTime()));
  return restsOn(quiet, isDayOff) ? afterDaysOff(from, timeZone, isDayOff) : from;
}

/** Whether nothing ever came on a day off. */
function restsOn({ hours, timeZone }: History, isDayOff: (day: string) => boolean): boolean {
  const days = new Set(
    hours.flatMap(({ hour, arrivals }) => (arrivals > 0 ? [localHour(timeZone, hour).day] : [])),
  );
  return ![...days].some(isDayOff);
}

/** A calendar without working days would move it for ever. */
const mostDaysOff = 14;

function afterDaysOff(from: Date, timeZone: string, isDayOff: (day: string) => boolean): Date {
  let wall = wallAt(timeZone, from);
  for (let moved = 0; moved < mostDaysOff && isDayOff(wall.toPlainDate().toString()); moved += 1)
    wall = wall.add({ days: 1 });
  return instantAt(timeZone, wall);
}
