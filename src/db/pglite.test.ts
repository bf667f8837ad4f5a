import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { testClock } from '../../test/harness/clock.ts';
import { testDatabase } from '../../test/harness/database.ts';
import { randomIds } from '../core/runtime/ids.ts';
import { startPglite } from './pglite.ts';

test('statements of several connections never mix, inside or outside transactions', async () => {
  const { prisma } = await testDatabase();
  const workspaceId = randomIds.uuid(testClock().now());
  const outside = async (n: number) => {
    const [row] = await prisma.$queryRaw<{ n: number }[]>`SELECT ${n}::int AS n`;
    return row?.n;
  };
  const inside = async (n: number) =>
    await prisma.$transaction(async (tx) => {
      const count = await tx.person.count({ where: { workspaceId, roles: { has: 'admin' } } });
      const [row] = await tx.$queryRaw<{ n: number }[]>`SELECT ${n}::int + ${count}::int AS n`;
      return row?.n;
    });
  const numbers = Array.from({ length: 120 }, (_, i) => i);
  expect(await Promise.all(numbers.map((n) => (n % 2 === 0 ? outside(n) : inside(n))))).toEqual(numbers);
});

test('a client that disappears inside a transaction does not block the others', async () => {
  const { pool } = await testDatabase();
  const client = await pool.connect();
  await client.query('BEGIN');
  await client.query('SELECT 1');
  client.release(new Error('gone'));
  expect((await pool.query('SELECT 2 AS two')).rows).toEqual([{ two: 2 }]);
});

test.runIf('archive' in inject('database'))(
  'the embedded database is the version that was tested',
  async () => {
    const { pool } = await testDatabase();
    expect((await pool.query<{ version: string }>('SELECT version() AS version')).rows[0]?.version).toMatch(
      /^PostgreSQL 18\./,
    );
  },
);

async function clients<T>(n: number, work: (clients: pg.Client[]) => Promise<T>): Promise<T> {
  const server = await startPglite();
  const all = Array.from(
    { length: n },
    () => new pg.Client({ host: server.socketDir, user: 'postgres', database: 'postgres' }),
  );
  try {
    for (const client of all) await client.connect();
    return await work(all);
  } finally {
    for (const client of all) await client.end().catch(() => undefined);
    await server.stop();
  }
}

test('one client’s mistakes and transactions never affect another’s answers', {
  timeout: 60_000,
}, async () => {
  const wrong = await clients(4, async (all) => {
    const answers: unknown[] = [];
    const work = all.map(async (client, k) => {
      for (let i = 0; i < 100; i++) {
        if (k === 0) {
          await client.query('BEGIN');
          if (i % 3 === 0) await client.query('SELECT nonsense', []).catch(() => undefined);
          await client.query('ROLLBACK');
        } else if (k === 1) await client.query('SELECT nonsense', []).catch(() => undefined);
        else {
          const { rows } = await client.query(`SELECT $1::text AS answer_${k}`, [`${i}`]);
          if (rows[0]?.[`answer_${k}`] !== `${i}`) answers.push(rows);
        }
      }
    });
    await Promise.all(work);
    return answers;
  });
  expect(wrong).toEqual([]);
});
