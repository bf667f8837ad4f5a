import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { startBot } from '../../harness/bot.ts';

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

/** Makes the bot's process reject a promise at SIGUSR2 and throw at SIGHUP, as a bug would. */
const faults = [
  "process.on('SIGUSR2', () => void Promise.reject(new Error('a bug in one piece of work')))",
  "process.on('SIGHUP', () => setImmediate(() => { throw new Error('a bug anywhere') }))",
].join(';');

test('an unhandled rejection is counted and the bot lives on; an uncaught exception stops it in order with exit code 1', async () => {
  const { bot, folder, get, lines } = await startBot({
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(faults)}`,
  });
  await bot.says('Quartermaster is ready');
  bot.child.kill('SIGUSR2');
  await bot.says('unhandled rejection');
  expect(lines('a bug in one piece of work')[0]).toMatch(/"reference":"QM-/);
  expect(await get('/metrics')).toContain('quartermaster_faults_total{kind="rejection"} 1');
  expect(await get('/readyz')).toBe('200 {"ready":true}\n');
  bot.child.kill('SIGHUP');
  expect(await bot.ended()).toBe(1);
  expect(lines('a bug anywhere')[0]).toMatch(/"reference":"QM-.*uncaught exception: stopping/);
  expect(await readdir(folder)).toEqual(['pgdata']);
});
