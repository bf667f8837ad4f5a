import { expect, test } from 'vitest';
import { orderRows } from '../harness/order-rows.ts';
import { pairs, prepared } from './prepared.ts';
import { race } from './runner.ts';

const rounds = Number(process.env.RACE_ROUNDS ?? 12);

test('two processes tell one new order at once, twice and in other orders, beside a file of the same: every time it ends as if one had told it alone', async () => {
  await using db = await prepared(rounds, ['viewer']);
  const results = await race(db.url, 'orders', rounds);
  expect([...new Set(pairs(results))]).toEqual(['told / told']);
  const [alone, ...others] = await db.prisma.workspace.findMany({ orderBy: { slackTeamId: 'asc' } });
  const expected = await orderRows(db.prisma, alone?.id ?? '');
  expect(expected).toMatchObject({ orders: [{}, {}, {}] });
  for (const { id } of others) expect(await orderRows(db.prisma, id)).toEqual(expected);
});
