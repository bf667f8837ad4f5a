import { expect, test } from 'vitest';
import { newsByHour } from '../hearing/arrival-rules.ts';
import { hasRhythm, longestQuiet, silentFrom, usualGap } from './rhythm-rules.ts';

const berlin = 'Europe/Berlin';
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** What is known of something that came at these moments. */
function history(moments: readonly Date[], timeZone = berlin) {
  const arrivals = moments.map((at) => ({ at, coversUntil: null, lags: {} }));
  return { hours: newsByHour(arrivals, null), timeZone };
}

/** Every so many minutes in the four weeks before a moment, where `comes` says so by the clocks of Berlin. */
function every(
  minutes: number,
  until: string,
  comes: (weekday: number, hour: number) => boolean = () => true,
) {
  const end = new Date(until).getTime();
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: berlin,
    weekday: 'short',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  const moments: Date[] = [];
  for (let at = end - 28 * day; at <= end; at += minutes * minute) {
    const parts = clock.formatToParts(at);
    const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
    if (comes(weekdays.indexOf(part('weekday')) + 1, Number(part('hour')))) moments.push(new Date(at));
  }
  return moments;
}

const noDayOff = () => false;
const at = (moment: string) => new Date(moment);
const silence = (moments: readonly Date[], rest: object = {}) =>
  silentFrom({
    ...history(moments),
    lastHeardAt: moments.at(-1) ?? new Date(0),
    minGap: null,
    isDayOff: noDayOff,
    ...rest,
  });

test.each([
  ['this hour of this weekday, from eight gaps on', every(15, '2026-03-02T09:00:00Z'), 900],
  // Four Mondays give four gaps, all days together twenty-eight.
  ['this hour of any day, where the weekday gives too few', every(60, '2026-03-02T09:00:00Z'), 3_600],
  ['a day, where this hour gives too few', every(15, '2026-03-02T09:00:00Z', (_, h) => h < 8), 86_400],
  ['a day, where nothing is known', [], 86_400],
])('the usual gap is that of %s', (_, moments, seconds) => {
  expect(usualGap(history(moments), at('2026-03-02T09:00:00Z'))).toBe(seconds);
});

test('seven gaps make no median, eight do', () => {
  const monday = (minutes: readonly number[]) =>
    minutes.map((m) => new Date(at('2026-03-02T09:00:00Z').getTime() + m * minute));
  const of = (minutes: readonly number[]) => usualGap(history(monday(minutes)), at('2026-03-02T09:30:00Z'));
  expect(of([0, 5, 10, 15, 20, 25, 30, 35])).toBe(86_400);
  expect(of([0, 5, 10, 15, 20, 25, 30, 35, 40])).toBe(300);
});

test('other hours have other gaps: a night is no silence by the measure of the day', () => {
  const moments = every(5, '2026-03-02T21:00:00Z', (_, h) => h >= 8 && h < 20).concat(
    every(60, '2026-03-02T21:00:00Z', (_, h) => h < 8 || h >= 20),
  );
  const known = history(moments);
  expect(usualGap(known, at('2026-03-02T12:00:00Z'))).toBe(300);
  expect(usualGap(known, at('2026-03-02T21:00:00Z'))).toBe(3_600);
});

test.each([
  ['a quarter of an hour', every(15, '2026-03-02T09:00:00Z'), null, 2_700],
  ['five minutes: at least half an hour', every(5, '2026-03-02T09:00:00Z'), null, 1_800],
  ['five minutes, where a person has set ten', every(5, '2026-03-02T09:00:00Z'), 10, 900],
  ['five minutes, where a person has set two hours', every(5, '2026-03-02T09:00:00Z'), 120, 7_200],
])('it may be quiet for three usual gaps: %s', (_, moments, minGap, seconds) => {
  const lastHeardAt = at('2026-03-02T09:00:00Z');
  expect(longestQuiet({ ...history(moments), lastHeardAt, minGap })).toBe(seconds);
});

test.each([
  ['a file that was loaded once', [at('2026-03-02T09:00:00Z')]],
  ['nine files of one afternoon', every(15, '2026-03-02T09:00:00Z').slice(-9)],
  ['three days of it', every(15, '2026-03-02T09:00:00Z').slice(-288)],
  ['a file a week', every(7 * 24 * 60, '2026-03-02T09:00:00Z')],
])('%s is no rhythm and never silent', (_, moments) => {
  expect(hasRhythm(history(moments), moments.at(-1) ?? new Date(0))).toBe(false);
  expect(silence(moments)).toBe(null);
});

const working = (weekday: number, h: number) => weekday <= 5 && h >= 8 && h < 19;

test.each([
  ['on a Friday noon, within the day', '2026-03-06T11:00:00Z', '2026-03-06T11:45:00Z'],
  // 62 h 15 min later it usually comes again: half an hour more.
  ['over a weekend', '2026-03-06T17:45:00Z', '2026-03-09T07:30:00Z'],
  ['over a night', '2026-03-04T17:45:00Z', '2026-03-05T07:30:00Z'],
  ['over the weekend on which clocks go forward', '2026-03-27T17:45:00Z', '2026-03-30T07:30:00Z'],
  ['over the weekend on which clocks go back', '2026-10-23T16:45:00Z', '2026-10-26T07:30:00Z'],
])('what comes on working days is silent %s', (_, until, expected) => {
  expect(silence(every(15, until, working))?.toISOString()).toBe(at(expected).toISOString());
});

test('a single outage does not make the next one usual', () => {
  const moments = every(15, '2026-03-05T11:00:00Z').filter(
    (one) => one < at('2026-02-26T11:01:00Z') || one > at('2026-02-26T20:00:00Z'),
  );
  expect(silence(moments)?.toISOString()).toBe('2026-03-05T11:45:00.000Z');
});

test('what rests on days off is not missed on a holiday; what comes every day is', () => {
  const holidays = (one: string) => ['2026-04-03', '2026-04-06'].includes(one);
  const weekend = (one: string) => [0, 6].includes(new Date(one).getUTCDay());
  const isDayOff = (one: string) => holidays(one) || weekend(one);
  // Maundy Thursday 18:45; Good Friday, the weekend and Easter Monday are off.
  const onWorkingDays = every(15, '2026-04-02T16:45:00Z', working);
  expect(silence(onWorkingDays, { isDayOff })?.toISOString()).toBe('2026-04-07T06:30:00.000Z');
  const always = every(15, '2026-04-03T16:45:00Z');
  expect(silence(always, { isDayOff })?.toISOString()).toBe('2026-04-03T17:30:00.000Z');
});

test('a file at six every morning is late in the week of the change by the clocks, not by the sun', () => {
  const sixInBerlin = every(60, '2026-03-29T04:00:00Z', (_, h) => h === 6);
  expect(usualGap(history(sixInBerlin), at('2026-03-29T04:00:00Z'))).toBe(86_400);
  // Three days later, by the clocks there.
  expect(silence(sixInBerlin)?.toISOString()).toBe('2026-04-01T04:00:00.000Z');
});

test('a file of every working day at six has until half past on Monday', () => {
  const moments = every(60, '2026-03-06T05:00:00Z', (weekday, h) => weekday <= 5 && h === 6);
  expect(silence(moments)?.toISOString()).toBe('2026-03-09T05:30:00.000Z');
});
