import { expect, test } from 'vitest';
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
