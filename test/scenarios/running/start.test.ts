import { expect, test } from 'vitest';
import { startBot } from '../../harness/bot.ts';
import { freePort } from '../../harness/free-port.ts';
import { refusingDatabase } from '../../harness/refusing-database.ts';

const urlOf = (port: number) => `postgresql://ops:word@127.0.0.1:${port}/shop`;

test('the bot waits for its database with one log line, alive and not ready; a wrong password ends it with exit code 2', async () => {
  const port = await freePort();
  const { bot, get, lines } = await startBot({ DATABASE_URL: urlOf(port) });
  await bot.says('waiting for the database');
  expect(lines('waiting for the database')[0]).toContain(`ECONNREFUSED 127.0.0.1:${port}`);
  expect(await get('/healthz')).toBe('200 alive\n');
  expect(await get('/readyz')).toContain(
    '503 {"ready":false,"why":["it waits for the database (connect ECONNREFUSED',
  );
  expect(await get('/metrics')).toContain('200 ');
  const database = await refusingDatabase(port, '57P03', 'the database system is starting up');
  await expect.poll(() => get('/readyz'), { timeout: 10_000 }).toContain('starting up');
  database.now('53300', 'sorry, too many clients already');
  await expect.poll(() => get('/readyz'), { timeout: 10_000 }).toContain('too many clients');
  expect(lines('waiting for the database')).toHaveLength(1);
  database.now('28P01', 'password authentication failed for user "ops"');
  expect(await bot.ended()).toBe(2);
  expect(bot.output()).toContain(
    'DATABASE_URL: password authentication failed for user "ops". Percent-encode # / ? @ and % in a password',
  );
});

test('a # in the password ends the start with exit code 2, and the sentence says how to encode it', async () => {
  const { bot } = await startBot({ DATABASE_URL: 'postgresql://ops:pass#word@127.0.0.1/shop' });
  expect(await bot.ended()).toBe(2);
  expect(bot.output()).toContain('DATABASE_URL holds a character that must be percent-encoded');
  expect(bot.output()).not.toContain('pass#word');
});
