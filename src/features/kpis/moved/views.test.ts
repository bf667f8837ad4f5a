import { expect, test } from 'vitest';
import type { Part } from '../figure/model.ts';
import { asTold, before, country, days, onTime, reading } from '../sample-figures.ts';
import { movedMessage } from './views.ts';

const part = (value: string, n: number, d: number): Part => ({
  value,
  totals: [{ n: BigInt(n), d: BigInt(d), currency: '' }],
  spread: null,
});

const said = (now: readonly Part[], past: readonly Part[]) =>
  movedMessage(
    { kpi: onTime, by: country, days, before: before.days, versus: 'previous', ...asTold, now, past },
    reading,
  ).text;

test('of a fall the headline names what fell, and what rose after it as against it', () => {
  expect(
    said([part('DE', 60, 100), part('FR', 95, 100)], [part('DE', 90, 100), part('FR', 90, 100)]),
  ).toContain('On-time delivery fell by 12.5 points: DE −15.0 by how it did; against it FR +2.5');
});

test('of a rise the headline names what rose', () => {
  expect(
    said([part('DE', 90, 100), part('FR', 90, 100)], [part('DE', 60, 100), part('FR', 95, 100)]),
  ).toContain('On-time delivery rose by 12.5 points: DE +15.0 by how it did; against it FR −2.5');
});

test('of one that did better and still pulled the whole down, what pulled it down comes first', () => {
  expect(said([part('DE', 90, 100), part('FR', 60, 100)], [part('DE', 90, 100), part('FR', 5, 10)])).toMatch(
    /fell by [\d.]+ points: FR −[\d.]+: −[\d.]+ by a changed share of the whole, against it \+[\d.]+ by how it did/,
  );
});
