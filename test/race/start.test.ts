import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { startBot } from '../harness/bot.ts';
import { databaseProxy } from '../harness/database-proxy.ts';
import { freePort } from '../harness/free-port.ts';
import { ownDatabase } from './postgres.ts';

test('the bot becomes ready by itself when its database comes up later', async () => {
  const url = await ownDatabase();
  const port = await freePort();
  const away = new URL(url);
  away.port = String(port);
  const { bot, get } = await startBot({ DATABASE_URL: away.href });
  await bot.says('waiting for the database');
  expect(await get('/readyz')).toContain('503 {"ready":false,"why":["it waits for the database');
  await using proxy = await databaseProxy(url, { port });
  await bot.says('Quartermaster is ready');
  expect(new URL(proxy.url).port).toBe(String(port));
  expect(await get('/readyz')).toBe('200 {"ready":true}\n');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(async () => await client.end());
  const { rows } = await client.query<{ name: string }>(
    'SELECT DISTINCT application_name AS name FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
  expect(rows).toEqual([{ name: expect.stringMatching(new RegExp(`^quartermaster .* ${bot.child.pid}$`)) }]);
  bot.child.kill('SIGTERM');
  expect(await bot.ended()).toBe(0);
});

test('the bot waits for the migration lock, names its holder, and goes on when it is released', async () => {
  const url = await ownDatabase();
  const holder = new pg.Client({ connectionString: url, application_name: 'somebody who looks around' });
  await holder.connect();
  onTestFinished(async () => await holder.end());
  await holder.query('SELECT pg_advisory_lock(7214309)');
  const { rows } = await holder.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const { bot, get, lines } = await startBot({ DATABASE_URL: url });
  await bot.says('waiting for another process: the migrations');
  const named = `process ${rows[0]?.pid} (somebody who looks around, 127.0.0.1), connected since 20`;
  expect(lines('waiting for another process')[0]).toContain(named);
  expect(await get('/healthz')).toBe('200 alive\n');
  expect(await get('/readyz')).toContain(`it waits for the migrations: ${named}`);
  await wait(2_000);
  expect(lines('waiting for another process')).toHaveLength(1);
  await holder.query('SELECT pg_advisory_unlock(7214309)');
  await bot.says('Quartermaster is ready');
  bot.child.kill('SIGTERM');
  expect(await bot.ended()).toBe(0);
});

test('a database outage is two log lines, however many requests meet it', async () => {
  const url = await ownDatabase();
  const port = await freePort();
  const away = new URL(url);
  away.port = String(port);
  let proxy = await databaseProxy(url, { port });
  const { bot, get, lines } = await startBot({ DATABASE_URL: away.href });
  await bot.says('Quartermaster is ready');
  await proxy[Symbol.asyncDispose]();
  await bot.says('an outage of the database has begun');
  for (let n = 0; n < 5; n += 1) expect(await get('/readyz')).toContain('the database does not answer');
  expect(await get('/metrics')).toContain('quartermaster_faults_total');
  await wait(3_000);
  proxy = await databaseProxy(url, { port });
  await bot.says('the outage of the database is over');
  bot.child.kill('SIGKILL');
  await proxy[Symbol.asyncDispose]();
  const warnings = lines('"level":40').filter(
    (line) => !line.includes('an outage of the database has begun'),
  );
  expect(warnings).toEqual([expect.stringContaining('the outage of the database is over')]);
  expect(lines('"level":50')).toEqual([]);
});

test('the bot is not ready while its database is read-only or lacks a migration, and says which', async () => {
  const url = await ownDatabase();
  const { bot, get } = await startBot({ DATABASE_URL: url });
  await bot.says('Quartermaster is ready');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(async () => await client.end());
  const name = new URL(url).pathname.slice(1);
  const reconnect = async () =>
    await client.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
  await client.query(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
  await reconnect();
  await expect
    .poll(() => get('/readyz'), { timeout: 10_000 })
    .toBe('503 {"ready":false,"why":["the database is read-only"]}\n');
  await client.query(`ALTER DATABASE ${name} RESET default_transaction_read_only`);
  await reconnect();
  await expect.poll(() => get('/readyz'), { timeout: 10_000 }).toBe('200 {"ready":true}\n');
  const { rows } = await client.query<{ name: string }>(
    'DELETE FROM _prisma_migrations WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations) RETURNING migration_name AS name',
  );
  expect(await get('/readyz')).toBe(
    `503 {"ready":false,"why":["the database lacks 1 migration, first ${rows[0]?.name}"]}\n`,
  );
});
