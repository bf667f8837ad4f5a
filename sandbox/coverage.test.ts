import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { controlActions } from './control/actions.ts';
import { methods } from './methods/index.ts';
import type { Slack } from './state/slack.ts';

const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
/** The first column of the table under a heading. */
function listed(heading: string): string[] {
  const [, after = ''] = readme.split(`\n## ${heading}\n`);
  const [section = ''] = after.split('\n## ');
  return [...section.matchAll(/^\| `([\w.]+)` +\|/gm)].map((row) => row[1] ?? '').sort();
}

test('the README lists exactly the Web API methods there are', () => {
  expect(listed('What it covers')).toEqual(Object.keys(methods).sort());
});

test('the README lists exactly the control actions there are', () => {
  const nobody = { delivery: {} } as Slack;
  expect(listed('Control API')).toEqual(Object.keys(controlActions(nobody, 'socket')).sort());
});

test('every control action is a method of the client', async () => {
  const { SandboxClient } = await import('./client.ts');
  const client = new SandboxClient('http://127.0.0.1:1') as unknown as Record<string, unknown>;
  for (const name of listed('Control API')) expect(client[name], name).toBeTypeOf('function');
});

test('the sandbox imports nothing of the app', () => {
  for (const file of ['index.ts', 'main.ts', 'client.ts']) {
    expect(readFileSync(new URL(`./${file}`, import.meta.url), 'utf8')).not.toMatch(/from '\.\.\/src/);
  }
});
