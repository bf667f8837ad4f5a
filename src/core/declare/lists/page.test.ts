import { expect, test } from 'vitest';
import type { Paged, Place } from '../../tokens/page.ts';
import { pageOf, readPage } from './page.ts';

const rows = [9, 8, 7, 6, 5];
type Nothing = Readonly<Record<never, never>>;

const read = async (after: Place | null) => {
  const behind = ({ after: place }: Paged<Nothing>) => rows.filter((row) => !place || row < place[1]);
  return await readPage<number, Nothing>(
    { after },
    {
      size: 2,
      read: async (filter, limit) => behind(filter).slice(0, limit),
      count: async (filter) => behind(filter).length,
      placeOf: (row) => [0, row],
    },
  );
};

test('a page gives the total, the number of later rows and the start of the next page', async () => {
  expect(await read(null)).toMatchObject({ rows: [9, 8], total: 5, left: 3, next: [0, 8] });
  expect(await read([0, 8])).toMatchObject({ rows: [7, 6], total: 5, left: 1, next: [0, 6] });
  expect(await read([0, 6])).toMatchObject({ rows: [5], total: 5, left: 0, next: null });
});

test('a page that is just full is the last', async () => {
  expect(await read([0, 7])).toMatchObject({ rows: [6, 5], left: 0, next: null });
});

test('a place that no button carries is an error, and not a button that nobody can read', async () => {
  const asked = pageOf<number, Nothing>(
    { after: null },
    { size: 1, fitting: () => [1, 2], placeOf: (row) => [row * 2 ** 40, row] },
  );
  await expect(asked).rejects.toThrow('which no button carries');
});
