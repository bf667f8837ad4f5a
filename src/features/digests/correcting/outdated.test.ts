import { describe, expect, test } from 'vitest';
import { onTimeOf } from '../../../../test/harness/posted-digest.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import { defineFacts } from '../../../core/tokens/fact.ts';
import { isOutdated, isSuspect, mayChange } from './outdated.ts';

const day = '2026-03-04';
const kpi: Kpi = {
  ...{ key: 'otd', name: 'On-time delivery', aliases: [], formula: '', good: 'up', owner: 'shipping' },
  ...{ version: 1, feed: 'orders', anchor: { column: 'promise_day', words: 'promised for' } },
  measure: { kind: 'share', of: 'kept', among: 'promised_done' },
  facts: {
    ...{ family: defineFacts({ id: 'order', tables: {} }), table: 'order_fact', one: 'order', version: 1 },
    dimensions: [],
  },
};
const told = onTimeOf(day, 941, 1_000, '94.1 %');
const now = onTimeOf(day, 936, 1_000, '93.6 %');
const nothing = { ...told, totals: [], shown: null, behind: null };
const silent = { ...told, silent: 'no data since 02:10 CET' };
const counting = { ...nothing, isCounting: true };

describe('what stands in a post is outdated', () => {
  test.each([
    ['its printed digit has changed', told, now, 1, true],
    ['by less than the tolerance', told, now, 6, false],
    ['nothing is ever corrected', told, now, 0, false],
    ['it is printed the same', told, { ...now, shown: '94.1 %' }, 1, false],
    ['its source is silent now', told, { ...now, silent: 'no data since 02:10 CET' }, 1, false],
    ['it is being counted anew from nothing', told, counting, 1, false],
    ['there was no data, and is some', nothing, now, 100, true],
    ['its source was silent, and tells it now', silent, told, 100, true],
    ['it was being counted, and is', counting, now, 100, true],
    ['there was no data, and is none', nothing, nothing, 1, false],
    ['its source was silent, and there is no data', silent, nothing, 1, false],
    ['all that it was of is gone', told, nothing, 100, true],
  ] as const)('when %s', (_, stands, is, tolerance, isSo) => {
    expect(isOutdated(kpi, stands, is, tolerance)).toBe(isSo);
  });
});

describe('a figure is read anew', () => {
  test.each([
    ['when it is counted from something else', told, now.totals, true],
    ['not when it is counted from the same', told, told.totals, false],
    ['not when it cannot be said now', told, null, false],
    ['when its source was silent and tells the same', silent, told.totals, true],
    ['not when its source was silent and nothing was ever told', silent, [], false],
    ['not when there was no data and is none', nothing, [], false],
  ] as const)('%s', (_, stands, totals, isSo) => {
    expect(isSuspect(stands, totals && [...totals])).toBe(isSo);
  });
});

test('only figures of one definition, of days that were over, may change', () => {
  expect(mayChange(kpi, told, '2026-03-05')).toBe(true);
  expect(mayChange(kpi, told, day)).toBe(false);
  expect(mayChange({ ...kpi, version: 2 }, told, '2026-03-05')).toBe(false);
  expect(mayChange(undefined, told, '2026-03-05')).toBe(false);
  expect(mayChange({ ...kpi, openDays: 60 }, told, '2026-03-05')).toBe(false);
});
