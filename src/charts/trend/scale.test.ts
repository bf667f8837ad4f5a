import { expect, test } from 'vitest';
import { ticksOver } from '../canvas/scale.ts';
import { dayTicks } from './day-ticks.ts';

test.each([
  [90.6, 97.8, false, [90, 92, 94, 96, 98]],
  [0, 1, true, [0, 1]],
  [0, 0, true, [0, 1]],
  [0, 14_897, true, [0, 5_000, 10_000, 15_000]],
  [-3.1, 2.2, false, [-4, -2, 0, 2, 4]],
  [95, 95.4, false, [95, 95.1, 95.2, 95.3, 95.4]],
])('marks from %d to %d', (from, to, isWhole, all) => {
  expect(ticksOver(from, to, 4, isWhole).all).toEqual(all);
});

const days = (first: string, n: number) =>
  Array.from({ length: n }, (_, i) => ({
    day: new Date(Date.parse(first) + i * 86_400_000).toISOString().slice(0, 10),
    value: 1,
  }));
const words = (first: string, n: number, width: number) =>
  dayTicks(days(first, n), width, 12).map((tick) => tick.words);

test('as many days are written as have room', () => {
  expect(words('2025-11-20', 3, 900)).toEqual(['20 Nov', '21 Nov', '22 Nov']);
  expect(words('2025-10-28', 30, 900)).toEqual(['3 Nov', '10 Nov', '17 Nov', '24 Nov']);
  expect(words('2025-01-01', 365, 280)).toEqual(['1 Jan', '1 Apr', '1 Jul', '1 Oct']);
  expect(words('2023-01-01', 1_000, 280)).toEqual(['1 Jan 2023', '1 Jan 2024', '1 Jan']);
  expect(words('2025-11-20', 2, 20)).toEqual(['20 Nov']);
  expect(words('2025-11-20', 1, 20)).toEqual(['20 Nov']);
  expect(words('2025-11-20', 0, 900)).toEqual([]);
});
