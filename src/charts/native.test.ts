import { expect, test } from 'vitest';
import { validateMessage } from '../../sandbox/blockkit/index.ts';
import { plotted } from '../ui/pictures.ts';
import type { BarsChart, TrendChart } from './model.ts';
import { nativeOf } from './native.ts';

const bars: BarsChart = {
  kind: 'bars',
  title: 'Orders placed',
  period: '2 Mar to 11 Mar',
  unit: { kind: 'count', one: 'order' },
  good: null,
  dimension: 'channel',
  counted: 'orders',
  target: null,
  bars: [
    { name: 'Amazon', value: 340, n: 340, isRanked: true },
    { name: 'Web shop', value: 812, n: 812, isRanked: true },
  ],
};

const trend: TrendChart = {
  kind: 'trend',
  title: 'Time to ship',
  period: '6 Mar to 9 Mar',
  unit: { kind: 'hours' },
  good: 'down',
  target: 24,
  days: [
    { day: '2026-03-06', value: 20.04 },
    { day: '2026-03-07', value: 26.26 },
    { day: '2026-03-08', value: 31 },
    { day: '2026-03-09', value: 22 },
  ],
};

test('bars of counts are drawn by Slack, the most first', () => {
  expect(nativeOf(bars)).toEqual({
    type: 'bar',
    title: 'Orders placed by channel',
    names: ['Web shop', 'Amazon'],
    series: [{ name: 'Orders placed', values: [812, 340] }],
    xLabel: 'channel',
    yLabel: 'orders',
  });
});

test('a trend of lengths is drawn by Slack as it is written, its target beside it', () => {
  expect(nativeOf(trend)).toEqual({
    type: 'line',
    title: 'Time to ship by day',
    names: ['Fri 6 Mar', 'Sat 7 Mar', 'Sun 8 Mar', 'Mon 9 Mar'],
    series: [
      { name: 'Time to ship', values: [20, 26.3, 31, 22] },
      { name: 'Target', values: [24, 24, 24, 24] },
    ],
    xLabel: '6 Mar to 9 Mar',
    yLabel: 'hours',
  });
});

test('money is drawn in its own unit', () => {
  const drawn = nativeOf({ ...bars, unit: { kind: 'money', currency: 'EUR' } });
  expect(drawn).toMatchObject({ yLabel: 'EUR', series: [{ values: [8.12, 3.4] }] });
  const yen = nativeOf({ ...bars, unit: { kind: 'money', currency: 'JPY' } });
  expect(yen).toMatchObject({ series: [{ values: [812, 340] }] });
});

const [one, other] = bars.bars as [BarsChart['bars'][0], BarsChart['bars'][0]];

test.each([
  ['a target, which bars of Slack have no line for', { ...bars, target: 500 }],
  ['a part without data', { ...bars, bars: [one, { ...other, value: null }] }],
  ['a part of too few to rank', { ...bars, bars: [one, { ...other, isRanked: false }] }],
  ['a name that Slack would cut', { ...bars, bars: [one, { ...other, name: 'x'.repeat(21) }] }],
  ['two parts of one name', { ...bars, bars: [one, { ...other, name: one.name }] }],
  ['one part alone', { ...bars, bars: [one] }],
  [
    'more parts than Slack draws',
    { ...bars, bars: Array.from({ length: 21 }, (_, n) => ({ ...one, name: `Part ${n}` })) },
  ],
  ['percentages by day, whose scale begins at zero there', { ...trend, unit: { kind: 'percent' } as const }],
  ['a day without data', { ...trend, days: [...trend.days, { day: '2026-03-11', value: 3 }] }],
  ['a weekend or holiday', { ...trend, days: [...trend.days, { day: '2026-03-10', value: 3, isOff: true }] }],
  [
    'a day that is still open',
    { ...trend, days: [...trend.days, { day: '2026-03-10', value: 3, isOpen: true }] },
  ],
])('a picture tells what Slack cannot: %s', (_, chart) => {
  expect(nativeOf(chart)).toBeNull();
});

test('whatever it is called, Slack takes what it draws', () => {
  for (const title of ['Target', '', `${'long '.repeat(40)}\u202E`, '<!channel> & "x"'])
    for (const chart of [bars, trend]) {
      const drawn = nativeOf({
        ...chart,
        title,
        ...(chart.kind === 'bars' && { dimension: 'y'.repeat(90) }),
      });
      expect(drawn).not.toBeNull();
      expect(validateMessage({ text: 'a chart', blocks: drawn ? [plotted(drawn)] : [] })).toEqual([]);
    }
});
