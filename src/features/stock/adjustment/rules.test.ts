import { describe, expect, test } from 'vitest';
import { adjustSentences, changeSentences } from './refusals.ts';
import {
  type AdjustmentFacts,
  changedSince,
  legsOf,
  readAdjustLine,
  readChange,
  whyNotAdjust,
  whyNotChange,
} from './rules.ts';

const facts: AdjustmentFacts = {
  code: 'MUG-01',
  title: 'Mug',
  location: 'Hamburg',
  locationCode: 'HAM',
  available: 40,
  damaged: 1,
  availableInAll: 40,
  recentUnits: 28,
  unitCost: '500',
  currency: 'EUR',
};
const skuId = '00000000-0000-7000-8000-000000000001';
const asked = { skuId, locationId: skuId, quantity: -3, cause: 'lost' as const };

describe('a line', () => {
  test.each([
    ['MUG-01 -3 damaged', 'MUG-01', -3, 'damaged', []],
    ['MUG-01 +3 Found HAM', 'MUG-01', 3, 'found', ['HAM']],
    ['MUG-01 -1,200 lost HAM in the fire', 'MUG-01', -1200, 'lost', ['HAM', 'in', 'the', 'fire']],
    ['MUG-01 damaged', 'MUG-01', null, 'damaged', []],
    ['MUG-01 -3', 'MUG-01', -3, null, []],
    ['MUG-01', 'MUG-01', null, null, []],
    ['MUG-01 -3.5 lost', 'MUG-01', null, 'lost', ['-3.5']],
  ])('%s', (line, code, quantity, cause, rest) => {
    expect(readAdjustLine(line.split(' '))).toMatchObject({ code, quantity, cause, rest });
  });

  test('without a sign it could mean either direction', () => {
    expect(readAdjustLine(['MUG-01', '3', 'found']).unsigned).toBe(true);
    expect(readAdjustLine(['MUG-01', '+3', 'found']).unsigned).toBe(false);
    expect(readAdjustLine(['MUG-01', '-1.5', 'damaged']).isPartial).toBe(true);
    expect(readAdjustLine(['MUG-01', '-1', 'damaged']).isPartial).toBe(false);
  });
});

test.each([
  ['-3', -3],
  ['+1,200', 1200],
  ['0', 0],
  ['--3', null],
  ['3.5', null],
  ['', null],
  ['1e9', null],
  // A decimal comma: half a unit, which does not exist.
  ['-0,5', null],
  ['-1,5', null],
  ['+1,2345', null],
  ["+1'200", 1200],
  ['9999999999999', null],
])('the change "%s" is %s', (text, expected) => expect(readChange(text)).toBe(expected));

test('damaged units stay apart in the house, all others enter or leave it', () => {
  expect(legsOf({ cause: 'damaged', quantity: -3 })).toEqual([
    { bucket: 'available', quantity: -3 },
    { bucket: 'damaged', quantity: 3 },
  ]);
  expect(legsOf({ cause: 'lost', quantity: -3 })).toEqual([{ bucket: 'available', quantity: -3 }]);
});

test.each([
  [-40, 'lost', null],
  [-41, 'lost', 'Only 40 available in Hamburg: you cannot take away 41.'],
  [1, 'damaged', null],
  [2, 'damaged', 'Only 1 damaged in Hamburg: 2 cannot be put back.'],
] as const)('%s %s of 40 with 1 damaged: %s', (quantity, cause, expected) => {
  const no = whyNotAdjust({ quantity, cause }, facts);
  expect(no && adjustSentences[no]({ quantity, cause }, facts)).toBe(expected);
});

test('a level below zero may be corrected step by step, and not lowered further', () => {
  const below = { ...facts, available: -5 };
  expect(whyNotAdjust({ quantity: 2, cause: 'found' }, below)).toBe(null);
  const further = { quantity: -1, cause: 'lost' } as const;
  expect(whyNotAdjust(further, below)).toBe('not so many available');
  expect(adjustSentences['not so many available'](further, below)).toBe(
    'Only 0 available in Hamburg: you cannot take away 1.',
  );
});

test.each([
  [3, 'lost', 'The cause lost takes units away: write -3.'],
  [-1200, 'found', 'The cause found adds units: write +1,200.'],
  [3, 'correction', null],
  [0, 'lost', 'Zero changes nothing.'],
  [1_000_001, 'found', 'At most 1,000,000 units at once.'],
] as const)('a change of %s because of %s: %s', (quantity, cause, expected) => {
  const no = whyNotChange({ quantity, cause });
  expect(no && changeSentences[no]({ quantity, cause })).toBe(expected);
});

describe('the facts an approver saw have changed', () => {
  test.each([
    ['a few were sold', { available: 35 }, []],
    ['a tenth and more than five went', { available: 34 }, ['Available in Hamburg: was 40, is 34.']],
    ['nearly all went', { available: 3 }, ['Available in Hamburg: was 40, is 3.']],
    ['it costs something else', { unitCost: '900' }, ['Its unit cost has changed.']],
  ])('%s', (_, change, expected) => {
    expect(changedSince(facts, { ...facts, ...change }, asked)).toEqual(expected);
  });

  test('only a few of a few: it no longer fits', () => {
    const few = { ...facts, available: 4 };
    expect(changedSince(few, { ...few, available: 2 }, asked)).toEqual([
      'Available in Hamburg: was 4, is 2.',
    ]);
  });
});
