import { describe, expect, test } from 'vitest';
import { dueSlots, nextSlots } from './slots.ts';

const berlin = 'Europe/Berlin';
const newYork = 'America/New_York';
const lordHowe = 'Australia/Lord_Howe';
const havana = 'America/Havana';

function between(cron: string, timeZone: string, from: string, to: string): readonly string[] {
  const slots = dueSlots({ cron, timeZone }, new Date(from), new Date(to), 1_000);
  return slots.map((slot) => slot.toISOString().slice(5, 16));
}

// Worked out by hand. Clocks change in Berlin on 29 March 01:00Z and 25 October 01:00Z, in New York on 8 March 07:00Z and
// 1 November 06:00Z, on Lord Howe by half an hour on 4 April 15:00Z and 3 October 15:30Z, in Havana at midnight, on
// 8 March 05:00Z and 1 November 05:00Z.
describe('in the weeks of 2026 in which clocks change', () => {
  test.each([
    ['01:59', berlin, '03-28T00:00', ['03-28T00:59', '03-29T00:59', '03-29T23:59']],
    ['02:00', berlin, '03-28T00:00', ['03-28T01:00', '03-29T01:00', '03-30T00:00']],
    ['02:30', berlin, '03-28T00:00', ['03-28T01:30', '03-29T01:00', '03-30T00:30']],
    ['03:00', berlin, '03-28T00:00', ['03-28T02:00', '03-29T01:00', '03-30T01:00']],
    ['01:59', berlin, '10-23T12:00', ['10-23T23:59', '10-24T23:59', '10-26T00:59']],
    ['02:00', berlin, '10-23T12:00', ['10-24T00:00', '10-25T00:00', '10-26T01:00']],
    ['02:30', berlin, '10-23T12:00', ['10-24T00:30', '10-25T00:30', '10-26T01:30']],
    ['03:00', berlin, '10-23T12:00', ['10-24T01:00', '10-25T02:00', '10-26T02:00']],
    ['01:59', newYork, '03-07T00:00', ['03-07T06:59', '03-08T06:59', '03-09T05:59']],
    ['02:00', newYork, '03-07T00:00', ['03-07T07:00', '03-08T07:00', '03-09T06:00']],
    ['02:30', newYork, '03-07T00:00', ['03-07T07:30', '03-08T07:00', '03-09T06:30']],
    ['03:00', newYork, '03-07T00:00', ['03-07T08:00', '03-08T07:00', '03-09T07:00']],
    ['00:59', newYork, '10-31T00:00', ['10-31T04:59', '11-01T04:59', '11-02T05:59']],
    ['01:00', newYork, '10-31T00:00', ['10-31T05:00', '11-01T05:00', '11-02T06:00']],
    ['01:30', newYork, '10-31T00:00', ['10-31T05:30', '11-01T05:30', '11-02T06:30']],
    ['02:00', newYork, '10-31T00:00', ['10-31T06:00', '11-01T07:00', '11-02T07:00']],
    ['01:15', lordHowe, '04-03T00:00', ['04-03T14:15', '04-04T14:15', '04-05T14:45']],
    ['01:30', lordHowe, '04-03T00:00', ['04-03T14:30', '04-04T14:30', '04-05T15:00']],
    ['01:45', lordHowe, '04-03T00:00', ['04-03T14:45', '04-04T14:45', '04-05T15:15']],
    ['02:00', lordHowe, '04-03T00:00', ['04-03T15:00', '04-04T15:30', '04-05T15:30']],
    ['01:45', lordHowe, '10-02T00:00', ['10-02T15:15', '10-03T15:15', '10-04T14:45']],
    ['02:00', lordHowe, '10-02T00:00', ['10-02T15:30', '10-03T15:30', '10-04T15:00']],
    ['02:15', lordHowe, '10-02T00:00', ['10-02T15:45', '10-03T15:30', '10-04T15:15']],
    ['02:30', lordHowe, '10-02T00:00', ['10-02T16:00', '10-03T15:30', '10-04T15:30']],
    ['23:59', havana, '03-07T00:00', ['03-07T04:59', '03-08T04:59', '03-09T03:59']],
    ['00:00', havana, '03-07T00:00', ['03-07T05:00', '03-08T05:00', '03-09T04:00']],
    ['00:30', havana, '03-07T00:00', ['03-07T05:30', '03-08T05:00', '03-09T04:30']],
    ['01:00', havana, '03-07T00:00', ['03-07T06:00', '03-08T05:00', '03-09T05:00']],
    ['23:59', havana, '10-31T00:00', ['10-31T03:59', '11-01T03:59', '11-02T04:59']],
    ['00:00', havana, '10-31T00:00', ['10-31T04:00', '11-01T04:00', '11-02T05:00']],
    ['00:30', havana, '10-31T00:00', ['10-31T04:30', '11-01T04:30', '11-02T05:30']],
    ['01:00', havana, '10-31T00:00', ['10-31T05:00', '11-01T06:00', '11-02T06:00']],
  ])('every day at %s in %s from %s on is %s', (time, zone, from, expected) => {
    const [hour, minute] = time.split(':').map(Number);
    const slots = nextSlots(
      { cron: `${minute} ${hour} * * *`, timeZone: zone },
      new Date(`2026-${from}Z`),
      3,
    );
    expect(slots.map((slot) => slot.toISOString().slice(5, 16))).toEqual(expected);
  });

  test.each([
    [berlin, '03-27', ['03-27T07:30', '03-30T06:30']],
    [berlin, '10-23', ['10-23T06:30', '10-26T07:30']],
    [newYork, '03-06', ['03-06T13:30', '03-09T12:30']],
    [newYork, '10-30', ['10-30T12:30', '11-02T13:30']],
    [lordHowe, '04-02', ['04-02T21:30', '04-05T22:00']],
    [lordHowe, '10-01', ['10-01T22:00', '10-04T21:30']],
    [havana, '03-06', ['03-06T13:30', '03-09T12:30']],
    [havana, '10-30', ['10-30T12:30', '11-02T13:30']],
  ])('every weekday at 08:30 in %s from %s on is %s', (timeZone, from, expected) => {
    const slots = nextSlots({ cron: '30 8 * * 1-5', timeZone }, new Date(`2026-${from}T02:00Z`), 2);
    expect(slots.map((slot) => slot.toISOString().slice(5, 16))).toEqual(expected);
  });

  test('a Sunday time that clocks skip runs later that same Sunday', () => {
    expect(between('30 0 * * 0', havana, '2026-03-02T12:00Z', '2026-03-12T12:00Z')).toEqual(['03-08T05:00']);
  });

  test('several skipped times of day run once; repeated ones run once each', () => {
    expect(between('*/15 2 * * *', berlin, '2026-03-28T12:00Z', '2026-03-29T12:00Z')).toEqual([
      '03-29T01:00',
    ]);
    expect(between('*/15 2 * * *', berlin, '2026-10-24T12:00Z', '2026-10-25T12:00Z')).toEqual([
      '10-25T00:00',
      '10-25T00:15',
      '10-25T00:30',
      '10-25T00:45',
    ]);
    expect(between('30 2,3 * * *', berlin, '2026-03-28T12:00Z', '2026-03-29T12:00Z')).toEqual([
      '03-29T01:00',
      '03-29T01:30',
    ]);
  });

  test('every six hours keeps a skipped midnight, and runs a repeated one once', () => {
    expect(between('0 */6 * * *', havana, '2026-03-07T22:00Z', '2026-03-08T17:00Z')).toEqual([
      '03-07T23:00',
      '03-08T05:00',
      '03-08T10:00',
      '03-08T16:00',
    ]);
    expect(between('0 */6 * * *', havana, '2026-10-31T21:00Z', '2026-11-01T18:00Z')).toEqual([
      '10-31T22:00',
      '11-01T04:00',
      '11-01T11:00',
      '11-01T17:00',
    ]);
  });

  test.each([
    [berlin, '03-28T23:30', ['03-29T00:00', '03-29T01:00', '03-29T02:00']],
    [berlin, '10-24T23:30', ['10-25T00:00', '10-25T01:00', '10-25T02:00']],
    [newYork, '03-08T05:30', ['03-08T06:00', '03-08T07:00', '03-08T08:00']],
    [newYork, '11-01T04:30', ['11-01T05:00', '11-01T06:00', '11-01T07:00']],
    [havana, '03-08T03:30', ['03-08T04:00', '03-08T05:00', '03-08T06:00']],
    [havana, '11-01T03:30', ['11-01T04:00', '11-01T05:00', '11-01T06:00']],
    // The clock change there is half an hour: once, whole hours on the clock are 90 minutes apart.
    [lordHowe, '04-04T13:30', ['04-04T14:00', '04-04T15:30', '04-04T16:30']],
    [lordHowe, '10-03T14:00', ['10-03T14:30', '10-03T16:00', '10-03T17:00']],
  ])('every hour goes on in %s from %s on: %s', (timeZone, from, expected) => {
    const slots = nextSlots({ cron: '0 * * * *', timeZone }, new Date(`2026-${from}Z`), 3);
    expect(slots.map((slot) => slot.toISOString().slice(5, 16))).toEqual(expected);
  });

  test.each([
    [berlin, '2026-03-29T00:00Z'],
    [berlin, '2026-10-24T23:00Z'],
    [newYork, '2026-03-08T06:00Z'],
    [newYork, '2026-11-01T04:00Z'],
    [lordHowe, '2026-04-04T14:00Z'],
    [lordHowe, '2026-10-03T14:30Z'],
    [havana, '2026-03-08T04:00Z'],
    [havana, '2026-11-01T03:00Z'],
  ])('every 15 minutes neither skips nor repeats a slot in %s from %s on', (timeZone, from) => {
    const start = Date.parse(from);
    const slots = nextSlots({ cron: '*/15 * * * *', timeZone }, new Date(start), 16);
    expect(slots.map((slot) => (slot.getTime() - start) / 900_000)).toEqual(
      Array.from({ length: 16 }, (_, i) => i + 1),
    );
  });
});

test('the last day of the month, and days that some months lack', () => {
  expect(between('0 9 L * *', berlin, '2028-01-01T00:00Z', '2028-05-01T00:00Z')).toEqual([
    '01-31T08:00',
    '02-29T08:00',
    '03-31T07:00',
    '04-30T07:00',
  ]);
  expect(between('0 9 31 * *', berlin, '2026-01-01T00:00Z', '2026-06-01T00:00Z')).toEqual([
    '01-31T08:00',
    '03-31T07:00',
    '05-31T07:00',
  ]);
  const leap = nextSlots({ cron: '0 9 29 2 *', timeZone: berlin }, new Date('2026-01-01T00:00Z'), 2);
  expect(leap.map((slot) => slot.toISOString())).toEqual([
    '2028-02-29T08:00:00.000Z',
    '2032-02-29T08:00:00.000Z',
  ]);
});

describe('a whole year, checked every minute', () => {
  const minutes = 365 * 24 * 60;
  const start = Date.parse('2026-01-01T00:00Z');

  test.each(
    [berlin, newYork, lordHowe, havana].flatMap(
      (timeZone) =>
        [
          [timeZone, '0 0 * * *', 365],
          [timeZone, '30 0 * * *', 365],
          [timeZone, '30 1 * * *', 365],
          [timeZone, '15 2 * * *', 365],
          [timeZone, '30 8 * * 1-5', 261],
        ] as const,
    ),
  )('in %s, %s has %s slots, each on a different day', (timeZone, cron, expected) => {
    const days = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short' });
    const slots: Date[] = [];
    for (let minute = 1; minute <= minutes; minute += 1) {
      const [after, now] = [new Date(start + (minute - 1) * 60_000), new Date(start + minute * 60_000)];
      slots.push(...dueSlots({ cron, timeZone }, after, now, 10));
    }
    expect(slots.length).toBe(expected);
    expect(new Set(slots.map((slot) => days.format(slot))).size).toBe(expected);
  });
});

test('missed slots come oldest first, and no more than the limit', () => {
  const daily = { cron: '0 6 * * *', timeZone: berlin };
  const long = (limit: number) =>
    dueSlots(daily, new Date('2026-06-01T04:00Z'), new Date('2026-07-01T04:00Z'), limit);
  expect(long(100).length).toBe(30);
  expect(long(2).map((slot) => slot.toISOString())).toEqual([
    '2026-06-02T04:00:00.000Z',
    '2026-06-03T04:00:00.000Z',
  ]);
  // A clock that stepped back finds nothing due.
  expect(dueSlots(daily, new Date('2026-06-02T04:00Z'), new Date('2026-06-01T00:00Z'), 10)).toEqual([]);
});
