import { expect, test } from 'vitest';
import { hasWordsLike, namedIn } from './names.ts';

const places = [
  { code: 'HAM', name: 'Hamburg warehouse' },
  { code: 'ROT', name: 'Rotterdam 3PL' },
  { code: 'AMZ', name: 'Amazon EU' },
  { code: 'DHL', name: 'DHL Paket' },
];
const named = (typed: string) => {
  const { exact, like } = namedIn(places, ({ code, name }) => [code, name], typed);
  return { exact: exact.map(({ code }) => code), like: like.map(({ code }) => code) };
};

test.each([
  ['ham', ['HAM']],
  ['Rotterdam 3PL', ['ROT']],
  ['  amazon eu ', ['AMZ']],
])('%j is the name of one', (typed, exact) => {
  expect(named(typed)).toEqual({ exact, like: [] });
});

test.each([
  ['rotterdam', ['ROT'], 'the beginning of its name'],
  ['amazn', ['AMZ'], 'a letter left out'],
  ['dlh', ['DHL'], 'two letters that changed places'],
  ['warehouse', ['HAM'], 'a later word of its name'],
  ['rotterdm 3pl', ['ROT'], 'each word with its slip'],
  ['ha', ['HAM'], 'two letters begin one'],
  ['roterdamm', ['ROT'], 'two slips in a long word'],
  ['h', [], 'one letter tells nothing'],
  ['berlin', [], 'another name'],
  ['hamburg berlin', [], 'one of two words'],
  ['', [], 'nothing'],
  ['🚚', [], 'no letters'],
])('%j may mean %j: %s', (typed, like) => {
  expect(named(typed)).toEqual({ exact: [], like });
});

test('a text has words but for a slip of the keys', () => {
  expect(hasWordsLike('order 200 cartons, Maya', ['cartns', 'maya'])).toBe(true);
  expect(hasWordsLike('order 200 cartons, Maya', ['cartns', 'lena'])).toBe(false);
  expect(hasWordsLike('order 200 cartons', ['🚚'])).toBe(false);
});
