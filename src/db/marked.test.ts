import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { expect, onTestFinished, test, vi } from 'vitest';
import { newWorkspace, testDatabase } from '../../test/harness/database.ts';
import type { Tx } from '../core/runtime/database.ts';
import { reads, writes } from './scope.ts';

async function given() {
  const { database, prisma } = await testDatabase();
  const { id } = await newWorkspace();
  const counters = async () => {
    const rows = await prisma.counter.findMany({ where: { workspaceId: id }, orderBy: { series: 'asc' } });
    return rows.map(({ series, value }) => `${series} ${value}`);
  };
  return { database, id, counters };
}

const count = async (tx: Tx, series: string) =>
  await writes(tx).$executeRaw`
    /* prepared: marked.count */
    INSERT INTO counter (workspace_id, series, value) VALUES (${tx.workspaceId}::uuid, ${series}, 1)
    ON CONFLICT (workspace_id, series) DO UPDATE SET value = counter.value + 1`;

test('a marked read gives what Prisma would, inside a transaction and outside', async () => {
  const { database, id } = await given();
  const text = 'it\'s "so", \\ {x}';
  const at = new Date('2026-03-29T01:30:00.123Z');
  const values = [text, 7, true, at, null, ['a', null, text], [1, 2], [at], { a: [1, null] }] as const;
  const [one, two, three, four, five, six, seven, eight, nine] = values;
  for (const scope of [database.scope(id), null]) {
    const ask = async (from: Parameters<typeof reads>[0]) => [
      await reads(from).$queryRaw`
        SELECT ${one}::text AS a, ${two}::int AS b, ${three}::bool AS c, ${four}::timestamptz AS d, ${five}::text AS e,
          ${six}::text[] AS f, ${seven}::int[] AS g, ${eight}::timestamptz[] AS h, ${nine}::jsonb AS i, 9007199254740993 AS j,
          1.50 AS k, '2026-03-29'::date AS l, 0.1::float8 AS m, ${from.workspaceId}::uuid AS n, ARRAY[9007199254740993, NULL] AS o,
          ARRAY['2026-03-29'::date] AS p, ARRAY[1.5] AS q, 'null'::jsonb AS r, count(*) AS s`,
      await reads(from).$queryRaw`
        /* prepared: marked.types */
        SELECT ${one}::text AS a, ${two}::int AS b, ${three}::bool AS c, ${four}::timestamptz AS d, ${five}::text AS e,
          ${six}::text[] AS f, ${seven}::int[] AS g, ${eight}::timestamptz[] AS h, ${nine}::jsonb AS i, 9007199254740993 AS j,
          1.50 AS k, '2026-03-29'::date AS l, 0.1::float8 AS m, ${from.workspaceId}::uuid AS n, ARRAY[9007199254740993, NULL] AS o,
          ARRAY['2026-03-29'::date] AS p, ARRAY[1.5] AS q, 'null'::jsonb AS r, count(*) AS s`,
    ];
    const [byPrisma, byDriver] = await (scope ? ask(scope) : database.transaction(id, ask));
    expect(byDriver).toEqual(byPrisma);
    expect(byPrisma).toMatchObject([{ a: text, d: at, f: ['a', null, text], i: { a: [1, null] } }]);
  }
});

test('a marked write belongs to its transaction, in the order of its statements', async () => {
  const { database, id, counters } = await given();
  const failing = database.transaction(id, async (tx) => {
    await count(tx, 'issue');
    await writes(tx).counter.create({ data: { workspaceId: id, series: 'order', value: 1 } });
    expect(await count(tx, 'order')).toBe(1);
    const seen = await reads(tx).counter.findMany({ where: { workspaceId: id }, orderBy: { series: 'asc' } });
    expect(seen.map(({ series, value }) => `${series} ${value}`)).toEqual(['issue 1', 'order 2']);
    throw new Error('second thoughts');
  });
  await expect(failing).rejects.toThrow('second thoughts');
  expect(await counters()).toEqual([]);
});

test('whatever a transaction runs at once, its connection has one statement at a time', async () => {
  const { database, id, counters } = await given();
  const driver = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  const inHand = new Map<unknown, number>();
  let most = 0;
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: unknown,
    ...args: unknown[]
  ) {
    inHand.set(this, (inHand.get(this) ?? 0) + 1);
    most = Math.max(most, inHand.get(this) ?? 0);
    const answer = driver.apply(this, args);
    const end = () => void inHand.set(this, (inHand.get(this) ?? 0) - 1);
    if (answer instanceof Promise) answer.then(end, end);
    return answer;
  } as never);
  onTestFinished(() => spy.mockRestore());
  const every = async (tx: Tx) =>
    await Promise.all([
      count(tx, 'a'),
      reads(tx).sku.findMany({
        where: { workspaceId: id },
        include: { levels: true, legs: true, aliases: true },
      }),
      writes(tx).$executeRaw`UPDATE counter SET value = value WHERE workspace_id = ${id}::uuid`,
      writes(tx).counter.create({ data: { workspaceId: id, series: 'b', value: 1 } }),
      count(tx, 'a'),
    ]);
  await database.transaction(id, every);
  // One fails, and all is rolled back while the others still run.
  const failing = database.transaction(id, async (tx) => {
    await Promise.all([every(tx), Promise.reject(new Error('second thoughts'))]);
  });
  await expect(failing).rejects.toThrow('second thoughts');
  expect(most).toBe(1);
  expect(await counters()).toEqual(['a 2', 'b 1']);
});

test('transactions at once have a connection each', async () => {
  const { database, id, counters } = await given();
  const one = (series: string, fails: boolean) =>
    database.transaction(id, async (tx) => {
      for (let i = 0; i < 5; i += 1) await count(tx, series);
      if (fails) throw new Error('second thoughts');
    });
  await Promise.allSettled(['a', 'b', 'c', 'd', 'e', 'f'].map((series, i) => one(series, i % 2 === 0)));
  expect(await counters()).toEqual(['b 5', 'd 5', 'f 5']);
});

test('a transaction that took too long writes nothing any more, nor into another that has its connection', async () => {
  const { database, id, counters } = await given();
  const late = database.transaction(
    id,
    async (tx) => {
      await count(tx, 'early');
      await wait(150);
      await count(tx, 'late');
    },
    { timeout: 50 },
  );
  await expect(late).rejects.toMatchObject({ code: 'P2028' });
  expect(await counters()).toEqual([]);
});

test('a deadlock between marked writes ends one of them, which begins anew', async () => {
  const { database, id, counters } = await given();
  await database.transaction(id, async (tx) => {
    await count(tx, 'a');
    await count(tx, 'b');
  });
  const both = (first: string, second: string) =>
    database.transaction(
      id,
      async (tx) => {
        await count(tx, first);
        await wait(50);
        await count(tx, second);
      },
      { repeatable: true },
    );
  await Promise.all([both('a', 'b'), both('b', 'a')]);
  expect(await counters()).toEqual(['a 3', 'b 3']);
});
