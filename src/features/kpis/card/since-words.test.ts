import { expect, test } from 'vitest';
import type { Figure } from '../figure/model.ts';
import { before, figure, time, value } from '../sample-figures.ts';
import { againstBefore, countedWords, sinceWords } from './since-words.ts';

const now = new Date('2026-03-05T08:00:00Z');
const told = (since: string | null) => ({ today: '2026-03-05', since, now });
const of = (kpi: Figure['kpi'], from: Figure): Figure => ({
  ...from,
  kpi,
  totals: [{ n: from === figure ? 120n : 60n, d: 0n, currency: 'EUR' }],
});

test('days of which the first have no data say since when there is any', () => {
  expect(sinceWords(figure.days, '2026-02-10', now)).toBe(', data since 10 Feb');
  expect(sinceWords(figure.days, '2026-02-03', now)).toBe('');
  expect(sinceWords(figure.days, null, now)).toBe('');
  expect(countedWords(figure.kpi, figure.days, told('2026-02-10'))).toBe(
    'Orders promised for 3 Feb to 4 Mar, data since 10 Feb',
  );
});

test('a figure is never held against fewer days as if they were all of them', () => {
  const said = (since: string) => againstBefore(figure, before, told(since));
  expect(said('2025-12-01')).toBe('down 2.2 points on the 30 days before, worse');
  expect(said('2026-01-20')).toBe('down 2.2 points on 20 Jan to 2 Feb, worse');
  expect(said('2026-02-03')).toBe('no data for the 30 days before');
  expect(againstBefore(of(value, figure), of(value, before), told('2025-12-01'))).toBe(
    'up 100.0 % on the 30 days before',
  );
  expect(againstBefore(of(value, figure), of(value, before), told('2026-01-20'))).toBe(
    'not compared: of the 30 days before there is data since 20 Jan only',
  );
});

test('what goes on at a moment is held against a moment', () => {
  const waiting = { ...time, measure: { kind: 'standing', of: 'n', unit: 'order' } } as const;
  const [one, other] = [of(waiting, figure), of(waiting, before)];
  expect(againstBefore(one, other, told('2025-12-01'))).toBe('up 100.0 % since the end of 2 Feb, worse');
  expect(againstBefore(one, other, told('2026-02-03'))).toBe('no data at the end of 2 Feb');
});
