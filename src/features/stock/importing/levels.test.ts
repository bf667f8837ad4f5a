import { beforeEach, expect, test } from 'vitest';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { importing } from '../../../../test/harness/import.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { batchSize } from '../../../importer/import-file.ts';

let ctx: Context;

beforeEach(async () => {
  ctx = await newContext();
  const { prisma } = await testDatabase();
  const workspaceId = ctx.workspace.id;
  await prisma.location.createMany({
    data: ['HAM', 'ROT'].map((code, position) => ({
      workspaceId,
      id: ctx.ids.uuid(ctx.now),
      code,
      name: code,
      kind: 'warehouse',
      timeZone: 'Europe/Berlin',
      position,
      staleAfterMinutes: 60,
    })),
  });
  await importing(ctx, 'products FILE', 'code,aliases\nMUG-01,amazon:B0MUG\nMUG-02,\n');
});

const levels = async () => {
  const { prisma } = await testDatabase();
  const rows = await prisma.level.findMany({
    where: { workspaceId: ctx.workspace.id },
    include: { sku: true, location: true },
  });
  const text = rows.map(
    ({ sku, location, bucket, quantity, dataFault }) =>
      `${sku.code} ${location.code} ${bucket} ${quantity}${dataFault ? ' fault' : ''}`,
  );
  return text.sort();
};
const legs = async () => {
  const { prisma } = await testDatabase();
  return await prisma.ledgerLeg.count({ where: { workspaceId: ctx.workspace.id } });
};
/** Buckets whose level is not the sum of their legs. */
const unbalanced = async () => {
  const { prisma } = await testDatabase();
  return await prisma.$queryRaw<object[]>`
    SELECT l.bucket, l.quantity, sum(g.quantity)::int AS legs FROM level l
    LEFT JOIN ledger_leg g ON g.workspace_id = l.workspace_id AND g.sku_id = l.sku_id AND g.location_id = l.location_id
      AND g.bucket = l.bucket
    WHERE l.workspace_id = ${ctx.workspace.id}::uuid
    GROUP BY l.sku_id, l.location_id, l.bucket, l.quantity HAVING l.quantity <> coalesce(sum(g.quantity), 0)`;
};
const header = 'sku,location,on_hand,committed,damaged,as_of\n';

test('available is computed from on hand; the ledger records the differences', async () => {
  const report = await importing(
    ctx,
    'levels FILE',
    `${header}mug-01,ham,10,3,1,2026-03-01 10:00\nB0MUG,ROT,4,0,0,2026-03-01 10:00\n`,
  );
  expect(report.faults).toEqual([]);
  expect(await levels()).toEqual([
    'MUG-01 HAM available 6',
    'MUG-01 HAM committed 3',
    'MUG-01 HAM damaged 1',
    'MUG-01 ROT available 4',
    'MUG-01 ROT committed 0',
    'MUG-01 ROT damaged 0',
  ]);
  expect([await legs(), await unbalanced()]).toEqual([4, []]);
});

test('importing the same file again writes nothing; a later file writes only the difference', async () => {
  await importing(ctx, 'levels FILE', `${header}MUG-01,HAM,10,3,1,2026-03-01 10:00\n`);
  const again = await importing(ctx, 'levels FILE', `${header}MUG-01,HAM,10,3,1,2026-03-01 10:00\n`);
  expect(again.kinds[0]?.counts).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
  expect(await legs()).toBe(3);
  const later = await importing(ctx, 'levels FILE', `${header}MUG-01,HAM,8,3,1,2026-03-01 12:00\n`);
  expect(later.kinds[0]?.counts).toMatchObject({ changed: 1 });
  expect([await legs(), await unbalanced()]).toEqual([4, []]);
});

test("movements after the file's moment stay on top of it", async () => {
  await importing(ctx, 'levels FILE', 'sku,location,available,as_of\nMUG-01,HAM,10,2026-03-01 10:00\n');
  const { prisma } = await testDatabase();
  const workspaceId = ctx.workspace.id;
  const [place] = await prisma.level.findMany({ where: { workspaceId } });
  if (!place) throw new Error('There is no level.');
  const { skuId, locationId } = place;
  const id = ctx.ids.uuid(ctx.now);
  const at = new Date('2026-03-01T12:00:00Z');
  await prisma.ledgerEntry.create({
    data: {
      workspaceId,
      id,
      cause: 'shipment',
      actorKind: 'system',
      actorId: 'test',
      occurredAt: at,
      recordedAt: at,
    },
  });
  await prisma.ledgerLeg.create({
    data: {
      workspaceId,
      entryId: id,
      ordinal: 1,
      skuId,
      locationId,
      bucket: 'available',
      quantity: -2,
      occurredAt: at,
    },
  });
  await prisma.level.updateMany({ where: { workspaceId }, data: { quantity: 8 } });
  await importing(ctx, 'levels FILE', 'sku,location,available,as_of\nMUG-01,HAM,15,2026-03-01 11:00\n');
  expect([await levels(), await unbalanced()]).toEqual([['MUG-01 HAM available 13'], []]);
});

test('a negative level is loaded as a data fault, and the next file corrects it', async () => {
  await importing(ctx, 'levels FILE', 'sku,location,available,as_of\nMUG-01,HAM,-2,2026-03-01 10:00\n');
  expect(await levels()).toEqual(['MUG-01 HAM available -2 fault']);
  await importing(ctx, 'levels FILE', 'sku,location,available,as_of\nMUG-01,HAM,3,2026-03-01 11:00\n');
  expect([await levels(), await unbalanced()]).toEqual([['MUG-01 HAM available 3'], []]);
});

test('unknown locations and products, contradictions and future moments are faults', async () => {
  const report = await importing(
    ctx,
    'levels FILE',
    'sku,location,on_hand,available,as_of\nMUG-01,LYS,1,1,2026-03-01\nNOPE,HAM,1,1,2026-03-01\n' +
      'MUG-01,HAM,5,4,2026-03-01\nMUG-01,ROT,1,1,2027-01-01\nMUG-02,HAM,1,1,2026-03-01\nMUG-02,HAM,2,2,2026-03-01\n',
  );
  expect(report.faults.map(({ line, column, reason }) => [line, column, reason])).toEqual([
    [2, 'location', 'is not a known location (HAM and ROT)'],
    [3, 'sku', 'is not a known SKU: import products first'],
    [4, 'on_hand', 'is not available, committed and unavailable together (4)'],
    [5, 'as_of', 'is in the future'],
    [7, 'sku', 'differs from line 6'],
  ]);
  expect(await levels()).toEqual(['MUG-02 HAM available 1']);
});

test("a location's feed records until when its numbers are complete, and by what file", async () => {
  await importing(
    ctx,
    'levels FILE --source 3PL',
    'sku,location,available,as_of\nMUG-01,HAM,1,2026-03-01 10:00\nMUG-02,HAM,1,2026-03-01 09:00\n',
  );
  const { prisma } = await testDatabase();
  const feeds = await prisma.feed.findMany({ where: { workspaceId: ctx.workspace.id, kind: 'levels' } });
  expect(feeds).toMatchObject([{ source: '3PL', coversUntil: new Date('2026-03-01T08:00:00Z') }]);
});

test('several imports at once leave every level equal to the sum of its legs', {
  timeout: 60_000,
}, async () => {
  const file = (quantity: number) =>
    `sku,location,available,damaged,as_of\n${['MUG-01,HAM', 'MUG-02,ROT', 'MUG-01,ROT', 'MUG-02,HAM']
      .map((place, n) => `${place},${quantity + n},${n},2026-03-01 10:00`)
      .sort(() => (quantity % 2 ? 1 : -1))
      .join('\n')}\n`;
  await Promise.all([3, 8, 5, 20, 11].map((quantity) => importing(ctx, 'levels FILE', file(quantity))));
  expect(await unbalanced()).toEqual([]);
});

test('a SKU that stands twice under two of its names counts once; with other numbers both lines are named', async () => {
  await importing(ctx, 'products FILE', 'code,barcode\nMUG-01,4006381333931\n');
  const report = await importing(
    ctx,
    'levels FILE',
    'sku,location,available\nMUG-01,HAM,10\nb0mug,ham,10\n4006381333931,HAM,12\nMUG\u201101 ,HAM,10\nMUG-01,HAM,11\n',
  );
  expect(report.faults).toEqual([
    {
      line: 4,
      column: 'sku',
      value: '4006381333931',
      reason: 'is MUG-01, as in line 2, and differs from that line',
    },
    { line: 6, column: 'sku', value: 'MUG-01', reason: 'differs from line 2' },
  ]);
  expect(report.kinds[0]).toMatchObject({
    counts: { added: 1, changed: 0, unchanged: 0, skipped: 2 },
    facts: { 'SKUs named twice, with the same numbers': ['MUG-01 in lines 2 and 3'] },
  });
  expect(await levels()).toEqual(['MUG-01 HAM available 10']);
  expect(await unbalanced()).toEqual([]);
});

test('a SKU named twice is one SKU in batches of their own too', async () => {
  const others = Array.from({ length: batchSize + 200 }, (_, n) => `GONE-${n},HAM,1`).join('\n');
  const file = `sku,location,available\nMUG-01,HAM,10\n${others}\nB0MUG,HAM,7\n`;
  const report = await importing(ctx, 'levels FILE', file);
  expect(report.rejected).toBe(batchSize + 201);
  expect(report.rejects).toContain(
    `${batchSize + 203},sku,B0MUG,"is MUG-01, as in line 2, and differs from that line"`,
  );
  expect(await levels()).toEqual(['MUG-01 HAM available 10']);
  expect(await unbalanced()).toEqual([]);
});

test('a name of several SKUs is refused and they are named', async () => {
  await importing(ctx, 'products FILE', 'code,aliases,barcode\nMUG-01,ebay:77,\nMUG-02,shopify:77,55\n');
  await importing(ctx, 'products FILE', 'code,barcode\nMUG-03,55\n');
  const report = await importing(ctx, 'levels FILE', 'sku,location,available\n77,HAM,1\n55,HAM,1\n');
  expect(report.faults.map(({ reason }) => reason)).toEqual([
    'means several SKUs: MUG-01 and MUG-02',
    'means several SKUs: MUG-02 and MUG-03',
  ]);
});

test('a location that nobody knows is refused, or added where the operator says so, in a dry run too', async () => {
  const file = `${header}MUG-01,OSL,10,0,0,2026-03-01 10:00\nMUG-02,osl,4,0,0,2026-03-01 10:00\nMUG-01,O SL,4,0,0,\n`;
  const refused = await importing(ctx, 'levels FILE', file);
  expect(refused.faults.map(({ line, reason }) => `${line} ${reason}`)).toEqual(
    [2, 3, 4].map((line) => `${line} is not a known location (HAM and ROT)`),
  );
  const dry = await importing(ctx, 'levels FILE --create-locations --dry-run', file);
  const run = await importing(ctx, 'levels FILE --create-locations', file);
  for (const { kinds, faults } of [dry, run]) {
    expect(kinds[0]?.counts).toMatchObject({ added: 2 });
    expect(kinds[0]?.facts).toMatchObject({ 'locations added; name them with /ops location': ['OSL'] });
    expect(faults.map(({ line }) => line)).toEqual([4]);
  }
  expect(await levels()).toContain('MUG-02 OSL available 4');
  const { prisma } = await testDatabase();
  const audit = await prisma.auditEntry.findMany({
    where: { workspaceId: ctx.workspace.id, operation: 'locations.add' },
  });
  expect(audit).toMatchObject([{ subjectId: 'OSL', after: { code: 'OSL', kind: 'warehouse' } }]);
});

test('--create-locations is refused for kinds that stand nowhere', async () => {
  await expect(importing(ctx, 'products FILE --create-locations', 'code\nMUG-03\n')).rejects.toThrow(
    '--create-locations is for what stands in locations',
  );
});
