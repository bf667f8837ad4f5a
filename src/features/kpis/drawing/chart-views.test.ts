import { expect, test } from 'vitest';
import { altOf, findingOf } from '../../../charts/findings.ts';
import { isWorse } from '../../../charts/palette.ts';
import { tableOf } from '../../../charts/table.ts';
import { valueWords } from '../../../charts/words.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import { valueWords as cardWords } from '../card/words.ts';
import type { Answer, Part } from '../figure/model.ts';
import { durationWords } from '../figure/words.ts';
import type { Moving } from '../moved/model.ts';
import {
  aim,
  aims,
  answer,
  asTold,
  before,
  country,
  days,
  figure,
  onTime,
  reading,
  value,
} from '../sample-figures.ts';
import { verdictOf } from '../targets/rules.ts';
import { barsChart, movedChart } from './chart-views.ts';

const part = (value: string, n: number, d: number): Part => ({
  value,
  totals: [{ n: BigInt(n), d: BigInt(d), currency: '' }],
  spread: null,
});

const moving = (now: readonly Part[], past: readonly Part[]): Moving => ({
  kpi: onTime,
  by: country,
  days,
  before: before.days,
  versus: 'previous',
  ...asTold,
  now,
  past,
});

test('what moved it is drawn in the tenths that are printed, and its finding says the same', () => {
  const chart = movedChart(
    moving([part('FR', 160, 200), part('DE', 48, 50)], [part('FR', 90, 100), part('DE', 95, 100)]),
    reading,
  );
  expect(chart).toMatchObject({
    before: 92.5,
    now: 83.2,
    dimension: 'country',
    parts: [
      { name: 'FR', performance: -6.5, mix: -0.9 },
      { name: 'DE', performance: 0.4, mix: -2.3 },
    ],
  });
  expect(chart && findingOf(chart)).toContain('fell by 9.3 points to 83.2 %: −7.4 by FR');
});

test('everything drawn adds up to the change, whatever it is', () => {
  let seed = 7;
  const next = (most: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % most;
  };
  for (let round = 0; round < 200; round += 1) {
    const some = () =>
      Array.from({ length: 1 + next(15) }, (_, i) => {
        const d = 1 + next(400);
        return part(`part ${i}`, next(d + 1), d);
      });
    const chart = movedChart(moving(some(), some()), reading);
    const sum = chart?.parts.reduce((all, { performance, mix }) => all + performance + mix, 0) ?? 0;
    expect(sum).toBeCloseTo((chart?.now ?? 0) - (chart?.before ?? 0), 6);
  }
});

test('without anything before there is nothing to draw', () => {
  expect(movedChart(moving([part('FR', 1, 2)], []), reading)).toBeNull();
});

const answerOf = (kpi: Kpi, totals: Answer['figure']['totals'], all: readonly Part[]): Answer => ({
  ...answer,
  figure: { ...figure, kpi, totals },
  parts: { by: country, all },
});
const money = (n: number, currency: string) => ({ n: BigInt(n), d: 0n, currency });

test('money is drawn in one currency, which is named where there are others: no bar is of other money', () => {
  const all = [
    { value: 'US', totals: [money(900_000, 'USD')], spread: null },
    { value: 'DE', totals: [money(70_000, 'EUR')], spread: null },
    { value: 'CH', totals: [money(80_000, 'USD'), money(10_000, 'EUR')], spread: null },
  ];
  const chart = barsChart(answerOf(value, [money(80_000, 'EUR'), money(980_000, 'USD')], all), aims, reading);
  expect(chart?.bars.map(({ name, value: of }) => [name, of])).toEqual([
    ['DE', 70_000],
    ['CH', 10_000],
  ]);
  expect(chart && altOf(chart)).toBe(
    'Value of orders placed, EUR alone: DE is highest with €700.00. By country, 3 Feb to 4 Mar. ' +
      'The highest first: DE €700.00, CH €100.00.',
  );
});

test('no number of orders is told where none is known: behind sums there is none, behind time out of stock are milliseconds', () => {
  const orders: Kpi = { ...value, name: 'Orders', measure: { kind: 'sum', of: 'orders', unit: 'order' } };
  const counts = barsChart(
    answerOf(orders, [money(30, '')], [part('DE', 20, 0), part('FR', 10, 0)]),
    aims,
    reading,
  );
  expect(counts && altOf(counts)).toContain('The highest first: DE 20, FR 10.');
  const out: Kpi = { ...onTime, good: 'down', measure: { kind: 'lasting', of: 'out', among: 'listed' } };
  const day = 86_400_000;
  const lasting = barsChart(
    answerOf(out, [], [part('DE', day, 20 * day), part('FR', day, 40 * day)]),
    aims,
    reading,
  );
  expect(lasting && findingOf(lasting)).toMatch(/: DE is worst with 5\.0 %, /);
  expect(lasting && tableOf(lasting).rows).toEqual([
    ['DE', '5.0 %'],
    ['FR', '2.5 %'],
  ]);
});

test('what stands behind a bar is called what it is: pieces are no orders', () => {
  const chart = barsChart(
    answerOf({ ...onTime, counted: 'pieces' }, [], [part('DE', 90, 100)]),
    aims,
    reading,
  );
  expect(chart && findingOf(chart)).toContain('DE is worst with 90.0 % of 100 pieces');
});

test('a bar is the same digits and the same verdict as the card of the figure, for every share', () => {
  const differ: string[] = [];
  for (let d = 1n; d <= 400n; d += 1n)
    for (let n = 0n; n <= d; n += 1n) {
      const [of, goal] = [{ n, d, currency: '' }, (n * 10_000n) / d];
      const target = { ...aim, target: goal };
      const chart = barsChart(
        answerOf(onTime, [of], [{ value: 'DE', totals: [of], spread: null }]),
        { ...aims, whole: target },
        reading,
      );
      const bar = chart?.bars[0]?.value ?? Number.NaN;
      const verdict = verdictOf({ ...figure, totals: [of] }, target, '2026-03-05');
      const isMet = !isWorse('up', bar, chart?.target ?? 0);
      const isOn = verdict !== null && verdict.value === verdict.aim.target * verdict.per;
      if (valueWords({ kind: 'percent' }, bar) !== cardWords(onTime, { totals: [of], spread: null }))
        differ.push(`${n} of ${d}`);
      if (isMet !== verdict?.isMet || isOn !== (bar === chart?.target))
        differ.push(`${n} of ${d} against ${goal}`);
    }
  expect(differ).toEqual([]);
  // Also where a half is less as a binary number.
  expect(valueWords({ kind: 'percent' }, 94.45)).toBe('94.5 %');
  for (const minutes of [0, 9, 27, 1_581, 5_759, 5_760, 6_480, 2_000_000])
    expect(valueWords({ kind: 'hours' }, minutes / 60)).toBe(durationWords('ms', minutes * 60_000));
  for (const seconds of [0, 0.25, 119.9, 120, 750, 7_199, 7_200, 500_000])
    expect(valueWords({ kind: 'seconds' }, seconds)).toBe(durationWords('s', seconds));
});
