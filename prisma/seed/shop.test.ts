import { expect, test } from 'vitest';
import { asSystem } from '../../src/core/runtime/system.ts';
import { collectionsOf, nextCollection } from '../../src/features/carriers/index.ts';
import { compareCarriers } from '../../src/features/shipments/comparing/read.ts';
import { isRanked } from '../../src/features/shipments/comparing/rules.ts';
import { risingLanes } from '../../src/features/shipments/lanes/lane-store.ts';
import { fewest, windowMs } from '../../src/features/shipments/lanes/rules.ts';
import { newContext, testDatabase } from '../../test/harness/database.ts';
import { foldedDemand, keptDemand } from '../../test/harness/demand.ts';
import { seedShop } from './shop.ts';

test('the shop is the same every time, adds up, and is seeded once', { timeout: 120_000 }, async () => {
  const ctx = await newContext();
  const { prisma, database } = await testDatabase();
  const workspaceId = ctx.workspace.id;
  // Some of the dock's orders are placed on the day itself.
  const morning = new Date('2026-03-01T09:40:00Z');
  expect(await seedShop({ ...ctx, database }, { until: '2026-03-01', morning })).toBe(true);
  expect(await seedShop({ ...ctx, database }, { until: '2026-03-01' })).toBe(false);

  const wrong = await prisma.$queryRaw<object[]>`
    SELECT coalesce(l.bucket, g.bucket) AS bucket, l.quantity, g.quantity AS legs
    FROM (SELECT * FROM level WHERE workspace_id = ${workspaceId}::uuid) l
    FULL JOIN (SELECT sku_id, location_id, bucket, sum(quantity)::int AS quantity FROM ledger_leg
      WHERE workspace_id = ${workspaceId}::uuid GROUP BY 1, 2, 3) g USING (sku_id, location_id, bucket)
    WHERE l.quantity IS DISTINCT FROM g.quantity OR l.quantity < 0`;
  expect(wrong).toEqual([]);
  // What is still to be sent of a sale that counts is committed where it lies.
  const uncommitted = await prisma.$queryRaw<object[]>`
    SELECT sku_id, location_id, w.pieces, l.quantity
    FROM (SELECT * FROM level WHERE workspace_id = ${workspaceId}::uuid AND bucket = 'committed') l
    FULL JOIN (SELECT sku_id, location_id, sum(open)::int AS pieces FROM order_line ol
      JOIN "order" o ON o.workspace_id = ol.workspace_id AND o.id = ol.order_id
      WHERE ol.workspace_id = ${workspaceId}::uuid AND ol.open > 0 AND ol.counted GROUP BY 1, 2) w USING (sku_id, location_id)
    WHERE w.pieces IS DISTINCT FROM l.quantity`;
  expect(uncommitted).toEqual([]);
  const [lowest] = await prisma.$queryRaw<{ balance: number }[]>`
    SELECT min(balance)::int AS balance FROM (SELECT sum(quantity) OVER (
      PARTITION BY sku_id, location_id, bucket ORDER BY occurred_at, quantity DESC) AS balance
      FROM ledger_leg WHERE workspace_id = ${workspaceId}::uuid) AS running`;
  expect(lowest?.balance, 'stock was never below nothing on any day of the year').toBe(0);

  const [spans] = await prisma.$queryRaw<{ wrong: number; places: number; out: number }[]>`
    SELECT (count(*) FILTER (WHERE (l.quantity <= 0) <> (o.since IS NOT NULL)))::int AS wrong, count(k.since)::int AS places,
      (SELECT count(*)::int FROM stockout_span WHERE workspace_id = ${workspaceId}::uuid) AS out
    FROM level l
    LEFT JOIN listed_span k ON k.workspace_id = l.workspace_id AND k.sku_id = l.sku_id AND k.location_id = l.location_id
    LEFT JOIN stockout_span o ON o.workspace_id = l.workspace_id AND o.sku_id = l.sku_id AND o.location_id = l.location_id
      AND o.until IS NULL
    WHERE l.workspace_id = ${workspaceId}::uuid AND l.bucket = 'available'`;
  expect(spans?.wrong, 'out of stock are those with nothing available').toBe(0);
  expect(spans?.places).toBe(await prisma.level.count({ where: { workspaceId, bucket: 'available' } }));
  expect(spans?.out).toBeGreaterThan(20);

  const demand = await keptDemand(prisma, workspaceId);
  expect(demand.length).toBeGreaterThan(10_000);
  expect(demand).toEqual(await foldedDemand(prisma, workspaceId));

  const where = { workspaceId };
  const stages = await prisma.order.groupBy({ by: ['stage'], where });
  expect(stages.map(({ stage }) => stage).sort()).toEqual(
    'allocated,cancelled,delivered,handed_over,labelled,packed,paid,picked,placed,returned'.split(','),
  );
  expect(await prisma.sku.count({ where })).toBe(320);
  expect(await prisma.location.count({ where })).toBe(4);
  // 14,489 were placed in the year. What has not left on Sunday at midnight, most of it Friday's and Saturday's, is told
  // by the week instead: 57 orders that go their way, 24 with a story and 9 of which a parcel has one.
  expect(await prisma.order.count({ where: { ...where, source: 'seed' } })).toBe(14_429);
  expect(await prisma.order.count({ where: { ...where, source: { not: 'seed' } } })).toBe(57 + 24 + 9);
  const parcels = await prisma.fulfilment.groupBy({
    by: ['state'],
    where: { ...where, source: 'file seed' },
  });
  expect(parcels.map(({ state }) => state).sort()).toEqual(['delivered', 'handed_over', 'returned']);
  const unsent = {
    ...where,
    source: 'file seed',
    OR: [{ handedOverAt: null }, { tracking: { isEmpty: true } }],
  };
  expect(await prisma.fulfilment.count({ where: unsent })).toBe(0);
  const restocks = await prisma.refundLine.groupBy({ by: ['restock'], where });
  expect(restocks.map(({ restock }) => restock).sort()).toEqual(['none', 'return']);
  const late = {
    ...where,
    handedOverAt: null,
    cancelledAt: null,
    shipBy: { lt: new Date('2026-02-28T23:00:00Z') },
  };
  expect(await prisma.order.count({ where: late })).toBeGreaterThan(0);
  const future = { ...where, OR: [{ placedAt: { gte: ctx.now } }, { deliveredAt: { gte: ctx.now } }] };
  expect(await prisma.order.count({ where: future })).toBe(0);

  // Hamburg's truck, two cut-offs on: Sunday goes by Monday, when it is early.
  const scope = database.scope(workspaceId);
  const { collections, calendar } = await collectionsOf({ scope, workspace: ctx.workspace }, 'HAM');
  const next = (at: string) => nextCollection(collections, calendar, new Date(at))?.cutOffAt.toISOString();
  expect(next('2026-03-01T09:00:00Z')).toBe('2026-03-02T13:00:00.000Z');
  expect(next('2026-03-02T13:00:01Z')).toBe('2026-03-03T15:00:00.000Z');
  expect(await prisma.collection.count({ where })).toBe(3);

  // Carriers can be compared, but for the one of which hardly anything is told; and no lane is in trouble.
  const at = asSystem({ ...ctx, now: morning }, 'test');
  const { scores } = await compareCarriers.call(at, { of: null });
  expect(Object.fromEntries(scores.map((one) => [one.carrier, isRanked(one)]))).toEqual({
    DHL: true,
    PostNL: true,
    UPS: true,
    'Amazon Logistics': false,
  });
  expect(scores.filter((one) => one.lateByCarrier > 0).length).toBeGreaterThan(1);
  const since = new Date(morning.getTime() - windowMs);
  expect(await risingLanes(scope, { since, atLeast: fewest, usualFrom: '2026-02-01' })).toEqual([]);
  const ofCarrier = { workspaceId, endedAt: null, fault: 'carrier' };
  expect(await prisma.shipment.count({ where: ofCarrier })).toBeGreaterThan(0);
  expect(await prisma.shipmentEvent.count({ where: { workspaceId, at: { gt: morning } } })).toBe(0);
  expect(await prisma.unknownCode.findMany({ where, select: { code: true, count: true } })).toEqual([
    { code: 'J41', count: 1 },
  ]);

  const mug = await prisma.sku.findFirstOrThrow({
    where: { ...where, code: 'MUG-01' },
    include: { levels: true, aliases: true },
  });
  expect(mug.title).toBe('Stoneware mug, sea blue');
  expect(mug.levels.filter(({ bucket, quantity }) => bucket === 'available' && quantity > 0)).toHaveLength(4);
  expect(mug.aliases.map(({ channel }) => channel).sort()).toEqual(['amazon', 'shopify']);
  const people = await prisma.person.findMany({ where, orderBy: { name: 'asc' } });
  expect(people.map(({ name, roles }) => `${name} ${roles}`)).toEqual([
    'Ada Okafor admin',
    'Lena Brandt lead',
    'Maya Lindqvist operator',
    'Omar Haddad manager',
    'Vic Moreau viewer',
  ]);
});

test('a shop with data of its own is not mixed with the sample', async () => {
  const ctx = await newContext();
  const { prisma, database } = await testDatabase();
  const fresh = {
    workspaceId: ctx.workspace.id,
    id: ctx.ids.uuid(ctx.now),
    code: 'MUG-01',
    codeKey: 'MUG-01',
  };
  await prisma.sku.create({
    data: { ...fresh, title: 'Mine', currency: 'EUR', listed: true, source: 'shop', updatedAt: ctx.now },
  });
  await expect(seedShop({ ...ctx, database }, { until: '2026-03-01' })).rejects.toThrow('has its own');
  expect(await prisma.counter.count({ where: { workspaceId: ctx.workspace.id } })).toBe(0);
});
