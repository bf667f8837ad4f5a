import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import pg from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';
import { testClock } from '../../test/harness/clock.ts';
import { testDatabase } from '../../test/harness/database.ts';
import { randomIds } from '../core/runtime/ids.ts';
import { ConfigError } from '../core/runtime/refusal.ts';
import { folderForSocket, startPglite } from './pglite.ts';

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

test('a temporary folder whose path is too long for a socket is passed over, a relative one is made absolute', async () => {
  const short = await mkdtemp(join(tmpdir(), 'qm-'));
  onTestFinished(async () => await rm(short, { recursive: true, force: true }));
  const long = join(short, 'ä'.repeat(50));
  await mkdir(long);
  for (const parents of [[long, short], [join(short, 'none'), short], [relative(process.cwd(), short)]])
    expect(await folderForSocket(parents)).toMatch(new RegExp(`^${short}/quartermaster-`));
  const nowhere = folderForSocket([long, join(short, 'none')]);
  await expect(nowhere).rejects.toThrow(ConfigError);
  await expect(nowhere).rejects.toMatchObject({
    problems: [
      `The embedded database finds no temporary folder: ${long} is too long for a socket, ${join(short, 'none')} cannot be used (ENOENT). Set TMPDIR to a short one that this user may write to.`,
    ],
  });
});

test('the embedded database starts where TMPDIR is too long for its socket', async () => {
  const before = process.env.TMPDIR;
  const long = join(await mkdtemp(join(tmpdir(), 'qm-')), 'x'.repeat(90));
  await mkdir(long);
  process.env.TMPDIR = long;
  onTestFinished(async () => await rm(join(long, '..'), { recursive: true, force: true }));
  try {
    const server = await startPglite();
    expect(server.socketDir).toMatch(/^\/tmp\/quartermaster-/);
    await server.stop();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
});
