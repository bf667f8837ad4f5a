import { expect, test } from 'vitest';
import { calendarFrom, type WorkingCalendar } from '../../../core/time/calendar.ts';
import type { Collection } from './model.ts';
import { collectionsOn, nextCollection, takenBy } from './next-collection.ts';

const open = (timeZone: string, days: readonly number[], ...holidays: readonly string[]): WorkingCalendar =>
  calendarFrom([{ from: null, timeZone, days, opens: '06:00', closes: '22:00' }], (day) =>
    holidays.includes(day) ? 'Holiday' : null,
  );
const workdays = [1, 2, 3, 4, 5];
const hamburg = open('Europe/Berlin', workdays);

const dhl: Collection = {
  id: 'dhl-16',
  locationId: 'ham',
  carrierId: 'dhl',
  serviceId: null,
  weekdays: workdays,
  cutOff: '16:00',
  pickUp: null,
  lateMarginMin: 0,
  validFrom: null,
  validTo: null,
  exceptions: [],
};
const moved = (on: string, cutOff: string | null, pickUp: string | null = null) => ({
  ...dhl,
  exceptions: [{ on, cutOff, pickUp, why: 'Carnival' }],
});
const noon = { ...dhl, id: 'dhl-12', cutOff: '12:00' };
const ups = { ...dhl, id: 'ups', carrierId: 'ups', cutOff: '15:30' };
const express = { ...dhl, id: 'express', serviceId: 'express', cutOff: '17:30' };

// 27 November 2026 is a Friday; Hamburg is an hour ahead of UTC until the end of March.
test.each<[string, readonly Collection[], WorkingCalendar, string, string | null]>([
  ['a minute before the cut-off', [dhl], hamburg, '2026-11-27T14:59:00Z', '2026-11-27T15:00:00.000Z'],
  ['the very moment', [dhl], hamburg, '2026-11-27T15:00:00.000Z', '2026-11-27T15:00:00.000Z'],
  ['a millisecond late', [dhl], hamburg, '2026-11-27T15:00:00.001Z', '2026-11-30T15:00:00.000Z'],
  ['a second late', [dhl], hamburg, '2026-11-27T15:00:01Z', '2026-11-30T15:00:00.000Z'],
  [
    'Monday is a holiday',
    [dhl],
    open('Europe/Berlin', workdays, '2026-11-30'),
    '2026-11-27T15:00:01Z',
    '2026-12-01T15:00:00.000Z',
  ],
  [
    'Monday is no working day here',
    [dhl],
    open('Europe/Berlin', [2, 3, 4, 5]),
    '2026-11-27T15:00:01Z',
    '2026-12-01T15:00:00.000Z',
  ],
  [
    'Monday at 14:00',
    [moved('2026-11-30', '14:00')],
    hamburg,
    '2026-11-28T10:00:00Z',
    '2026-11-30T13:00:00.000Z',
  ],
  [
    'it does not come on Monday',
    [moved('2026-11-30', null)],
    hamburg,
    '2026-11-28T10:00:00Z',
    '2026-12-01T15:00:00.000Z',
  ],
  [
    'it comes although it is a holiday',
    [moved('2026-11-30', '10:00')],
    open('Europe/Berlin', workdays, '2026-11-30'),
    '2026-11-28T10:00:00Z',
    '2026-11-30T09:00:00.000Z',
  ],
  [
    'an extra one on a Saturday',
    [moved('2026-11-28', '11:00')],
    hamburg,
    '2026-11-27T15:00:01Z',
    '2026-11-28T10:00:00.000Z',
  ],
  ['ready on a Sunday', [dhl], hamburg, '2026-11-29T16:00:00Z', '2026-11-30T15:00:00.000Z'],
  ['the second of two on a day', [noon, dhl], hamburg, '2026-11-27T11:30:00Z', '2026-11-27T15:00:00.000Z'],
  ['the first of several carriers', [dhl, ups], hamburg, '2026-11-27T12:00:00Z', '2026-11-27T14:30:00.000Z'],
  [
    'clocks change in between',
    [{ ...dhl, validTo: '2026-03-31' }],
    hamburg,
    '2026-03-27T15:00:01Z',
    '2026-03-30T14:00:00.000Z',
  ],
  [
    'a cut-off that clocks skip is the first minute that exists',
    [{ ...dhl, weekdays: [7], cutOff: '02:30' }],
    open('Europe/Berlin', [7]),
    '2026-03-28T12:00:00Z',
    '2026-03-29T01:00:00.000Z',
  ],
  [
    'a cut-off that happens twice is the first',
    [{ ...dhl, weekdays: [7], cutOff: '02:30' }],
    open('Europe/Berlin', [7]),
    '2026-10-24T12:00:00Z',
    '2026-10-25T00:30:00.000Z',
  ],
  [
    'New York goes by its own clocks',
    [{ ...dhl, cutOff: '15:30' }],
    open('America/New_York', workdays),
    '2026-11-28T02:00:00Z',
    '2026-11-30T20:30:00.000Z',
  ],
  [
    'it begins later',
    [{ ...dhl, validFrom: '2026-12-02' }],
    hamburg,
    '2026-11-27T10:00:00Z',
    '2026-12-02T15:00:00.000Z',
  ],
  [
    'its last day counts',
    [{ ...dhl, validTo: '2026-11-27' }],
    hamburg,
    '2026-11-27T10:00:00Z',
    '2026-11-27T15:00:00.000Z',
  ],
  ['it has ended', [{ ...dhl, validTo: '2026-11-27' }], hamburg, '2026-11-27T15:00:01Z', null],
  [
    'an exception after its end brings nothing',
    [{ ...moved('2026-11-30', '14:00'), validTo: '2026-11-27' }],
    hamburg,
    '2026-11-28T10:00:00Z',
    null,
  ],
  ['no collection', [], hamburg, '2026-11-27T10:00:00Z', null],
  [
    'it begins beyond the horizon',
    [{ ...dhl, validFrom: '2027-03-01' }],
    hamburg,
    '2026-11-27T10:00:00Z',
    null,
  ],
  [
    'a location that never opens on its days',
    [{ ...dhl, weekdays: [6] }],
    hamburg,
    '2026-11-27T10:00:00Z',
    null,
  ],
])('%s', (_, collections, calendar, at, cutOff) => {
  expect(nextCollection(collections, calendar, new Date(at))?.cutOffAt.toISOString() ?? null).toBe(cutOff);
});

test('it tells its day, when the truck comes and until when that is in time', () => {
  const late = { ...dhl, pickUp: '16:30', lateMarginMin: 15 };
  expect(nextCollection([late], hamburg, new Date('2026-11-27T10:00:00Z'))).toEqual({
    collection: late,
    day: '2026-11-27',
    cutOffAt: new Date('2026-11-27T15:00:00Z'),
    pickUpAt: new Date('2026-11-27T15:30:00Z'),
    lateUntil: new Date('2026-11-27T15:45:00Z'),
    exception: null,
  });
  const carnival = moved('2026-11-30', '14:00', '14:20');
  expect(nextCollection([carnival], hamburg, new Date('2026-11-28T10:00:00Z'))).toMatchObject({
    pickUpAt: new Date('2026-11-30T13:20:00Z'),
    exception: { why: 'Carnival' },
  });
});

test('a day has its collections in order of their cut-offs', () => {
  const ids = (day: string) =>
    collectionsOn(day, [express, dhl, noon], hamburg).map(({ collection }) => collection.id);
  expect(ids('2026-11-27')).toEqual(['dhl-12', 'dhl-16', 'express']);
  expect(ids('2026-11-28')).toEqual([]);
});

test('a service has its own truck, and those that take every service of its carrier', () => {
  const all = [dhl, express, ups];
  const next = (carrierId: string | null, serviceId: string | null) =>
    nextCollection(takenBy(all, { carrierId, serviceId }), hamburg, new Date('2026-11-27T15:30:00Z'))
      ?.cutOffAt;
  expect(next('dhl', 'express')).toEqual(new Date('2026-11-27T16:30:00Z'));
  expect(next('dhl', 'standard')).toEqual(new Date('2026-11-30T15:00:00Z'));
  expect(next('dhl', null)).toEqual(new Date('2026-11-30T15:00:00Z'));
  expect(next(null, null)).toEqual(new Date('2026-11-30T14:30:00Z'));
  expect(next('gls', null)).toBeUndefined();
});
