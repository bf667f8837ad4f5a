import { expect, test } from 'vitest';
import { looseKey, looseKeysNear, wordsNear } from './rules.ts';

test('a loose key has neither separators nor zeros', () => {
  expect(looseKey('MUG-01')).toBe('MUG1');
  expect(looseKey('A.B/C_D 100')).toBe('ABCD1');
});

test.each([
  ['a letter too many', 'MUGG-1', 'MUG1'],
  ['a letter too few', 'MG-01', 'MUG1'],
  ['another letter', 'NUG-01', 'MUG1'],
  ['two that changed places', 'MGU-01', 'MUG1'],
  ['the letter O for a zero', 'MUG-O1', 'MUG1'],
  ['no slip', 'MUG-01', 'MUG1'],
])('%s is one slip', (_, typed, meant) => {
  expect(looseKeysNear(typed)).toContain(meant);
});

test('two slips are not one, nothing is near to nothing, and a code of a page has no neighbours', () => {
  expect(looseKeysNear('NUGG-1')).not.toContain('MUG1');
  expect(looseKeysNear('0-0')).toEqual([]);
  expect(looseKeysNear('A'.repeat(41))).toEqual([]);
  expect(looseKeysNear('A')).not.toContain('');
});

test('words in other alphabets have their own letters', () => {
  expect(wordsNear('grühn')).toContain('grün');
  expect(wordsNear('mgu')).toContain('mug');
  expect(wordsNear('musli')).toContain('müsli');
  expect(wordsNear('crême')).toContain('crème');
});
