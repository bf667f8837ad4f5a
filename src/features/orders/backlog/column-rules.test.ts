import { expect, test } from 'vitest';
import { columnsEnd } from './column-rules.ts';

const now = new Date('2026-03-03T08:00:00Z');
const dayEndsAt = new Date('2026-03-03T23:00:00Z');
const on = (text: string) => new Date(`2026-03-${text}Z`);

/** The column of a ship-by, where these trucks come, all of any or only those that take the order. */
function columnOf(shipBy: string, trucks: readonly string[], own: readonly string[] = trucks): string {
  const from = (of: readonly string[]) => (at: Date) =>
    of.map(on).find((cutOff) => cutOff.getTime() >= at.getTime()) ?? null;
  const cutOffAt = from(trucks)(now);
  const ends = columnsEnd({ now, cutOffAt, dayEndsAt, next: from(own) });
  if (ends.nextBefore && on(shipBy) < ends.nextBefore) return 'next';
  return on(shipBy) < ends.todayBefore ? 'today' : 'later';
}

const daily = ['03T15:00:00', '04T15:00:00', '05T15:00:00'];
const twice = ['03T11:00:00', '03T15:00:00', '04T11:00:00', '04T15:00:00'];

test.each([
  ['its own cut-off', '03T15:00:00', daily, 'next'],
  ['a moment that no truck can make', '03T10:00:00', daily, 'next'],
  ['the old hour of a truck that comes earlier today', '03T16:00:00', daily, 'next'],
  ['tomorrow morning, before the truck comes', '04T08:00:00', daily, 'next'],
  ['the cut-off of tomorrow', '04T15:00:00', daily, 'later'],
  ['after the second truck of today', '03T16:00:00', twice, 'today'],
  ['the second truck of today', '03T15:00:00', twice, 'today'],
  ['a moment before the second truck', '03T14:59:59', twice, 'next'],
  ['tomorrow morning, where today has two', '04T08:00:00', twice, 'today'],
  ['the first truck of tomorrow', '04T11:00:00', twice, 'later'],
  ['tonight, where none comes today any more', '03T20:00:00', daily.slice(1), 'next'],
  ['next week, where the last one comes today', '10T08:00:00', daily.slice(0, 1), 'next'],
  ['tonight, where none comes at all', '03T20:00:00', [], 'today'],
  ['tomorrow, where none comes at all', '04T08:00:00', [], 'later'],
])('a ship-by of %s', (_, shipBy, trucks, column) => {
  expect(columnOf(shipBy, trucks)).toBe(column);
});

test.each([
  ['that only the later truck takes waits for it', '03T16:00:00', twice.slice(1, 2), 'today'],
  ['that only the earlier truck takes goes with it', '03T16:00:00', ['03T11:00:00', '04T11:00:00'], 'next'],
  ['that only tomorrow’s truck takes', '04T16:00:00', ['04T15:00:00', '05T15:00:00'], 'later'],
  ['that none takes goes by the day', '03T16:00:00', [], 'today'],
])('an order of a service %s', (_, shipBy, own, column) => {
  expect(columnOf(shipBy, twice, own)).toBe(column);
});
