import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { expect, test } from 'vitest';
import { openSandbox } from '../../sandbox/index.ts';
import type { ManifestInput } from '../../sandbox/manifest.ts';
import { features } from '../../src/features/index.ts';
import { manifestOf } from '../../src/slack/app/manifest.ts';
import { runScript } from '../harness/processes.ts';
import { ownDatabase } from './postgres.ts';

test('a stop ends in time although the database no longer answers', async () => {
  const url = await ownDatabase();
  await using sandbox = await openSandbox({
    manifest: manifestOf(features, { prefix: '' }) as ManifestInput,
  });
  const bot = runScript('src/main.ts', [], {
    DATABASE_URL: url,
    SLACK_API_URL: sandbox.apiUrl,
    SLACK_BOT_TOKEN: sandbox.botToken,
    SLACK_APP_TOKEN: sandbox.appToken,
    PORT: '0',
    LOG_LEVEL: 'info',
  });
  await bot.says('Quartermaster is ready');
  const other = new pg.Client({ connectionString: url });
  await other.connect();
  await other.query('BEGIN; LOCK TABLE message IN ACCESS EXCLUSIVE MODE');
  // Its sender asks for messages, and waits.
  const asked =
    "SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted AND relation = 'message'::regclass";
  while ((await other.query<{ n: number }>(asked)).rows[0]?.n === 0) await wait(50);
  bot.child.kill('SIGTERM');
  // A supervisor would kill it after 30 s.
  const code = await Promise.race([bot.ended(), wait(30_000)]);
  await other.end();
  expect(code).toBe(1);
});
