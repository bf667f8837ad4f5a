import { expect, test } from 'vitest';
import { startBot } from '../harness/bot.ts';
import { type Pooling, startPgBouncer } from '../harness/pgbouncer.ts';
import { runScript } from '../harness/processes.ts';
import { ownDatabase } from '../race/postgres.ts';

test('behind PgBouncer with a session each the bot migrates, becomes ready and answers', async () => {
  const url = await startPgBouncer(await ownDatabase({ migrated: false }), { mode: 'session' });
  const { bot, get, lines, sandbox } = await startBot({ DATABASE_URL: url, ADMINS: 'U0ADA00001' });
  await bot.says('Quartermaster is ready');
  expect(lines('migrations were applied')).toHaveLength(1);
  expect(await get('/readyz')).toBe('200 {"ready":true}\n');
  expect(await get('/metrics')).toContain('quartermaster_inbox_events 0');
  const asked = runScript('scripts/ask.ts', ['/ops people'], { DATABASE_URL: url });
  expect(await asked.ended(), asked.output()).toBe(0);
  await sandbox.control.command('U0ADA00001', 'C0OPSDAILY', '/stock find mug');
  bot.child.kill('SIGTERM');
  expect(await bot.ended()).toBe(0);
  expect(lines('"level":50')).toEqual([]);
});

test.each<Pooling>([
  { mode: 'transaction' },
  { mode: 'statement' },
  { mode: 'transaction', settings: ['server_round_robin = 1', 'min_pool_size = 4'] },
])('sessions shared by $mode end the start with a sentence and exit code 2', async (pooling) => {
  const url = await startPgBouncer(await ownDatabase({ migrated: false }), pooling);
  const { bot } = await startBot({ DATABASE_URL: url });
  expect(await bot.ended()).toBe(2);
  expect(bot.output()).toContain('DATABASE_URL leads to a pooler that shares sessions');
  expect(bot.output()).not.toContain('    at ');
});

test.each([
  ['a database that PgBouncer does not know', (url: string) => `${url}x`, 'no such database'],
  ['a user that it does not know', (url: string) => url.replace('ops@', 'nobody@'), 'authentication failed'],
  [
    'an option that it refuses',
    (url: string) => `${url}?options=-c%20jit%3Doff`,
    'unsupported startup parameter',
  ],
])(
  '%s ends the start with a sentence and exit code 2',
  async (_, wrong, words) => {
    const url = await startPgBouncer(await ownDatabase({ migrated: false }), { mode: 'session' });
    const { bot } = await startBot({ DATABASE_URL: wrong(url) });
    expect(await bot.ended()).toBe(2);
    expect(bot.output()).toContain(words);
  },
  60_000,
);
