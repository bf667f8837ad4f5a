import { beforeEach, expect, test } from 'vitest';
import { builders } from '../../../../test/harness/builders.ts';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { nextPage } from './model.ts';
import { prove } from './prove.ts';

const { prisma } = await testDatabase();
let ctx: Context;
let where: { workspaceId: string };
const skus: string[] = [];

beforeEach(async () => {
  ctx = asSystem(await newContext({ at: '2026-03-02T12:00:00Z' }), 'test');
  where = { workspaceId: ctx.workspace.id };
  const given = builders(prisma, ctx.workspace, ctx.now);
  await given.person('Ada', 'U0ADA00001', ['admin']);
  const ham = await given.location({ code: 'HAM', name: 'Hamburg' });
  skus.length = 0;
  for (let n = 10; n < 17; n += 1) {
    const sku = await given.sku(`MUG-${n}`);
    skus.push(sku);
    await given.stock(sku, ham, n);
    await given.stock(sku, ham, 2, 'damaged');
  }
});

const issues = async () => await prisma.issue.findMany({ where, orderBy: { number: 'asc' } });
const later = (minutes: number) => ({ ...ctx, now: new Date(ctx.now.getTime() + minutes * 60_000) });

test('every shelf is proved once, whatever the size of the pages', async () => {
  for (const size of [1, 2, 5, 14, 15, 1_000])
    expect(await prove(ctx, size), `${size} at once`).toEqual({ levels: 14, wrong: [] });
  expect(await issues()).toEqual([]);
});

test('a level that was tampered with is named with both numbers, once; the issue is done by itself when it adds up again', async () => {
  const shelf = { ...where, skuId: skus[3] ?? '', bucket: 'available' };
  await prisma.level.updateMany({ where: shelf, data: { quantity: 99 } });
  for (const size of [3, 1_000]) await prove(ctx, size);
  const [raised, ...more] = await issues();
  expect(more).toEqual([]);
  expect(raised).toMatchObject({ state: 'new', severity: 'high', kind: 'system' });
  expect(raised?.title).toBe(
    'A stock level is not the sum of its movements: MUG-13 in Hamburg, available: the level is 99, its movements make 13.',
  );
  expect(await prisma.issueEvent.count({ where: { ...where, what: 'seen again' } })).toBe(0);
  // Still wrong a day later: it is said again.
  await prove(later(25 * 60));
  expect(await prisma.issueEvent.count({ where: { ...where, what: 'seen again' } })).toBe(1);
  await prisma.level.updateMany({ where: shelf, data: { quantity: 13 } });
  await prove(later(25 * 60 + 3));
  expect((await issues()).map(({ state }) => state)).toEqual(['done']);
});

test('movements without a level are found, behind the last level too', async () => {
  const last = [...skus].sort().at(-1) ?? '';
  await prisma.level.deleteMany({ where: { ...where, skuId: last } });
  expect((await prove(ctx, 2)).wrong).toMatchObject([
    { skuId: last, bucket: 'available', level: null },
    { skuId: last, bucket: 'damaged', level: null, legs: 2 },
  ]);
});

test('spans that an earlier release did not keep are told anew', async () => {
  const [sku = ''] = skus;
  await prisma.stockoutSpan.create({
    data: {
      ...where,
      skuId: sku,
      locationId: (await prisma.location.findFirstOrThrow({ where })).id,
      since: ctx.now,
    },
  });
  expect((await prove(ctx)).wrong).toEqual([]);
  expect(await prisma.stockoutSpan.count({ where })).toBe(0);
});

test.each([
  [1_000, 2_000, 10_000],
  [10_000, 20_000, 10_000],
  [10_000, 200_000, 2_000],
  [200, 1_000_000, 200],
  [1_000, 0, 10_000],
])('after %d levels with %d rows the next page has %d levels', (size, rows, next) => {
  expect(nextPage(size, rows)).toBe(next);
});

test('many wrong levels with long names are one issue, and what is no level at all is named too', async () => {
  await prisma.location.updateMany({ where, data: { name: 'x'.repeat(120) } });
  for (const skuId of skus)
    await prisma.sku.updateMany({
      where: { ...where, id: skuId },
      data: { code: `${'C'.repeat(180)}${skuId}` },
    });
  await prisma.level.updateMany({ where, data: { quantity: 1_000 } });
  const [leg] = await prisma.ledgerLeg.findMany({ where, take: 1 });
  if (!leg) throw new Error('There are no legs.');
  for (const [ordinal, bucket] of [
    [91, 'avail'],
    [92, 'available'],
    [93, 'available'],
  ] as const)
    await prisma.ledgerLeg.create({ data: { ...leg, ordinal, bucket, quantity: 2_147_483_647 } });
  const { wrong } = await prove(ctx);
  expect(wrong).toHaveLength(15);
  expect(wrong.map(({ bucket }) => bucket)).toContain('avail');
  expect(await issues()).toHaveLength(1);
});

test('where nobody is there to be told, the proof is kept all the same, and told once somebody is', async () => {
  const { id } = await prisma.person.findFirstOrThrow({ where });
  const roles = async (...held: string[]) =>
    await prisma.person.updateMany({ where: { ...where, id }, data: { roles: held } });
  await roles();
  await prisma.level.updateMany({
    where: { ...where, skuId: skus[0] ?? '', bucket: 'available' },
    data: { quantity: 99 },
  });
  expect((await prove(ctx)).wrong).toHaveLength(1);
  expect(await issues()).toEqual([]);
  expect(await prisma.ledgerProof.findFirst({ where })).toMatchObject({ wrong: 1, told: null });
  await roles('admin');
  await prove(later(3));
  expect(await issues()).toHaveLength(1);
});
