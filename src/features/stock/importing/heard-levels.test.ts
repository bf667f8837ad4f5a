import { beforeEach, expect, test } from 'vitest';
import { builders } from '../../../../test/harness/builders.ts';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { importing } from '../../../../test/harness/import.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { number } from '../../../core/text/quantity.ts';
import type { ImportReport } from '../../../importer/import-file.ts';
import { batchSize } from '../../../importer/import-file.ts';
import { reportLines } from '../../../importer/report.ts';
import { businessDay } from '../card/demand-rules.ts';
import { findCard } from '../card/store.ts';

const start = new Date('2026-03-02T12:00:00Z');
let ctx: Context;
let skus: readonly string[];

const code = (n: number) => `SKU-${String(n).padStart(2, '0')}`;
const at = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

beforeEach(async () => {
  ctx = await newContext({ at: start.toISOString() });
  const { prisma } = await testDatabase();
  const given = builders(prisma, ctx.workspace, start);
  const rotterdam = await given.location({ code: 'ROT', name: 'Rotterdam', asOf: null });
  await given.location({ code: 'HAM', name: 'Hamburg', asOf: null });
  const ids: string[] = [];
  for (let n = 0; n < 20; n += 1) ids.push(await given.sku(code(n)));
  skus = ids;
  for (const id of ids.slice(0, 10)) await given.stock(id, rotterdam, 5);
});

/** A file about these SKUs, so many minutes after the start. */
async function tells(minutes: number, numbers: readonly number[], { place = 'ROT', how = '' } = {}) {
  const rows = numbers.map((n) => `${code(n)},${place},7,0,${at(minutes).toISOString()}`);
  return await importing(
    { ...ctx, now: at(minutes) },
    `levels FILE --source 3PL${how}`,
    `sku,location,available,damaged,as_of\n${rows.join('\n')}\n`,
  );
}
const rotterdam = async () => {
  const { prisma } = await testDatabase();
  const feeds = await prisma.feed.findMany({ where: { workspaceId: ctx.workspace.id, kind: 'levels' } });
  return feeds.map(({ coversUntil, lastHeardAt }) => ({ coversUntil, lastHeardAt }));
};
const card = async (n: number) => {
  const scope = ctx.engine.database.scope(ctx.workspace.id);
  const found = await findCard(scope, skus[n] ?? '', businessDay({ ...ctx, now: start }));
  return found?.locations.map(({ source, asOf }) => ({ source, asOf }));
};
/** What the operator reads. */
const told = (report: ImportReport) => reportLines(report, { dryRun: false, allOrNothing: false }).join('\n');
const first = (many: number) => Array.from({ length: many }, (_, n) => n);

test('a file that names one product makes its location no fresher, is heard, and says so', async () => {
  await tells(0, first(10));
  const report = await tells(60, [0]);
  expect(await rotterdam()).toEqual([{ coversUntil: at(0), lastHeardAt: at(60) }]);
  expect(told(report)).toContain(
    'ROT: 1 of 10 SKUs with stock there: its other numbers are no fresher for it',
  );
  // The card of what it did name knows better.
  expect(await card(0)).toEqual([{ source: '3PL', asOf: at(60) }]);
  expect(await card(1)).toEqual([{ source: '3PL', asOf: at(0) }]);
});

test('nine in ten of what has stock are the whole: a system may leave out what it has none of', async () => {
  const report = await tells(0, first(9));
  expect(await rotterdam()).toMatchObject([{ coversUntil: at(0) }]);
  expect(told(report)).not.toContain('with stock there');
  await tells(60, first(8));
  expect(await rotterdam()).toMatchObject([{ coversUntil: at(0), lastHeardAt: at(60) }]);
});

test('what is named without stock makes no part a whole', async () => {
  const file = [0, 10, 11, 12, 13, 14, 15, 16].map((n) => `${code(n)},ROT,${n === 0 ? 7 : 0}`).join('\n');
  const report = await importing(ctx, 'levels FILE', `sku,location,available\n${file}\n`);
  expect(told(report)).toContain('ROT: 1 of 10 SKUs with stock there');
  expect(await rotterdam()).toMatchObject([{ coversUntil: null }]);
});

test('stock of any state counts: damaged units have to be named as well', async () => {
  const damaged = first(20).map((n) => `${code(n)},HAM,0,3`);
  await importing(ctx, 'levels FILE', `sku,location,available,damaged\n${damaged.join('\n')}\n`);
  const report = await tells(60, [0, 1], { place: 'HAM' });
  expect(told(report)).toContain('HAM: 2 of 20 SKUs with stock there');
});

test('the first file of a place without stock is whole, also where all of it is sold out', async () => {
  await tells(0, [0, 1], { place: 'HAM' });
  await importing(
    { ...ctx, now: at(1) },
    'levels FILE',
    'sku,location,available\nSKU-00,HAM,0\nSKU-01,HAM,0\n',
  );
  const report = await tells(60, [0], { place: 'HAM' });
  expect(told(report)).not.toContain('with stock there');
});

test('a part where nothing whole has come yet leaves the other cards as booked here', async () => {
  await tells(60, [0]);
  expect(await rotterdam()).toEqual([{ coversUntil: null, lastHeardAt: at(60) }]);
  expect(await card(0)).toEqual([{ source: '3PL', asOf: at(60) }]);
  expect(await card(1)).toEqual([{ source: 'none', asOf: null }]);
});

test('a file is counted over all its batches', async () => {
  const { prisma } = await testDatabase();
  const some = batchSize + 500;
  const codes = Array.from({ length: some }, (_, n) => `P-${n}`);
  await importing(ctx, 'products FILE', `code\n${codes.join('\n')}\n`);
  const file = (these: readonly string[], minutes: number) =>
    `sku,location,available,as_of\n${these.map((one) => `${one},HAM,3,${at(minutes).toISOString()}`).join('\n')}\n`;
  await importing({ ...ctx, now: at(10) }, 'levels FILE --source 3PL', file(codes, 10));
  expect(await rotterdam()).toMatchObject([{ coversUntil: at(10) }]);
  await importing({ ...ctx, now: at(20) }, 'levels FILE --source 3PL', file(codes.slice(0, some - 100), 20));
  expect(await rotterdam()).toMatchObject([{ coversUntil: at(20) }]);
  const report = await importing(
    { ...ctx, now: at(30) },
    'levels FILE --source 3PL',
    file(codes.slice(0, some * 0.7), 30),
  );
  expect(told(report)).toContain(`HAM: ${number(some * 0.7)} of ${number(some)} SKUs with stock there`);
  expect(await rotterdam()).toEqual([{ coversUntil: at(20), lastHeardAt: at(30) }]);
  expect(await prisma.level.count({ where: { workspaceId: ctx.workspace.id, quantity: 3 } })).toBe(some);
});

test('rows that are refused name nothing, wherever in the file they stand', async () => {
  await tells(0, first(10));
  await importing(
    { ...ctx, now: at(60) },
    'levels FILE --source 3PL',
    `sku,location,available\n${first(10)
      .map((n) => (n > 7 ? `GONE-${n},ROT,7` : `${code(n)},ROT,7`))
      .join('\n')}\n`,
  );
  expect(await rotterdam()).toEqual([{ coversUntil: at(0), lastHeardAt: at(60) }]);
});

test('a dry run says the same and tells nobody', async () => {
  const report = await tells(0, [0], { how: ' --dry-run' });
  expect(told(report)).toContain('ROT: 1 of 10 SKUs with stock there');
  expect(await rotterdam()).toEqual([]);
});
