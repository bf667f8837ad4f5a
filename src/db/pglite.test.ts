import pg from 'pg';
import { expect, test } from 'vitest';
import { startPglite } from './pglite.ts';

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

test('one client’s mistakes and transactions never touch another’s answers', {
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
