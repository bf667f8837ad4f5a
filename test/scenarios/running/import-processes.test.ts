import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { systemClock } from '../../../src/core/runtime/clock.ts';
import { randomIds } from '../../../src/core/runtime/ids.ts';
import { type OpenDatabase, openDatabase } from '../../../src/db/open.ts';
import { scratch } from '../../harness/import.ts';
import { watchedLog } from '../../harness/log.ts';
import { layMigrated } from '../../harness/migrated.ts';
import { runScript } from '../../harness/processes.ts';

const script = 'src/import.ts';
const orders = 1_250;

/** Four lines per order. */
async function orderFile(folder: string): Promise<string> {
  const path = join(folder, 'orders.csv');
  const lines = Array.from(
    { length: orders * 4 },
    (_, n) =>
      `${1000 + Math.floor(n / 4)},2026-02-01 10:00,SKU-${n % 97},Thing ${n % 97},${(n % 5) + 1},2.50`,
  );
  await writeFile(path, ['number,placed_at,code,title,quantity,unit_price', ...lines, ''].join('\n'));
  return path;
}

async function inside<T>(dataDir: string, look: (database: OpenDatabase) => Promise<T>): Promise<T> {
  const database = await openDatabase({
    databaseUrl: null,
    dataDir,
    poolSize: 2,
    kind: 'command',
    clock: systemClock,
    ids: randomIds,
    log: watchedLog(),
  });
  try {
    return await look(database);
  } finally {
    await database.close();
  }
}

/** Everything that the import should leave behind, without ids. */
async function contentOf({ prisma }: OpenDatabase) {
  return await prisma.$queryRaw`
    SELECT count(*)::int AS lines, count(DISTINCT o.id)::int AS orders, sum(l.ordered)::int AS units,
      md5(string_agg(concat_ws('|', o.number, o.stage, o.placed_at, l.ordinal, l.code, l.ordered, l.unit_price_minor, s.code, s.title),
        ',' ORDER BY o.number, l.ordinal)) AS digest
    FROM "order" o JOIN order_line l ON l.workspace_id = o.workspace_id AND l.order_id = o.id
    LEFT JOIN sku s ON s.workspace_id = l.workspace_id AND s.id = l.sku_id`;
}

async function startOwner(dataDir: string) {
  const owner = runScript('test/harness/owner.ts', [], { DATA_DIR: dataDir });
  await owner.says('serving');
  return owner;
}

test('an import killed half way and run again ends like an uninterrupted one', {
  timeout: 180_000,
}, async () => {
  const folder = await scratch();
  const file = await orderFile(folder);
  const run = (dataDir: string) => runScript(script, ['products,orders', file], { DATA_DIR: dataDir });
  const [whole, broken] = [join(folder, 'whole'), layMigrated(join(folder, 'broken'))];
  const undisturbed = run(whole);
  expect(await undisturbed.ended(), undisturbed.output()).toBe(0);

  // Another process owns the data, so that it outlives the killed one.
  const owner = await startOwner(broken);
  const killed = run(broken);
  const lines = await inside(broken, async ({ prisma }) => {
    while ((await prisma.orderLine.count()) === 0) await prisma.workspace.count();
    killed.child.kill('SIGKILL');
    await killed.ended();
    return await prisma.orderLine.count();
  });
  expect(lines % 1_000, 'batches are in whole or not at all').toBe(0);
  expect(lines, 'it was killed before its end').toBeLessThan(orders * 4);

  const again = run(broken);
  expect(await again.ended(), again.output()).toBe(0);
  owner.child.kill('SIGTERM');
  expect(await owner.ended(), owner.output()).toBe(0);
  const after = await inside(broken, contentOf);
  expect(after).toMatchObject([{ lines: 5_000, orders: 1_250, units: 15_000 }]);
  expect(after).toEqual(await inside(whole, contentOf));
});

test('import and seed work while another process owns the data, and lose nothing', {
  timeout: 180_000,
}, async () => {
  const folder = await scratch();
  const file = await orderFile(folder);
  const dataDir = layMigrated(join(folder, 'data'));
  const owner = await startOwner(dataDir);
  const seeding = runScript('prisma/seed.ts', ['--until', '2026-03-01'], { DATA_DIR: dataDir });
  expect(await seeding.ended(), seeding.output()).toBe(0);
  const imports = ['orders', 'products'].map((kind) =>
    runScript(script, [kind, file], { DATA_DIR: dataDir }),
  );
  for (const running of imports) expect(await running.ended(), running.output()).toBe(0);
  owner.child.kill('SIGTERM');
  expect(await owner.ended(), owner.output()).toBe(0);
  const seen = JSON.parse(owner.output().trim().split('\n').at(-1) ?? '');
  expect(seen.answered, 'the owner went on answering').toBeGreaterThan(10);
  expect(seen.p99, 'milliseconds its event loop stood still').toBeLessThan(100);

  const counts = await inside(dataDir, async ({ prisma }) => [
    await prisma.order.count({ where: { source: 'seed' } }),
    await prisma.order.count({ where: { source: 'import' } }),
    await prisma.sku.count(),
    await prisma.workspace.count(),
  ]);
  // The sample's week has 90 orders of which a file told.
  expect(counts).toEqual([14_429, 90 + orders, 320 + 97, 1]);
});

test('the exit code and the message tell a shell what happened', { timeout: 60_000 }, async () => {
  const folder = await scratch();
  const dataDir = layMigrated(join(folder, 'data'));
  await startOwner(dataDir);
  const [good, bad] = [join(folder, 'good.csv'), join(folder, 'bad.csv')];
  await writeFile(good, 'code,title\nMUG-01,Blue mug\n');
  await writeFile(bad, 'code,price\nMUG-02,abc\n');
  const rejects = ['--rejects', join(folder, 'rejects.csv')];
  const run = async (...args: string[]) => {
    const running = runScript(script, args, { DATA_DIR: dataDir });
    return [await running.ended(), running.output()] as const;
  };
  const ok = await run('products', good);
  expect(ok[0], ok[1]).toBe(0);
  expect(ok[1]).toContain('products: added 1, changed 0, unchanged 0');
  const wrong = await run('produkts', good, '--decimal', 'dot');
  expect(wrong[0]).toBe(2);
  expect(wrong[1]).toContain('There is no kind "produkts" (nearest: "products"');
  expect(wrong[1]).toContain('--decimal is point or comma, not "dot".');
  const refused = await run('products', bad, ...rejects);
  expect(refused[0], 'nothing could be loaded').toBe(1);
  expect(refused[1]).toContain('line 2: price "abc" is not a number');
  const missing = await run('products', good, '--map', 'title=Titel');
  expect(missing[0]).toBe(2);
  expect(missing[1]).toContain('The file has no column "Titel" for title (nearest: "title").');
});
