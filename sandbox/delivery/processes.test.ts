import { expect, test } from 'vitest';
import { openSandbox, type Sandbox } from '../index.ts';
import { BOT, DAILY, MAYA, testManifest } from '../test/manifest.ts';
import { startProcess } from '../test/processes.ts';

const connections = async (sandbox: Sandbox) => (await sandbox.control.overview(MAYA)).connections;

async function count(sandbox: Sandbox, what: string): Promise<string> {
  const { ack } = await sandbox.control.command(MAYA, DAILY, `/count ${what}`);
  return String(ack?.response?.text ?? ack?.outcome);
}

test('two processes share the work: each envelope reaches exactly one, and either carries on alone', async () => {
  await using sandbox = await openSandbox({ manifest: testManifest });
  await using first = await startProcess(sandbox, 'first');
  await using _second = await startProcess(sandbox, 'second');
  const asked = Array.from({ length: 20 }, (_, i) => `mug-${i}`);
  const answers = await Promise.all(asked.map((what) => count(sandbox, what)));
  expect(answers.map((a) => a.replace(/^\w+ counted /, ''))).toEqual(asked);
  expect(new Set(answers.map((a) => a.split(' ')[0]))).toEqual(new Set(['first', 'second']));
  expect(await sandbox.control.messages(MAYA, DAILY)).toHaveLength(20);

  first.child.kill('SIGKILL');
  await sandbox.control.waitFor(async () => (await connections(sandbox)) === 1);
  expect(await count(sandbox, 'mug')).toBe('second counted mug');
});

test('while its socket is refreshed one process hears nothing; a second process bridges the gap', async () => {
  await using sandbox = await openSandbox({ manifest: testManifest });
  const slack = sandbox.control;
  await using _first = await startProcess(sandbox, 'first');
  await slack.disconnectSockets();
  await slack.waitFor(async () => (await connections(sandbox)) === 0);
  expect(await count(sandbox, 'mug')).toBe('not_connected');
  const { ts, ack } = await slack.say(MAYA, DAILY, `<@${BOT}> count`);
  expect(ack?.outcome).toBe('not_connected');
  // The command is lost; the event is redelivered within a minute.
  await slack.waitFor(async () => (await connections(sandbox)) === 1, { timeoutMs: 15_000 });
  await slack.moveClock(60_000);
  await slack.waitFor(async () => (await slack.messages(MAYA, DAILY)).find((m) => m.ts === ts)?.replies[0]);

  await using _second = await startProcess(sandbox, 'second');
  await slack.disconnectSockets('refresh_requested', 0);
  await slack.waitFor(async () => (await connections(sandbox)) === 1);
  expect(await count(sandbox, 'mug')).toBe('second counted mug');
});

test('app_rate_limited ends an unprepared process and not a prepared one', async () => {
  await using sandbox = await openSandbox({ manifest: testManifest });
  await using unguarded = await startProcess(sandbox, 'unguarded');
  await sandbox.control.appRateLimited();
  expect(await unguarded.ended).toBe(1);
  await sandbox.control.waitFor(async () => (await connections(sandbox)) === 0);

  await using _guarded = await startProcess(sandbox, 'guarded', { GUARDED: '1' });
  await sandbox.control.appRateLimited();
  expect(await count(sandbox, 'mug')).toBe('guarded counted mug');
});
