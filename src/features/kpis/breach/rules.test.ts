import { describe, expect, test } from 'vitest';
import { onTime } from '../sample-figures.ts';
import type { Breach, Watched } from './model.ts';
import { isBeyond, isSevere, stepOf, windowsOf } from './rules.ts';

const aim = { target: 9_500n, limit: null, currency: '', since: null };
const days = { from: '2026-02-26', to: '2026-03-05' };
const share = (n: bigint, d: bigint, to = days.to) => ({ n, d, days: { ...days, to } });
const watched = (more: Partial<Watched> = {}): Watched => ({
  kpi: onTime,
  cut: null,
  aim,
  known: null,
  ...more,
});
const breach: Breach = {
  ...share(90n, 100n),
  id: '01961b1c-0000-7000-8000-0000000000a1',
  kpi: 'otd',
  cut: null,
  beganAt: new Date(0),
  endedAt: null,
  severe: false,
  paused: false,
  target: 9_500n,
  limit: null,
};
const ended = { ...breach, endedAt: new Date(1) };

describe('a target of 95 %', () => {
  test('90 of 100 are worse beyond doubt: [82.6, 94.5]', () =>
    expect(stepOf(watched(), share(90n, 100n))).toBe('begin'));
  test('92 of 100 may be chance: [85.0, 95.9]', () =>
    expect(stepOf(watched(), share(92n, 100n))).toBe('wait'));
  test('27 of 30 never begin anything', () => expect(stepOf(watched(), share(27n, 30n))).toBe('wait'));
  test('nor do 0 of 99', () => expect(stepOf(watched(), share(0n, 99n))).toBe('wait'));
  test('nothing is no miss', () => expect(isBeyond('up', { n: 0n, d: 0n }, 9_500n)).toBe(false));
});

describe('where less is better, against a target of 5 %', () => {
  const less = watched({ kpi: { ...onTime, good: 'down' }, aim: { ...aim, target: 500n } });
  test('10 of 100 are worse beyond doubt: [5.5, 17.4]', () =>
    expect(stepOf(less, share(10n, 100n))).toBe('begin'));
  test('8 of 100 may be chance: [4.1, 15.0]', () => expect(stepOf(less, share(8n, 100n))).toBe('wait'));
  test('120 of 100, such as pieces credited of those sold, are more than any goal', () => {
    expect(stepOf(less, share(120n, 100n))).toBe('begin');
    expect(stepOf({ ...less, known: { ...breach, target: 500n } }, share(120n, 100n, '2026-03-06'))).toBe(
      'go on',
    );
  });
  test('3 of 30 never begin anything', () => expect(stepOf(less, share(3n, 30n))).toBe('wait'));
});

test('what has no better side is beyond nothing', () =>
  expect(isBeyond(null, { n: 0n, d: 100n }, 9_500n)).toBe(false));

test('beyond the limit is so only beyond doubt', () => {
  const limited = watched({ aim: { ...aim, limit: 9_300n } });
  expect(isSevere(limited, share(90n, 100n))).toBe(false);
  expect(isSevere(limited, share(80n, 100n))).toBe(true);
  expect(isSevere(watched(), share(0n, 100n))).toBe(false);
});

test('it goes on while it is worse, and ends on a later day, also with few: not with what comes late for the same days', () => {
  const open = watched({ known: breach });
  expect(stepOf(open, share(89n, 100n))).toBe('go on');
  expect(stepOf(open, share(92n, 100n))).toBe('wait');
  expect(stepOf(open, share(92n, 100n, '2026-03-06'))).toBe('end');
  expect(stepOf(open, share(27n, 30n, '2026-03-06'))).toBe('end');
  expect(stepOf(open, share(0n, 0n, '2026-03-06'))).toBe('end');
});

test('what has ended begins again on a later day', () => {
  expect(stepOf(watched({ known: ended }), share(90n, 100n))).toBe('wait');
  expect(stepOf(watched({ known: ended }), share(90n, 100n, '2026-03-06'))).toBe('begin');
});

test('another target is judged at once, and so is none', () => {
  const other = { ...aim, target: 9_000n };
  expect(stepOf(watched({ known: breach, aim: other }), share(90n, 100n))).toBe('end');
  expect(stepOf(watched({ known: breach, aim: null }), share(90n, 100n))).toBe('end');
  expect(stepOf(watched({ aim: null }), share(0n, 100n))).toBe('wait');
});

test('days are judged once nothing of them comes any more: 7, else 28', () => {
  expect(windowsOf({}, '2026-03-05')).toEqual([days, { from: '2026-02-05', to: '2026-03-05' }]);
  expect(windowsOf({ openDays: 60 }, '2026-03-05')[0]).toEqual({ from: '2025-12-28', to: '2026-01-04' });
});
