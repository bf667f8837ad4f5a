import { exec } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { features } from '../../src/features/index.ts';
import { manifestOf } from '../../src/slack/app/manifest.ts';

const { hooks, config } = JSON.parse(readFileSync('.slack/hooks.json', 'utf8'));

test('`slack run` reads the manifest of the features: its hook prints JSON and nothing else', async () => {
  const { stdout } = await promisify(exec)(hooks['get-manifest']);
  expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(manifestOf(features))));
  // It compiles all features, beside whatever else the machine does.
}, 120_000);

test('its hooks start files that exist, and it watches where they are', () => {
  for (const hook of Object.values<string>(hooks))
    expect(existsSync(hook.split(' ').at(-1) ?? ''), hook).toBe(true);
  const { manifest, app } = config.watch;
  for (const path of [...manifest.paths, ...app.paths]) expect(existsSync(path), path).toBe(true);
  expect('src/main.ts').toMatch(new RegExp(app['filter-regex']));
});
