import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { surfaces } from './blockkit/blocks.ts';
import { controlActions } from './control/actions.ts';
import { EVENTS } from './delivery/events.ts';
import { methods } from './methods/index.ts';
import type { Slack } from './state/slack.ts';

const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
/** The first column of the table under a heading. */
function listed(heading: string): string[] {
  const [, after = ''] = readme.split(`\n## ${heading}\n`);
  const [section = ''] = after.split('\n## ');
  return [...section.matchAll(/^\| `([\w.]+)` +\|/gm)].map((row) => row[1] ?? '').sort();
}

test('the README lists exactly the existing Web API methods', () => {
  expect(listed('What it covers').filter((name) => name.includes('.'))).toEqual(Object.keys(methods).sort());
});

/** Every error code in the README's table of methods. */
function listedCodes(): string[] {
  const [, section = ''] = readme.split('\n## What it covers\n');
  const rows = [...section.matchAll(/^\| `\w+\.[\w.]+` .*\|([^|]*)\|$/gm)].map((row) => row[1] ?? '');
  return rows.flatMap((codes) => codes.match(/\b[a-z]+(_[a-z]+)+\b/g) ?? []);
}

/** The sources below a folder: its tests, or everything else. */
function sources(folder: string, tests: boolean): string {
  return readdirSync(new URL(folder, import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name.endsWith('.test.ts') === tests)
    .map((name) => readFileSync(new URL(`${folder}${name}`, import.meta.url), 'utf8'))
    .join('\n');
}

test('a test shows every error code in the README, and the README lists every code that a method throws', () => {
  expect(listedCodes().length).toBeGreaterThan(100);
  const tests = sources('./', true);
  expect(listedCodes().filter((code) => !tests.includes(code))).toEqual([]);
  const thrown = [...sources('./methods/', false).matchAll(/SlackError\('(\w+)'/g)].map((m) => m[1] ?? '');
  expect(thrown.filter((code) => !new RegExp(`\\b${code}\\b`).test(readme))).toEqual([]);
});

test('the README gives the tier and scope of each method', () => {
  for (const [name, method] of Object.entries(methods)) {
    const row = new RegExp(`^\\| \`${name.replaceAll('.', '\\.')}\` +\\| ([^|]*?) +\\| (\\w+)`, 'm').exec(
      readme,
    );
    expect(row?.[2], `tier of ${name}`).toBe(method.tier);
    if (method.scope) expect(row?.[1], `scope of ${name}`).toContain(method.scope);
  }
});

test('the README gives the surfaces of each block', () => {
  const rows = [...readme.matchAll(/^\| `(\w+)` +\| (yes|no) +\| (yes|no) +\| (yes|no) +\|/gm)];
  const listedFor = (column: number) =>
    rows.flatMap((row) => (row[column] === 'yes' ? [row[1] ?? ''] : [])).sort();
  expect(listedFor(2)).toEqual([...surfaces.message].sort());
  expect(listedFor(3)).toEqual([...surfaces.modal].sort());
  expect(listedFor(4)).toEqual([...surfaces.home].sort());
});

test('the README lists exactly the existing control actions', () => {
  const nobody = { delivery: {} } as Slack;
  expect(listed('Control API')).toEqual(Object.keys(controlActions(nobody, 'socket')).sort());
});

test('the README lists exactly the existing events', () => {
  const [, after = ''] = readme.split('\n### Events\n');
  const [section = ''] = after.split('\n### ');
  const names = [...section.matchAll(/`([\w.]+)`/g)].map((m) => m[1]);
  expect(names.sort()).toEqual([...EVENTS].sort());
});

test('every control action is a method of the client', async () => {
  const { SandboxClient } = await import('./client.ts');
  const client = new SandboxClient('http://127.0.0.1:1') as unknown as Record<string, unknown>;
  for (const name of listed('Control API')) expect(client[name], name).toBeTypeOf('function');
});

test('the sandbox imports nothing from the app', () => {
  for (const file of ['index.ts', 'main.ts', 'client.ts']) {
    expect(readFileSync(new URL(`./${file}`, import.meta.url), 'utf8')).not.toMatch(/from '\.\.\/src/);
  }
});
