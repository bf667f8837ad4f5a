import { expect, test } from 'vitest';
import { pairs, prepared } from './prepared.ts';
import { race } from './runner.ts';

test('two imports of levels at once: every level stays the sum of its legs, and no file is refused', async () => {
  const rounds = 20;
  await using db = await prepared(rounds, ['viewer'], async (given) => {
    await given.location({ code: 'HAM', name: 'Hamburg', asOf: null });
    for (let i = 0; i < 40; i += 1) await given.sku(`SKU-${i}`);
  });
  const results = await race(db.url, 'levels', rounds);
  expect([...new Set(pairs(results))]).toEqual(['0 rejected / 0 rejected']);
  const [sums] = await db.prisma.$queryRaw<{ levels: number; wrong: number }[]>`
    SELECT count(*)::int AS levels, count(*) FILTER (WHERE l.quantity <> legs.sum)::int AS wrong
    FROM level l LEFT JOIN (
      SELECT workspace_id, sku_id, location_id, bucket, sum(quantity) AS sum FROM ledger_leg GROUP BY 1, 2, 3, 4
    ) legs USING (workspace_id, sku_id, location_id, bucket)`;
  expect(sums?.wrong).toBe(0);
  expect(sums?.levels).toBeGreaterThan(rounds * 40);
});
