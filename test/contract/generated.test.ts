import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { smallShop } from '../../sandbox/index.ts';
import { readWorkspace } from '../../sandbox/workspace.ts';
import {
  commandReference,
  environmentExample,
  kpiReference,
  rightsReference,
  scopeReference,
  withSettingsTable,
} from '../../scripts/generated.ts';
import { features } from '../../src/features/index.ts';
import { manifestOf } from '../../src/slack/app/manifest.ts';

// A CommonJS module: its types put the default export one level deeper than Node does.
const addFormats = formats as unknown as typeof formats.default;
const read = (path: string) => readFileSync(path, 'utf8');

test('manifest.yml matches the features', () => {
  expect(parse(read('manifest.yml')), 'manifest.yml is stale: npm run manifest').toEqual(
    manifestOf(features),
  );
});

test('docs/commands.md, docs/rights.md, docs/kpis.md, docs/scopes.md, .env.example and the README match the code', () => {
  expect(read('docs/commands.md'), 'docs/commands.md is stale: npm run docs').toBe(commandReference());
  expect(read('docs/rights.md'), 'docs/rights.md is stale: npm run docs, and read what changed').toBe(
    rightsReference(),
  );
  expect(read('docs/kpis.md'), 'docs/kpis.md is stale: npm run docs').toBe(kpiReference());
  expect(read('docs/scopes.md'), 'docs/scopes.md is stale: npm run docs').toBe(scopeReference());
  expect(read('.env.example'), '.env.example is stale: npm run docs').toBe(environmentExample());
  expect(read('README.md'), "the README's table of settings is stale: npm run docs").toBe(
    withSettingsTable(read('README.md')),
  );
});

test('the manifest fits the schema that Slack publishes', () => {
  const folder = '../shared/data/slack-manifest';
  if (!existsSync(folder)) return console.log('shared data absent: 3 checks not run');
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const top = JSON.parse(read(`${folder}/manifest.schema.json`)) as object;
  // The top schema refers to others by URL; the local file replaces the one of version 1.
  const first = JSON.parse(read(`${folder}/manifest.schema.1.0.0.json`)) as object;
  for (const [, address = ''] of JSON.stringify(top).matchAll(/"\$ref":"(https?:[^"]+)"/g)) {
    if (!ajv.getSchema(address)) ajv.addSchema(address.includes('1.0.0') ? first : { not: {} }, address);
  }
  const validate = ajv.compile(top);
  const variants = [
    manifestOf(features),
    manifestOf(features, { prefix: 'qm-', without: ['ops'] }),
    manifestOf(features, { requestUrl: 'https://bot.example/slack/events' }),
  ];
  for (const manifest of variants)
    expect(validate(JSON.parse(JSON.stringify(manifest))), JSON.stringify(validate.errors)).toBe(true);
});

test("the manifest stays within Slack's lengths", () => {
  const { features: parts, display_information: shown } = manifestOf(features) as {
    features: { slash_commands: { command: string; description: string; usage_hint: string }[] };
    display_information: { name: string; description: string };
  };
  expect(shown.name.length).toBeLessThanOrEqual(35);
  expect(shown.description.length).toBeLessThanOrEqual(140);
  for (const { command, description, usage_hint } of parts.slash_commands) {
    expect(command).toMatch(/^\/[a-z0-9-]{1,31}$/);
    expect(description.length).toBeLessThanOrEqual(140);
    expect(usage_hint.length).toBeLessThanOrEqual(1_000);
  }
});

test("the demo's people are members of the demo's Slack", () => {
  const members = readWorkspace(smallShop).members.map(({ id }) => id);
  const seeded = [...read('prisma/seed/people.ts').matchAll(/U0[A-Z0-9]+/g)].map(([id]) => id);
  expect(seeded.filter((id) => !members.includes(id))).toEqual([]);
});
