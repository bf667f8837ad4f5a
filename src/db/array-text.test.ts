import { expect, test } from 'vitest';
import { testDatabase } from '../../test/harness/database.ts';
import { arrayText } from './array-text.ts';

const texts = ['', 'NULL', 'a,b', '{}', 'say "x"', 'back\\slash', ' ü\n😀', null, undefined, '\t\\"'];

test('texts come back from the database as they were', async () => {
  const { prisma } = await testDatabase();
  const [row] = await prisma.$queryRaw<{ back: unknown }[]>`SELECT ${arrayText(texts)}::text[] AS back`;
  expect(row?.back).toEqual(texts.map((text) => text ?? null));
});

test('numbers, moments and truth are what the driver makes of them', async () => {
  const { prisma } = await testDatabase();
  const at = [new Date('0001-01-01T00:00:00Z'), new Date('9999-12-31T23:59:59.999Z'), null];
  const [row] = await prisma.$queryRaw<{ at: unknown; n: unknown; is: unknown }[]>`SELECT
    ${arrayText(at)}::timestamptz[] AS at, ${arrayText([1, -2n, null])}::bigint[] AS n, ${arrayText([true, false])}::boolean[] AS is`;
  expect(row).toEqual({ at, n: [1n, -2n, null], is: [true, false] });
});

test('an empty list is one, and what is anything else is left to the driver', () => {
  expect(arrayText([])).toBe('{}');
  expect([[['a']], [{}], [Buffer.from('a')], [new Date('+012026-01-01')]].map(arrayText)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
