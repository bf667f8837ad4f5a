import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { scratch } from '../../harness/import.ts';
import { layMigrated } from '../../harness/migrated.ts';
import { runScript } from '../../harness/processes.ts';

test('an import whose database is killed says so in a sentence, and the next run finishes it', async () => {
  const folder = layMigrated(await scratch());
  const file = join(folder, 'products.csv');
  const rows = Array.from({ length: 12_000 }, (_, n) => `SKU-${n},Product ${n}`);
  await writeFile(file, ['code,title', ...rows].join('\n'));
  const owner = runScript('test/harness/owner.ts', [], { DATA_DIR: folder });
  await owner.says('serving');
  const { socketDir } = JSON.parse(await readFile(join(folder, 'owner.json'), 'utf8'));
  const watcher = new pg.Client({ host: socketDir, user: 'postgres', database: 'postgres' });
  watcher.on('error', () => {});
  await watcher.connect();
  const loaded = async () => Number((await watcher.query('SELECT count(*) AS n FROM sku')).rows[0].n);

  const command = ['products', file, '--rejects', join(folder, 'rejects.csv')];
  const killed = runScript('src/import.ts', command, { DATA_DIR: folder });
  await expect.poll(loaded, { timeout: 30_000 }).toBeGreaterThan(0);
  owner.child.kill('SIGKILL');
  expect(await killed.ended()).toBe(1);
  expect(killed.output().trim()).toBe(
    'The process that held the database has ended. Run the command again, it opens the data itself. What was stored before is kept, and an import leaves rows alone that are loaded.',
  );

  const again = runScript('src/import.ts', command, { DATA_DIR: folder });
  expect(await again.ended()).toBe(0);
  expect(again.output()).toMatch(/products: added [1-9]\d*, changed 0, unchanged [1-9]\d*/);
}, 120_000);
