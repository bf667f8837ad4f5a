import { expect, test } from 'vitest';
import { riskOf } from './rules.ts';

const today = '2026-11-27';
const mug = { available: 24, perDay: 4, priceMinor: 1_450n, comingOn: '2026-12-06' };

test.each([
  ['24 available, 4 a day, the next receipt in 9 days, 14.50 each', mug, '2026-12-03', 12, 17_400n],
  ['a receipt before the stock is gone', { ...mug, comingOn: '2026-12-03' }, '2026-12-03', 0, 0n],
  ['a receipt of today', { ...mug, comingOn: today }, '2026-12-03', 0, 0n],
  ['nothing available', { ...mug, available: 0 }, today, 36, 52_200n],
  ['less than nothing available', { ...mug, available: -5 }, today, 41, 59_450n],
  ['part of a piece', { ...mug, perDay: 2.8, available: 14, comingOn: '2026-12-02' }, '2026-12-02', 0, 0n],
  [
    'a little more than part of a piece',
    { ...mug, perDay: 2.9, available: 14, comingOn: '2026-12-02' },
    '2026-12-01',
    1,
    1_450n,
  ],
  ['no receipt: 28 days', { ...mug, comingOn: null }, '2026-12-03', 88, 127_600n],
  ['no price', { ...mug, priceMinor: null }, '2026-12-03', 12, null],
] as const)('%s', (_, lasting, runsOutOn, units, minor) => {
  expect(riskOf(lasting, today)).toMatchObject({ runsOutOn, units, minor });
});

test("without a receipt the supplier's lead time counts", () => {
  expect(riskOf({ ...mug, comingOn: null }, today, 10)).toMatchObject({ units: 16, until: '2026-12-07' });
});

test('nobody knows what is at risk of what never sold, and days beyond reason are no error', () => {
  expect(riskOf({ ...mug, perDay: null }, today)).toBeNull();
  expect(riskOf({ ...mug, available: 100_000_000, perDay: 1 / 28 }, today)).toMatchObject({ units: 0 });
});
