import { expect, test } from 'vitest';
import { tableOf } from './table.ts';

test('of a trend the last week is written, the newest day first, each against the target', () => {
  const table = tableOf({
    kind: 'trend',
    title: 'On-time delivery',
    period: '1 Mar to 10 Mar',
    unit: { kind: 'percent' },
    good: 'up',
    target: 95,
    days: [90, 91, 92, 96, 97, null, 95, 94.9, 98, 20].map((value, n) => ({
      day: `2026-03-${String(n + 1).padStart(2, '0')}`,
      value,
      isOff: n === 7,
      isOpen: n === 9,
    })),
  });
  expect(table.columns.map(({ title }) => title)).toEqual(['Day', 'Value, target 95.0 %']);
  expect(table.rows).toEqual([
    ['Tue 10 Mar', '20.0 %, still open'],
    ['Mon 9 Mar', '98.0 %, met'],
    ['Sun 8 Mar, off', '94.9 %, missed'],
    ['Sat 7 Mar', '95.0 %, met'],
    ['Fri 6 Mar', 'no data'],
    ['Thu 5 Mar', '97.0 %, met'],
    ['Wed 4 Mar', '96.0 %, met'],
  ]);
  expect(table.left).toBe(3);
});

test('parts are written with how many stand behind them, the worst first, and those too few say so', () => {
  const table = tableOf({
    kind: 'bars',
    title: 'On-time delivery',
    period: '',
    unit: { kind: 'percent' },
    good: 'up',
    dimension: 'carrier',
    counted: 'orders',
    target: 95,
    bars: [
      { name: 'DHL', value: 96, n: 400, isRanked: true },
      { name: 'GLS', value: 20, n: 5, isRanked: false },
      { name: 'UPS', value: 88.5, n: 1_200, isRanked: true },
      { name: 'DPD', value: null, n: 0, isRanked: false },
    ],
  });
  expect(table.columns.map(({ title }) => title)).toEqual(['Carrier', 'Value', 'Orders']);
  expect(table.rows).toEqual([
    ['UPS', '88.5 %', '1,200'],
    ['DHL', '96.0 %', '400'],
    ['GLS', '20.0 %, too few to rank', '5'],
    ['DPD', 'no data', '0'],
  ]);
});

test('what moved it ends with all together, which is the change', () => {
  const table = tableOf({
    kind: 'moved',
    title: 'On-time delivery',
    period: '3 Feb to 4 Mar',
    periodBefore: '4 Jan to 2 Feb',
    unit: { kind: 'percent' },
    good: 'up',
    dimension: 'carrier',
    before: 95,
    now: 85.7,
    parts: [
      { name: 'UPS', performance: -6.5, mix: -0.9 },
      { name: 'DHL', performance: 0.4, mix: -2.3 },
    ],
  });
  expect(table.rows).toEqual([
    ['UPS', '−6.5', '−0.9'],
    ['DHL', '+0.4', '−2.3'],
    ['All together', '−6.1', '−3.2'],
  ]);
});
