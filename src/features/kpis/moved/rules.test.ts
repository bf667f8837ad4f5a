import { expect, test } from 'vitest';
import type { Part } from '../figure/model.ts';
import { biggest, isAgainst, movedBy } from './rules.ts';

const part = (value: string, n: number, d: number): Part => ({
  value,
  totals: [{ n: BigInt(n), d: BigInt(d), currency: '' }],
  spread: null,
});

test('a fall is split into who did worse and who had more of the whole', () => {
  const moved = movedBy(
    [part('UPS', 160, 200), part('DHL', 48, 50)],
    [part('UPS', 90, 100), part('DHL', 95, 100)],
  );
  expect(moved?.change).toBe(-93n);
  // Exactly: UPS -6.5 and -0.855, DHL +0.35 and -2.295.
  expect(moved?.parts.map(({ value, performance, mix }) => [value, performance, mix])).toEqual([
    ['UPS', -65n, -9n],
    ['DHL', 4n, -23n],
  ]);
});

test('a part that was not there before is all mix', () => {
  const moved = movedBy([part('UPS', 90, 100), part('new', 5, 10)], [part('UPS', 90, 100)]);
  expect(moved?.change).toBe(-36n);
  expect(moved?.parts.map(({ value, performance, mix }) => [value, performance, mix])).toEqual([
    ['new', 0n, -35n],
    ['UPS', 0n, -1n],
  ]);
});

test('what is printed adds up, whatever it is', () => {
  let seed = 1;
  const next = (most: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % most;
  };
  for (let round = 0; round < 300; round += 1) {
    const some = () =>
      Array.from({ length: 1 + next(12) }, (_, i) => {
        const d = 1 + next(500);
        // Now and then some of none.
        return part(`part ${i}`, next(d + 1), i > 0 && next(9) === 0 ? 0 : d);
      });
    const moved = movedBy(some(), some());
    const sum = moved?.parts.reduce((all, { performance, mix }) => all + performance + mix, 0n);
    expect(sum).toBe(moved?.change);
  }
});

test('without anything before there is no change', () => {
  expect(movedBy([part('UPS', 1, 2)], [])).toBeNull();
});

test('what a part has of none counts as everywhere else: pieces credited where none were sold', () => {
  const moved = movedBy([part('DE', 10, 100), part('FR', 5, 0)], [part('DE', 10, 100), part('IT', 2, 0)]);
  // 15 of 100 against 12 of 100.
  expect(moved?.change).toBe(30n);
  expect(moved?.parts.map(({ value, performance, mix }) => [value, performance, mix])).toEqual([
    ['FR', 50n, 0n],
    ['DE', 0n, 0n],
    ['IT', -20n, 0n],
  ]);
});

test('what went with the change comes first, and what went against it after all others, the most first', () => {
  const moved = movedBy(
    [part('DE', 60, 100), part('FR', 95, 100), part('IT', 99, 100), part('NL', 80, 100)],
    [part('DE', 90, 100), part('FR', 90, 100), part('IT', 80, 100), part('NL', 80, 100)],
  );
  expect(moved?.change).toBe(-15n);
  expect(moved?.parts.map(({ value }) => value)).toEqual(['DE', 'NL', 'IT', 'FR']);
  const all = moved?.parts ?? [];
  expect(all.filter((one) => isAgainst(one, -15n)).map(({ value }) => value)).toEqual(['IT', 'FR']);
  expect(biggest(all, 2).map(({ value }) => value)).toEqual(['DE', 'IT']);
});
