import { expect, test } from 'vitest';
import { chanceFrom } from '../../../test/harness/chance.ts';
import { CompactMap } from './compact-map.ts';

test('a text keeps its number while the map grows, and an unknown one has none', () => {
  const map = new CompactMap();
  for (let n = 0; n < 20_000; n += 1) map.set(`SKU-${n}`, n);
  map.set('SKU-7', 4_294_967_294);
  expect(map.size).toBe(20_000);
  expect(map.get('SKU-0')).toBe(0);
  expect(map.get('SKU-7')).toBe(4_294_967_294);
  expect(
    Array.from({ length: 20_000 }, (_, n) => map.get(`SKU-${n}`)).filter((n) => n === undefined),
  ).toEqual([]);
  expect([map.get('SKU-20000'), map.get('')]).toEqual([undefined, undefined]);
});

// Each pair shared both of two hashes of 32 bits.
test.each([
  ['N1OIN9WG', 'Y1JAKWDA'],
  ['import\n6YOVXCC9', 'import\nXU7R09YU'],
  ['import\n2546674882', 'import\n6841970430'],
  ['amazon.de\n890-1054420-8050907', 'amazon.de\n961-8980801-8772821'],
])('%j and %j are two texts', (one, other) => {
  const map = new CompactMap();
  map.set(one, 1);
  expect(map.get(other)).toBeUndefined();
});

test('of three hundred thousand short texts no two are one', () => {
  const map = new CompactMap();
  const chance = chanceFrom(5);
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
  const texts = new Set<string>();
  while (texts.size < 300_000)
    texts.add(Array.from({ length: 8 }, () => letters[chance.below(letters.length)]).join(''));
  for (const text of texts) map.set(text, 0);
  expect(map.size).toBe(texts.size);
});
