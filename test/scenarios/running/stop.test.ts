import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { startBot } from '../../harness/bot.ts';
import { freePort } from '../../harness/free-port.ts';

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

const overHttp = { SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: 'a secret of sixteen or more' };

test.each([
  ['PORT over HTTP', overHttp, 'PORT'],
  ['a PORT that was chosen, in Socket Mode', {}, 'PORT'],
  ['HEALTH_PORT', overHttp, 'HEALTH_PORT'],
])('%s that is taken is a configuration error with a sentence and exit code 2', async (_, mode, setting) => {
  const other = createServer().listen(0);
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  const { bot } = await startBot({ ...mode, [setting]: String(port) });
  expect(await bot.ended()).toBe(2);
  expect(bot.output()).toContain(`${setting} ${port} is taken by another process.`);
  expect(bot.output()).not.toContain('    at ');
});

test('the health routes have a port and an address of their own, apart from Slack’s', async () => {
  const apart = await freePort();
  const { bot, get, requestUrl } = await startBot({
    ...overHttp,
    HEALTH_PORT: String(apart),
    HEALTH_HOST: '127.0.0.2',
  });
  await bot.says('Quartermaster is ready');
  const answer = await fetch(`http://127.0.0.2:${apart}/readyz`);
  expect(await answer.text()).toBe('{"ready":true}\n');
  expect((await fetch(`http://127.0.0.2:${apart}/slack/events`, { method: 'POST' })).status).toBe(404);
  expect(await get('/readyz')).toBe('404 ');
  expect(await get('/metrics')).toBe('404 ');
  expect((await fetch(requestUrl, { method: 'POST' })).status).toBe(401);
  await expect(fetch(`http://127.0.0.1:${apart}/readyz`)).rejects.toThrow('fetch failed');
  bot.child.kill('SIGTERM');
  expect(await bot.ended()).toBe(0);
});

test('a HEALTH_HOST that is not ours is a sentence', async () => {
  const { bot } = await startBot({ HEALTH_HOST: '192.0.2.1' });
  expect(await bot.ended()).toBe(2);
  expect(bot.output()).toContain('HEALTH_HOST 192.0.2.1 is no address of this machine (EADDRNOTAVAIL)');
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
