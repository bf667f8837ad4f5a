import { expect, test } from 'vitest';
import { handleDelivery } from '../../src/features/sources/deliveries/model.ts';
import { pairs, prepared } from './prepared.ts';
import { race } from './runner.ts';
import { twoSources } from './sources.ts';

const rounds = Number(process.env.RACE_ROUNDS ?? 12);

test('two sources tell of the same orders in opposite orders to two processes: nobody waits for the other in a circle', async () => {
  await using db = await prepared(rounds, ['viewer']);
  for (const { id } of await db.prisma.workspace.findMany()) await twoSources(db.prisma, id);
  const results = await race(db.url, 'sources', rounds);
  expect([...new Set(pairs(results))]).toEqual(['handled / handled']);
  const [found] = await db.prisma.$queryRaw<{ deadlocks: number }[]>`
    SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()`;
  expect(found).toEqual({ deadlocks: 0 });
  const each = handleDelivery.together;
  expect(await db.prisma.webhookDelivery.count({ where: { state: 'done', attempts: 1 } })).toBe(
    2 * each * rounds,
  );
  expect(await db.prisma.order.count()).toBe(each * rounds);
  const { _sum: late } = await db.prisma.feedLag.aggregate({ _sum: { count: true } });
  expect(late.count).toBe(2 * each * rounds);
});
