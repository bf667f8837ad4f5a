import { expect, test } from 'vitest';
import { asSystem } from '../../../src/core/runtime/system.ts';
import { prove } from '../../../src/features/stock/proof/prove.ts';
import { newContext, testDatabase } from '../../harness/database.ts';
import { linesOf, sectionFor, sectionIn } from '../../harness/digest.ts';
import { givenOrders } from '../../harness/given-orders.ts';
import { importing } from '../../harness/import.ts';

// Today is Friday, 27 November.
const at = '2026-11-27T05:15:00Z';
const { prisma } = await testDatabase();

/** Products by their price and units sold on each of the last 28 days, with what is available in two warehouses. */
async function openStock(
  skus: Readonly<Record<string, { price: string; sold: number; ham: number; rot?: number }>>,
) {
  const ctx = await newContext({ at });
  const entries = Object.entries(skus);
  await importing(
    ctx,
    'locations FILE',
    'code,name,kind,time_zone\nHAM,Hamburg,warehouse,Europe/Berlin\nROT,Rotterdam,warehouse,Europe/Berlin',
  );
  await importing(
    ctx,
    'products FILE',
    ['code,title,price', ...entries.map(([code, { price }]) => `${code},Title of ${code},${price}`)].join(
      '\n',
    ),
  );
  await importing(
    ctx,
    'levels FILE',
    [
      'sku,location,available',
      ...entries.flatMap(([code, { ham, rot }]) => [
        `${code},HAM,${ham}`,
        ...(rot === undefined ? [] : [`${code},ROT,${rot}`]),
      ]),
    ].join('\n'),
  );
  const order = givenOrders(prisma, ctx.workspace, () => ctx.now);
  await order('900', { stage: 'delivered', placedAt: new Date('2026-10-01T08:00:00Z') });
  const where = { workspaceId: ctx.workspace.id };
  const known = await prisma.sku.findMany({ where });
  await prisma.skuDay.createMany({
    data: known.flatMap(({ id, code }) =>
      Array.from({ length: 28 }, (_, n) => ({
        workspaceId: ctx.workspace.id,
        skuId: id,
        day: new Date(Date.parse('2026-11-26') - n * 86_400_000),
        ordered: skus[code]?.sold ?? 0,
        cancelled: 0,
        shipped: 0,
      })),
    ),
  });
  return ctx;
}

test('a shop whose shelves are full says nothing of stock', async () => {
  const ctx = await openStock({ 'MUG-01': { price: '14.50', sold: 4, ham: 400 } });
  for (const key of ['stock.out', 'stock.low', 'stock.doubt']) expect(await sectionIn(ctx, key)).toBeNull();
});

test('what is out of stock everywhere, the best sellers first, with when it comes', async () => {
  const ctx = await openStock({
    'OLD-09': { price: '5.00', sold: 0, ham: 0 },
    'MUG-01': { price: '14.50', sold: 4, ham: 0 },
    'CUP-02': { price: '2.00', sold: 9, ham: 0, rot: 0 },
    'JUG-03': { price: '9.00', sold: 9, ham: 0, rot: 90 },
  });
  const part = await sectionIn(ctx, 'stock.out');
  expect(part).toMatchObject({
    finding: '3 SKUs out of stock, 2 of them selling: MUG-01 first (4 a day)',
    urgency: 'now',
    total: 3,
  });
  expect(linesOf(part)).toEqual([
    'MUG-01 · Title of MUG-01 · sells 4 a day · nothing on its way · 112 short by Fri 25 Dec (€1,624.00)',
    'CUP-02 · Title of CUP-02 · sells 9 a day · nothing on its way · 252 short by Fri 25 Dec (€504.00)',
    'OLD-09 · Title of OLD-09 · nothing on its way',
  ]);
  expect(part?.open?.text.text).toBe('Show MUG-01');
  const nobody = { kind: 'console', id: 'x', name: 'x', roles: [], timeZone: 'UTC' } as const;
  expect(await sectionFor({ ...ctx, actor: nobody }, 'stock.out')).toBeNull();
});

test('what nobody bought lately is out of stock without being urgent', async () => {
  const ctx = await openStock({ 'OLD-09': { price: '5.00', sold: 0, ham: 0 } });
  expect(await sectionIn(ctx, 'stock.out')).toMatchObject({
    finding: '1 SKU out of stock, not sold lately',
    urgency: 'note',
  });
});

test('what lasts for less than a week, the most value at risk first', async () => {
  const ctx = await openStock({
    'MUG-01': { price: '14.50', sold: 4, ham: 24 },
    'CUP-02': { price: '2.00', sold: 9, ham: 5, rot: 5 },
    'JUG-03': { price: '9.00', sold: 9, ham: 63 },
    'BIG-04': { price: '9.00', sold: 1, ham: 500 },
    'OUT-05': { price: '9.00', sold: 1, ham: 0 },
  });
  const part = await sectionIn(ctx, 'stock.low');
  // 63 at 9 a day last for a week.
  expect(part).toMatchObject({
    finding: '2 SKUs last for less than a week, the most at risk MUG-01: €1,276.00',
    urgency: 'look',
    total: 2,
  });
  expect(linesOf(part)).toEqual([
    'MUG-01 · Title of MUG-01 · 24 available, 6 days · sells 4 a day · nothing on its way · 88 short by Fri 25 Dec (€1,276.00)',
    'CUP-02 · Title of CUP-02 · 10 available, 1 day · sells 9 a day · nothing on its way · 242 short by Fri 25 Dec (€484.00)',
  ]);
});

test('a shop of a few days does not know yet what lasts', async () => {
  const ctx = await openStock({ 'MUG-01': { price: '14.50', sold: 4, ham: 1 } });
  await prisma.order.updateMany({
    where: { workspaceId: ctx.workspace.id },
    data: { placedAt: new Date('2026-11-25T08:00:00Z') },
  });
  expect(await sectionIn(ctx, 'stock.low')).toBeNull();
});

test('levels that do not add up are said to a channel once a proof has found them', async () => {
  const ctx = await openStock({ 'MUG-01': { price: '14.50', sold: 0, ham: 40 } });
  await prisma.level.updateMany({
    where: { workspaceId: ctx.workspace.id, bucket: 'available' },
    data: { quantity: 41 },
  });
  expect(await sectionIn(ctx, 'stock.doubt')).toBeNull();
  await prove(asSystem(ctx, 'stock'));
  const part = await sectionIn(ctx, 'stock.doubt');
  expect(part?.finding).toMatch(
    /^1 of 1 stock level is not the sum of its movements, proved Fri 27 Nov 06:15 CET$/,
  );
  expect(part).toMatchObject({ urgency: 'now', total: 1, lines: [] });
  await prisma.level.updateMany({ where: { workspaceId: ctx.workspace.id }, data: { quantity: 40 } });
});
