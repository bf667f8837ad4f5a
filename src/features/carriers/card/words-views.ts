import { count } from '../../../core/text/sentence.ts';
import { momentWithZone, type Reader } from '../../../core/time/reader.ts';
import { duration } from '../../../core/time/spans.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { dayWords } from '../../../core/time/weekdays.ts';
import type { CollectionException, Coming, Timetable } from '../collection/model.ts';
import { horizonDays } from '../collection/next-collection.ts';
import type { Standing } from './model.ts';

const dayMs = 86_400_000;

/** "cut-off 16:00 CET today, in 42 min" or "cut-off Mon 30 Nov 14:00 CET": by the clocks of the location. */
function comingWords(
  { cutOffAt, day }: Coming,
  { location, today }: Standing,
  { now, timeZone }: Reader,
): string {
  const moment = momentWithZone(cutOffAt, now, location.timeZone);
  // Of another day, the moment begins with it.
  const when =
    // Today is the reader's, too: elsewhere it may be tomorrow.
    day === today && dayIn(timeZone, now) === today
      ? `${moment} today`
      : `${dayWords(day, now)} ${moment.split(' ').slice(-2).join(' ')}`;
  const isSoon = cutOffAt.getTime() - now.getTime() < dayMs;
  return `cut-off ${when}${isSoon ? `, in ${duration(now, cutOffAt)}` : ''}`;
}

/** Whether it comes no more: its last day has passed, or its last truck. */
export function hasEnded({ collection: { validTo }, coming, today }: Standing): boolean {
  return validTo !== null && (validTo < today || (validTo === today && coming === null));
}

/** When it comes next, or why it does not. */
export function nextWords(standing: Standing, reader: Reader): string {
  const { coming, collection, location, today } = standing;
  const { validTo } = collection;
  if (!location.active) return 'the location is no longer in use';
  if (hasEnded(standing)) return `ended ${dayWords(validTo ?? today, reader.now)}`;
  if (!coming) return `does not come within ${horizonDays} days`;
  const { exception } = coming;
  return `${comingWords(coming, standing, reader)}${exception ? ` (${exception.why})` : ''}${leftOutWords(standing, coming, reader)}`;
}

/** The days before the next collection on which it stays away: "; not Mon 30 Nov (Strike)". */
function leftOutWords({ collection, today }: Standing, { day }: Coming, { now }: Reader): string {
  const [first, ...others] = collection.exceptions.filter(
    ({ on, cutOff }) => cutOff === null && on >= today && on < day,
  );
  if (!first) return '';
  const more = others.length > 0 ? `, and ${count(others.length, 'day')} after` : '';
  return `; not ${dayWords(first.on, now)} (${first.why})${more}`;
}

/** "truck at 16:30, may be 15 min late". */
export function truckWords({ pickUp, lateMarginMin }: Timetable): string {
  const late = lateMarginMin > 0 ? `, may be ${lateMarginMin} min late` : '';
  return `truck at ${pickUp ?? 'the cut-off'}${late}`;
}

/** "Mon 30 Nov 14:00 (Carnival)". */
export function exceptionWords({ on, cutOff, why }: CollectionException, { now }: Reader): string {
  return `${dayWords(on, now)} ${cutOff ?? 'does not come'} (${why})`;
}
