import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startOf } from '../test/harness/processes.ts';
import { SandboxClient } from './client.ts';
import { MAYA, manifestWith, testManifest } from './test/manifest.ts';

function start(...args: string[]) {
  const child = spawn(process.execPath, [...startOf('sandbox/main.ts'), ...args]);
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  child.stderr.on('data', (chunk) => (said += chunk));
  return { child, said: () => said };
}

test("the command line opens a sandbox, prints the app's settings, and closes on a signal", async () => {
  const manifest = join(tmpdir(), `sandbox-manifest-${process.pid}.json`);
  writeFileSync(manifest, JSON.stringify(testManifest));
  const { child, said } = start('--manifest', manifest, '--port', '0', '--bot-token', 'xoxb-mine');
  while (!said().includes('Ctrl-C')) await once(child.stdout, 'data');
  expect(said()).toContain('SLACK_BOT_TOKEN=xoxb-mine');
  const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(said())?.[0] ?? '';
  expect((await new SandboxClient(url).overview(MAYA)).team.name).toBe('Harbour & Hill');
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('without a manifest the command line prints its usage', async () => {
  const { child, said } = start();
  expect(await once(child, 'close')).toEqual([2, null]);
  expect(said()).toContain('--manifest');
});

test('the command line says which events of the manifest never come', async () => {
  const manifest = join(tmpdir(), `sandbox-warned-${process.pid}.json`);
  writeFileSync(manifest, JSON.stringify(manifestWith({ events: ['team_join'] })));
  const { child, said } = start('--manifest', manifest, '--port', '0');
  while (!said().includes('Ctrl-C')) await once(child.stdout, 'data');
  expect(said()).toContain('never sends these events of the manifest: team_join');
  child.kill('SIGTERM');
  await once(child, 'exit');
});

test('the command line refuses request URLs of another machine until it knows the address of the app', async () => {
  const manifest = join(tmpdir(), `sandbox-elsewhere-${process.pid}.json`);
  const settings = { event_subscriptions: { request_url: 'https://app.example/events' } };
  writeFileSync(manifest, JSON.stringify({ ...testManifest, settings }));
  const { child, said } = start('--manifest', manifest, '--http', 'manifest');
  expect(await once(child, 'close')).toEqual([2, null]);
  expect(said()).toContain('https://app.example/events, which is not on this machine');
});
