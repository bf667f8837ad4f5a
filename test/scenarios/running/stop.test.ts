import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSandbox } from '../../../sandbox/index.ts';
import type { ManifestInput } from '../../../sandbox/manifest.ts';
import { features } from '../../../src/features/index.ts';
import { manifestOf } from '../../../src/slack/app/manifest.ts';
import { runScript } from '../../harness/processes.ts';

async function startBot(settings: Readonly<Record<string, string>> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'quartermaster-stop-'));
  const sandbox = await openSandbox({ manifest: manifestOf(features, { prefix: '' }) as ManifestInput });
  onTestFinished(async () => {
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  });
  const bot = runScript('src/main.ts', [], {
    DATA_DIR: folder,
    SLACK_API_URL: sandbox.apiUrl,
    SLACK_BOT_TOKEN: sandbox.botToken,
    SLACK_APP_TOKEN: sandbox.appToken,
    LOG_LEVEL: 'info',
    ...settings,
  });
  return { bot, folder };
}

test('one Ctrl-C, which arrives from the terminal and again from npm and the demo, counts as one orderly stop', async () => {
  const { bot, folder } = await startBot();
  await bot.says('Quartermaster is ready');
  bot.child.kill('SIGINT');
  await bot.says('stopping');
  bot.child.kill('SIGINT');
  bot.child.kill('SIGTERM');
  expect(await bot.ended()).toBe(0);
  expect(await readdir(folder)).toEqual(['pgdata']);
});

test('an app token that Slack refuses is a configuration error with a sentence and exit code 2', async () => {
  const { bot, folder } = await startBot({ SLACK_APP_TOKEN: 'xapp-1-wrong' });
  expect(await bot.ended()).toBe(2);
  expect(bot.output()).toContain('Slack refuses SLACK_APP_TOKEN (invalid_auth)');
  expect(await readdir(folder)).toEqual(['pgdata']);
});

test('a taken port is a configuration error with a sentence and exit code 2', async () => {
  const other = createServer().listen(0);
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  const { bot } = await startBot({
    SLACK_APP_TOKEN: '',
    SLACK_SIGNING_SECRET: 'a secret of sixteen or more',
    PORT: String(port),
  });
  expect(await bot.ended()).toBe(2);
  expect(bot.output()).toContain(`PORT ${port} is taken by another process.`);
});
