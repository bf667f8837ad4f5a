import { describe, expect, test } from 'vitest';
import type { PromiseRule } from '../fold/input-model.ts';
import { revived, stateOf, succeeds } from './rules.ts';

const any: PromiseRule = {
  id: '1',
  channel: null,
  serviceId: null,
  country: null,
  handlingDays: 1,
  transitDays: 2,
  validFrom: '2026-03-02',
  validTo: null,
};
const next: PromiseRule = { ...any, id: '2', transitDays: 3, validFrom: '2026-04-01' };

describe('a new rule', () => {
  test('is the first for its orders', () => {
    const other = { ...any, country: 'DE' };
    expect(succeeds([other], next)).toEqual({ is: 'written', before: null, rules: [next] });
  });

  test('ends the one before it on the day before', () => {
    const ended = { ...any, validTo: '2026-03-31' };
    expect(succeeds([any], next)).toEqual({ is: 'written', before: any, rules: [ended, next] });
  });

  test('leaves one alone that has ended by then', () => {
    const ended = { ...any, validTo: '2026-03-31' };
    expect(succeeds([ended], next)).toEqual({ is: 'written', before: null, rules: [next] });
  });

  test('corrects the one of the same day, which keeps its id', () => {
    const corrected = { ...any, transitDays: 4 };
    expect(succeeds([any], { ...corrected, id: '2' })).toEqual({
      is: 'written',
      before: any,
      rules: [corrected],
    });
  });

  test('that says nothing new is none', () => {
    expect(succeeds([any], { ...any, id: '2' })).toEqual({ is: 'same', rule: any });
    expect(succeeds([any], { ...next, transitDays: 2 })).toEqual({ is: 'same', rule: any });
  });

  test('does not begin before one that is to come', () => {
    expect(succeeds([any, next], { ...next, id: '3', validFrom: '2026-03-09' })).toEqual({
      is: 'later one there',
      from: '2026-04-01',
    });
  });
});

test('taken back before it began, the one that it had ended goes on', () => {
  const ended = { ...any, validTo: '2026-03-31' };
  expect(revived([ended, next], next)).toEqual(any);
  expect(revived([{ ...any, validTo: '2026-03-15' }, next], next)).toBeNull();
  expect(revived([{ ...ended, country: 'DE' }, next], next)).toBeNull();
});

test.each([
  ['2026-03-01', null, 'to come'],
  ['2026-03-02', null, 'in force'],
  ['2026-03-02', '2026-03-02', 'in force'],
  ['2026-03-03', '2026-03-02', 'ended'],
])('on %s, with %s as its last day, it is %s', (today, validTo, state) => {
  expect(stateOf({ ...any, validTo }, today)).toBe(state);
});
