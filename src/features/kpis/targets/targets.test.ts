import { describe, expect, test } from 'vitest';
import type { Kpi } from '../../../core/tokens/fact.ts';
import { onTime, time, value } from '../sample-figures.ts';
import { isFarOff } from './far.ts';
import type { Aim, TargetRow } from './model.ts';
import { readGoal } from './read-goal.ts';
import { aimOn, aimsOf, verdictOf } from './rules.ts';
import { goalTyped, goalWords, verdictWords } from './words.ts';

const [hour, day] = [3_600_000n, 86_400_000n];
const inDays = { ...time, measure: { kind: 'spread', of: 'days', unit: 'days' } } as const;
const issues = { ...onTime, measure: { kind: 'sum', of: 'raised', unit: 'issue' }, good: 'down' } as const;

describe('a target that is far from where the figure stands may be a slip', () => {
  const stands = (kpi: Kpi, value: bigint, target: bigint) =>
    isFarOff(kpi, {
      aim: { target, limit: null, currency: '', since: null },
      isMet: true,
      isPastLimit: false,
      value,
      per: 1n,
    });
  const cancelled = { ...onTime, good: 'down' } as const;
  const backlog = {
    ...onTime,
    measure: { kind: 'standing', of: 'n', unit: 'order' },
    good: 'down',
  } as const;
  test.each<[string, Kpi, bigint, bigint, boolean]>([
    ['1.2 % where 94.1 % are on time', onTime, 9_410n, 120n, true],
    ['70 % where 94.1 % are', onTime, 9_410n, 7_000n, true],
    ['85 % where 94.1 % are', onTime, 9_410n, 8_500n, false],
    ['98 % where 99.8 % are', onTime, 9_980n, 9_800n, false],
    ['100 % where 94.1 % are', onTime, 9_410n, 10_000n, false],
    ['95 % where 40 % are', onTime, 4_000n, 9_500n, false],
    ['95 % where 20 % are', onTime, 2_000n, 9_500n, true],
    ['20 % cancelled where 2 % are', cancelled, 200n, 2_000n, true],
    ['1 % cancelled where 2 % are', cancelled, 200n, 100n, false],
    ['two minutes where it takes 28.8 h', time, (144n * hour) / 5n, 120_000n, true],
    ['24 h where it takes 28.8 h', time, (144n * hour) / 5n, 24n * hour, false],
    ['a week where it takes 28.8 h', time, (144n * hour) / 5n, 7n * day, true],
    ['none where 45 wait', backlog, 45n, 0n, false],
    ['400 where 45 wait', backlog, 45n, 400n, true],
    ['5 where one waits', backlog, 1n, 5n, false],
  ])('%s', (_, kpi, value, target, isFar) => expect(stands(kpi, value, target)).toBe(isFar));
});

describe('a goal is read as people say it', () => {
  test.each([
    ['98 %', onTime, 9_800n],
    ['98,5', onTime, 9_850n],
    ['98.55%', onTime, 9_855n],
    ['0.5 per cent', onTime, 50n],
    ['100', onTime, 10_000n],
    ['0', onTime, 0n],
    ['4h', time, 4n * hour],
    ['1.5 days', time, 36n * hour],
    ['1 day 4 h', time, 28n * hour],
    ['2 hrs and 30 min', time, (5n * hour) / 2n],
    ['14', inDays, 14n * day],
    ['2 weeks', inDays, 14n * day],
    ['20 a day', issues, 20n],
    ['3 issues', issues, 3n],
    ['€1,200.50 a day', value, 120_050n],
    ['1200 USD', value, 120_000n],
  ])('%s', (text, kpi, goal) => expect(readGoal(kpi, text, 'EUR')).toMatchObject({ value: { goal } }));

  test.each([
    ['101 %', onTime, 'A share is at most 100 %.'],
    ['ninety', onTime, '"ninety" is not a number: write it like 98 % or 98.5 %.'],
    ['98.555', onTime, '"98.555" has more than 2 decimals: write it like 98 % or 98.5 %.'],
    ['0.95', onTime, '"0.95" can be read in two ways: write it with its sign, such as 0.95 % or 95 %.'],
    ['-5 %', onTime, 'It cannot be less than nothing.'],
    ['36', time, 'Say in what: such as 36 h, 1.5 days or 90 min.'],
    ['4 parsecs', time, 'Say in what: such as 36 h, 1.5 days or 90 min.'],
    ['soon', inDays, 'Write it like 14 days or 1.5 days.'],
    ['few', issues, '"few" is not a number: write how many a day, such as 20.'],
    ['1,200.00', value, 'Name the currency, such as 1,200 EUR.'],
    ['$ 12', value, '"$ 12" is in $, not in EUR.'],
  ])('%s', (text, kpi, reason) => expect(readGoal(kpi, text, 'EUR')).toEqual({ reason }));

  test.each([
    [onTime, 9_855n],
    [time, 50n * 60_000n],
    [time, 1_000n * hour],
    [inDays, (3n * day) / 2n],
    [issues, 1_234n],
    [value, 120_050n],
  ])('what the form shows is read again as the same, case %#', (kpi, goal) => {
    expect(readGoal(kpi, goalTyped(kpi, goal, 'EUR'), 'EUR')).toMatchObject({ value: { goal } });
  });
});

const set = (validFrom: string, target: bigint | null, country: string | null = null): TargetRow => ({
  kpi: 'otd',
  cut: country === null ? null : { dimension: 'country', value: country },
  validFrom,
  target,
  limit: null,
  currency: '',
});
const kpi = { ...onTime, target: { target: 9_500n, limit: null } };
const rows = [set('2026-02-01', 9_700n), set('2026-03-01', null), set('2026-02-10', 9_000n, 'FR')];

test('a target holds from its day on: before it ours does, and a part has its own or none', () => {
  const on = (at: string, country: string | null = null) =>
    aimOn(kpi, rows, country === null ? null : { dimension: 'country', value: country }, at);
  expect(on('2026-01-31')).toMatchObject({ target: 9_500n, since: null });
  expect(on('2026-02-01')).toMatchObject({ target: 9_700n, since: '2026-02-01' });
  expect(on('2026-03-01')).toBeNull();
  expect(on('2026-02-09', 'FR')).toBeNull();
  expect(on('2026-02-10', 'FR')).toMatchObject({ target: 9_000n });
  expect(on('2026-02-10', 'DE')).toBeNull();
});

test('a period is held against the target of its last day, and what comes after is told', () => {
  const aims = aimsOf(kpi, rows, { from: '2026-01-01', to: '2026-02-28' }, 'country');
  expect(aims.whole?.target).toBe(9_700n);
  expect(aims.coming).toMatchObject({ validFrom: '2026-03-01', target: null });
  expect([...aims.parts.keys()]).toEqual(['FR']);
});

describe('a figure against its target', () => {
  const days = { from: '2026-02-03', to: '2026-03-05' };
  const aim: Aim = { target: 9_500n, limit: 9_300n, currency: '', since: null };
  const share = (n: bigint, d: bigint) => ({
    kpi: onTime,
    days,
    totals: [{ n, d, currency: '' }],
    spread: null,
  });
  const said = (n: bigint, d: bigint, of = aim) => {
    const verdict = verdictOf(share(n, d), of, '2026-03-05');
    return verdict && [verdict.isMet, verdictWords(onTime, verdict)];
  };
  test.each([
    [936n, 1_000n, [false, '1.4 points under the target of 95 %']],
    [92n, 100n, [false, '3.0 points under the target of 95 %, beyond the limit of 93 %']],
    [95n, 100n, [true, 'on the target of 95 %']],
    [94_999n, 100_000n, [false, 'just under the target of 95 %']],
    [99n, 100n, [true, '4.0 points over the target of 95 %']],
  ])('%o of %o', (n, d, words) => expect(said(n, d)).toEqual(words));
  test('nothing stands to no target', () => expect(said(0n, 0n)).toBeNull());

  test('a sum is held against its goal for each day, once all its days are over', () => {
    const sum = { kpi: issues, days, totals: [{ n: 102n, d: 0n, currency: '' }], spread: null };
    const goal = { ...aim, target: 3n, limit: null };
    const verdict = verdictOf(sum, goal, '2026-03-05');
    expect(verdict && verdictWords(issues, verdict)).toBe('0.4 a day over the target of 3 issues a day');
    expect(verdictOf(sum, goal, '2026-03-04')).toBeNull();
    expect(verdictOf(sum, { ...goal, currency: 'EUR' }, '2026-03-05')).toBeNull();
  });

  test('a duration is held against by its median', () => {
    const spread = { mean: null, sd: null, p50: 92.5, p90: null, p95: null };
    const verdict = verdictOf(
      { kpi: inDays, days, totals: [], spread },
      { ...aim, target: 90n * day, limit: null },
      '2026-03-05',
    );
    expect(verdict && verdictWords(inDays, verdict)).toBe('2.5 days over the target of 90 days');
  });
});

test('goals are said exactly', () => {
  expect(goalWords(time, 36n * hour, '')).toBe('36 h');
  expect(goalWords(time, 50n * 60_000n, '')).toBe('50 min');
  expect(goalWords(time, 7n * day, '')).toBe('7 days');
  expect(goalWords(issues, 1n, '')).toBe('1 issue a day');
});
