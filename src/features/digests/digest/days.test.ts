import { expect, test } from 'vitest';
import { daysOf } from './days.ts';
import type { Period } from './model.ts';

const days = (from: string, to: string) => ({ about: { from, to }, figures: { from, to } });
const monday = { today: '2026-03-02', previous: '2026-02-27' };

test.each<[Period, { today: string; previous: string | null }, ReturnType<typeof daysOf>]>([
  ['yesterday', monday, days('2026-03-01', '2026-03-02')],
  // Of a digest on weekdays a Monday tells of Friday to Sunday.
  ['since last', monday, days('2026-02-27', '2026-03-02')],
  ['since last', { today: '2026-03-03', previous: '2026-03-02' }, days('2026-03-02', '2026-03-03')],
  ['since last', { today: '2026-03-03', previous: null }, days('2026-03-02', '2026-03-03')],
  ['since last', { today: '2026-03-03', previous: '2026-03-03' }, days('2026-03-03', '2026-03-04')],
  ['today', monday, days('2026-03-02', '2026-03-03')],
  ['last 7 days', monday, days('2026-02-23', '2026-03-02')],
  ['last week', { today: '2026-03-04', previous: null }, days('2026-02-23', '2026-03-02')],
  ['this month', monday, days('2026-03-01', '2026-03-02')],
  ['this month', { today: '2026-03-01', previous: null }, days('2026-02-01', '2026-03-01')],
  ['last month', monday, days('2026-02-01', '2026-03-01')],
  ['last month', { today: '2026-01-31', previous: null }, days('2025-12-01', '2026-01-01')],
  [
    'next 7 days',
    monday,
    { about: { from: '2026-03-02', to: '2026-03-09' }, figures: { from: '2026-02-23', to: '2026-03-02' } },
  ],
])('the days of "%s" on %o', (period, at, expected) => {
  expect(daysOf(period, at)).toEqual(expected);
});
