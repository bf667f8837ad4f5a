import { expect, test } from 'vitest';
import { findingOf } from '../../../charts/findings.ts';
import type { Part } from '../figure/model.ts';
import type { Moving } from '../moved/model.ts';
import { before, country, days, onTime, reading } from '../sample-figures.ts';
import { movedChart } from './chart-views.ts';

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
