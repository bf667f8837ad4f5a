import { expect, test } from 'vitest';
import type { Figure } from '../figure/model.ts';
import { onTime } from '../sample-figures.ts';
import { changeWords, pendingWords } from './words.ts';

const days = { from: '2026-02-03', to: '2026-03-05' };
const figure: Figure = {
  kpi: onTime,
  days,
  cut: null,
  totals: [{ n: 137n, d: 137n, currency: '' }],
  excluded: [],
  spread: null,
};

test('of days that are over a change is better or worse; of days that are not, nobody says so yet', () => {
  const before = { ...figure, totals: [{ n: 90n, d: 100n, currency: '' }] };
  const said = (now: Figure, today: string) => changeWords(now, before, { today });
  expect(said(figure, '2026-03-05')).toBe('up 10.0 points, better');
  expect(said(figure, '2026-03-04')).toBe('up 10.0 points so far');
  const returns = { ...figure, kpi: { ...onTime, openDays: 60 } };
  expect(said(returns, '2026-03-05')).toBe('up 10.0 points so far');
  expect(changeWords(returns, returns, { today: '2026-03-05' })).toBe('as before');
});

test('what is left out for a reason that passes says what it may still come down to', () => {
  const kpi = { ...onTime, pending: 'not delivered yet' };
  const left = { ...figure, kpi, excluded: [{ why: 'not delivered yet', rows: 22 }] };
  // 137 of 159.
  expect(pendingWords(kpi, left)).toBe('86.2 % at worst (22 not delivered yet)');
  expect(pendingWords(kpi, { ...left, excluded: [{ why: 'cancelled before it left', rows: 5 }] })).toBeNull();
  expect(pendingWords(kpi, { ...left, totals: [] })).toBeNull();
});
