import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scratch } from '../../harness/import.ts';
import { runScript, runSource } from '../../harness/processes.ts';

async function command(...words: string[]) {
  const folder = await scratch();
  const running = runScript('src/import.ts', words, { DATA_DIR: join(folder, 'data') });
  const code = await running.ended();
  return { code, output: running.output(), opened: existsSync(join(folder, 'data')) };
}

test('help lists kinds, presets and fields; beside a kind, only its fields', async () => {
  const all = await command('--help');
  expect(all.code).toBe(0);
  for (const text of ['shopify-products', '--encoding <name>', 'Fields of products', 'Fields of locations'])
    expect(all.output).toContain(text);
  const one = await command('levels', '--help');
  expect(one.output).toContain('Fields of levels (* required):\n  sku*                 code:');
  expect(one.output).not.toContain('Fields of products');
});

test('a mistake in the command is named, with where to look, and opens no database', async () => {
  const { code, output, opened } = await command('levls', 'stock.csv', '--dates', 'ymd');
  expect([code, opened]).toEqual([2, false]);
  expect(output.trim().split('\n')).toEqual([
    'There is no kind "levls" (nearest: "levels"; there are products, levels, orders, promises, shipments, purchases, locations, carriers and collections).',
    '--dates is iso, mdy or dmy, not "ymd".',
    'npm run import -- --help lists kinds, fields, presets and options.',
  ]);
});

test('so is one in a command about deliveries, and a file of them that is not there', async () => {
  const unnamed = await command('deliveries', 'ebay');
  expect([unnamed.code, unnamed.opened]).toEqual([2, false]);
  expect(unnamed.output).toContain('Deliveries come from amazon: npm run import -- deliveries amazon FILE');
  const missing = await command('deliveries', 'amazon', '/no/such/file.json');
  expect([missing.code, missing.opened]).toEqual([2, false]);
  expect(missing.output).toContain('/no/such/file.json cannot be read');
}, 60_000);

test('npm run import needs nothing built, and says its mistakes like the command itself', async () => {
  const running = runSource('scripts/import.mjs', ['levls', 'stock.csv'], {});
  expect(await running.ended()).toBe(2);
  expect(running.output()).toContain('There is no kind "levls"');
}, 30_000);
