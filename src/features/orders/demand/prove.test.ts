import { beforeEach, expect, test } from 'vitest';
import { builders } from '../../../../test/harness/builders.ts';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { foldedDemand, keptDemand } from '../../../../test/harness/demand.ts';
import { importing } from '../../../../test/harness/import.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { proveDemand } from './prove.ts';

const { prisma } = await testDatabase();
let ctx: Context;
let where: { workspaceId: string };
let mug: string;

beforeEach(async () => {
  const shop = await newContext({ at: '2026-03-02T02:15:00Z' });
  ctx = asSystem(shop, 'test');
  where = { workspaceId: ctx.workspace.id };
  const given = builders(prisma, ctx.workspace, ctx.now);
  await given.person('Ada', 'U0ADA00001', ['admin']);
  mug = await given.sku('MUG-01');
  await given.sku('LAMP-03');
  const file = [
    'number,placed_at,code,quantity',
    '1,2026-02-27T10:00:00Z,MUG-01,5',
    '2,2026-02-28T10:00:00Z,MUG-01,8',
    '3,2026-02-28T23:30:00Z,MUG-01,1',
    '4,2026-02-28T12:00:00Z,LAMP-03,2',
    '5,2026-02-28T12:00:00Z,LAMP-03,4',
  ];
  expect((await importing(shop, 'orders FILE', `${file.join('\n')}\n`)).faults).toEqual([]);
});

const asCounted = [
  'LAMP-03 2026-02-28 6/0/0',
  'MUG-01 2026-02-27 5/0/0',
  'MUG-01 2026-02-28 8/0/0',
  'MUG-01 2026-03-01 1/0/0',
];
const kept = async () => await keptDemand(prisma, ctx.workspace.id);
const issues = async () => await prisma.issue.findMany({ where, orderBy: { number: 'asc' } });
const nextNight = () => ({ ...ctx, now: new Date(ctx.now.getTime() + 24 * 3_600_000) });
const feb28 = new Date('2026-02-28');

test('every day is proved once, whatever the size of the pages', async () => {
  for (const size of [1, 2, 3, 4, 5, 6, 1_000])
    expect(await proveDemand(ctx, size), `${size} at once`).toEqual({ days: 4, found: 0 });
  expect(await issues()).toEqual([]);
  expect(await kept()).toEqual(asCounted);
});

test('a day that was tampered with is named with both numbers and counted anew; the next night ends the issue', async () => {
  const tampered = { where: { ...where, skuId: mug, day: feb28 }, data: { ordered: 99n, cancelled: 3n } };
  expect((await prisma.skuDay.updateMany(tampered)).count).toBe(1);
  expect(await proveDemand(ctx, 2)).toEqual({ days: 4, found: 1 });
  expect(await kept()).toEqual(asCounted);
  const [raised, ...more] = await issues();
  expect(more).toEqual([]);
  expect(raised).toMatchObject({ state: 'new', severity: 'normal', kind: 'system' });
  expect(raised?.title).toBe(
    'Demand of a day was not the sum of its orders, and was counted anew: MUG-01 on 28 Feb: ordered 99, its lines make 8; cancelled 3, its lines make 0.',
  );
  expect(await proveDemand(nextNight())).toEqual({ days: 4, found: 0 });
  expect((await issues()).map(({ state }) => state)).toEqual(['done']);
});

test.each([1, 2, 1_000])(
  'missing days, and days without lines, are found too with %i at once',
  async (size) => {
    await prisma.skuDay.deleteMany({ where: { ...where, skuId: mug } });
    // Before the first line of all, between two, and of a SKU behind the last one.
    const skuIds = ['00000000-0000-7000-8000-000000000001', mug, 'ffffffff-ffff-7fff-bfff-ffffffffffff'];
    await prisma.skuDay.createMany({
      data: skuIds.map((skuId) => ({
        ...where,
        skuId,
        day: new Date('2026-01-15'),
        ordered: 1n,
        cancelled: 0n,
        shipped: 0n,
      })),
    });
    expect(await proveDemand(ctx, size)).toEqual({ days: 4, found: 6 });
    expect(await kept()).toEqual(asCounted);
    expect((await issues())[0]?.title).toContain('Demand of 6 days was not the sum');
    expect((await issues())[0]?.details).toContain(
      'a SKU that is gone on 15 Jan: ordered 1, its lines make 0.',
    );
  },
);

test('should the time zone of the shop become another, the next proof counts every day by the new one', async () => {
  await prisma.workspace.update({ where: { id: ctx.workspace.id }, data: { timeZone: 'Asia/Tokyo' } });
  const inTokyo = { ...ctx, workspace: { ...ctx.workspace, timeZone: 'Asia/Tokyo' } };
  // 1 March 00:30 in Berlin is 08:30 in Tokyo; nothing else lies within eight hours of a midnight.
  expect(await proveDemand(inTokyo, 2)).toEqual({ days: 4, found: 0 });
  await prisma.workspace.update({ where: { id: ctx.workspace.id }, data: { timeZone: 'Pacific/Auckland' } });
  const inAuckland = { ...ctx, workspace: { ...ctx.workspace, timeZone: 'Pacific/Auckland' } };
  // Thirteen hours ahead: noon in London is a day later there.
  expect((await proveDemand(inAuckland, 2)).found).toBeGreaterThan(0);
  expect(await kept()).toEqual([
    'LAMP-03 2026-03-01 6/0/0',
    'MUG-01 2026-02-27 5/0/0',
    'MUG-01 2026-02-28 8/0/0',
    'MUG-01 2026-03-01 1/0/0',
  ]);
  expect(await kept()).toEqual(await foldedDemand(prisma, ctx.workspace.id));
});

test('where nobody is there to be told, the days are counted anew all the same, and the audit log has both numbers', async () => {
  await prisma.person.updateMany({ where, data: { roles: [] } });
  await prisma.skuDay.updateMany({ where: { ...where, skuId: mug, day: feb28 }, data: { shipped: 7n } });
  expect(await proveDemand(ctx)).toEqual({ days: 4, found: 1 });
  expect(await kept()).toEqual(asCounted);
  expect(await issues()).toEqual([]);
  const [entry] = await prisma.auditEntry.findMany({ where: { ...where, operation: 'orders.mend-demand' } });
  const pieces = { ordered: 8, cancelled: 0 };
  expect(entry?.after).toEqual({
    recounted: 1,
    first: [
      { skuId: mug, day: '2026-02-28', kept: { ...pieces, shipped: 7 }, lines: { ...pieces, shipped: 0 } },
    ],
  });
});
