import { expect, test } from 'vitest';
import { endsSaid, twoWays, wayNamed } from './ways.ts';

const places = [{ code: 'HAM', name: 'Hamburg' }];
const ends = (code: string, words: string, from: string | null, to: string | null) => ({
  code,
  words,
  says: [words, ...endsSaid({ from, to }, places)],
});
const ways = [
  { code: 'c1', words: 'DHL', says: ['DHL'] },
  { code: 'c2', words: 'Hermes', says: ['Hermes'] },
  ends('o1', 'HAM → DE', 'HAM', 'DE'),
  ends('o2', 'HAM → FR', 'HAM', 'FR'),
  { code: 'l1', words: 'HAM → DE 10', says: ['HAM → DE 10'] },
  ends('f1', 'from HAM', 'HAM', null),
  ends('f2', 'from DE', 'DE', null),
  ends('t1', 'to DE', null, 'DE'),
  ends('t2', 'to FR', null, 'FR'),
];

test('an end that is neither a place nor a country is called as it is', () => {
  expect(endsSaid({ from: null, to: 'L7' }, places)).toEqual(['L7', 'to L7']);
});

test.each([
  ['Hamburg', 'f1'],
  ['ham', 'f1'],
  ['from hamburg', 'f1'],
  ['France', 't2'],
  ['HAM-DE', 'o1'],
  ['Hamburg → France', 'o2'],
  ['ham to fr', 'o2'],
  ['ham de 10', 'l1'],
  ['dlh', 'c1'],
  ['herm', 'c2'],
  ['hambrug', 'f1'],
])('%s is a way', (asked, code) => {
  expect(wayNamed(ways, asked)).toMatchObject({ code });
});

test.each([
  ['DHX', ['DHL'], false],
  ['Hamborg', ['from HAM'], false],
  ['DE', ['from DE', 'to DE'], true],
  ['FedEx', [], false],
])('%s is none, or several', (asked, near, fits) => {
  const found = wayNamed(ways, asked);
  expect('near' in found && { near: found.near.map(({ words }) => words), fits: found.fits }).toEqual({
    near,
    fits,
  });
});

test.each([
  ['DHL Hamburg', { code: 'c1f1' }],
  ['France Hermes', { code: 'c2t2' }],
  ['Germany DHL', { code: 'c1e2' }],
  ['DHL Hermes', { one: 'DHL', other: 'Hermes' }],
  ['France Hamburg', { one: 'France', other: 'Hamburg' }],
  ['DHL Poland', null],
])('%s names two', (asked, found) => {
  expect(twoWays(ways, asked)).toEqual(found);
});
