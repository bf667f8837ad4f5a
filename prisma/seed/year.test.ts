import { beforeAll, expect, test } from 'vitest';
import { asSystem } from '../../src/core/runtime/system.ts';
import { inUnit } from '../../src/core/runtime/unit.ts';
import { refold } from '../../src/features/orders/keeping/tell.ts';
import { bookOpenOrders } from '../../src/features/orders/refolding/book-open.ts';
import { inboundPage } from '../../src/features/purchases/inbound/list.ts';
import { everything, type InboundFilter } from '../../src/features/purchases/inbound/model.ts';
import { refold as refoldParcels } from '../../src/features/shipments/keeping/tell.ts';
import { scansHandler } from '../../src/features/shipments/ordered/tell-orders.ts';
import { newContext, testDatabase } from '../../test/harness/database.ts';
import { tellInbound } from './inbound.ts';
import { layOutMorning } from './morning.ts';
import { slackUsers } from './people.ts';
import { seedShop } from './shop.ts';
import { numbers } from './week/numbers.ts';

const minuteMs = 60_000;
const { prisma, database } = await testDatabase();
const ctx = asSystem(await newContext(), 'demo');

// The year takes longer than everything that is asked of it: one for all, in this order.
beforeAll(async () => {
  await seedShop({ ...ctx, database }, { until: '2026-03-01' });
}, 120_000);

test('the rows of the year are what the fold makes of what was said of them', {
  timeout: 120_000,
}, async () => {
  const where = { workspaceId: ctx.workspace.id, source: 'seed' };
  const some = async (more: object, take = 60) =>
    await prisma.order.findMany({
      where: { ...where, ...more },
      select: { id: true, channel: true, numberKey: true },
      orderBy: { number: 'desc' },
      take,
    });
  const refunded = await prisma.refund.findMany({ where: { workspaceId: ctx.workspace.id }, take: 200 });
  const orders = [
    ...(await some({ stage: 'handed_over' }, 200)),
    ...(await some({ stage: 'delivered' }, 200)),
    ...(await some({ stage: 'returned' })),
    ...(await some({ stage: 'cancelled' })),
    ...(await some({ shipRegion: 'NY' })),
    ...(await some({ placedAt: { lt: new Date('2025-12-01T00:00:00Z') } })),
    ...(await some({ id: { in: refunded.map(({ orderId }) => orderId) } }, 200)),
  ];
  const apart = [...new Map(orders.map((one) => [one.id, one])).values()];
  expect(apart.length).toBeGreaterThan(500);
  const changed = await inUnit(ctx, { timeout: 60_000 }, async (unit) => (await refold(unit, apart)).changed);
  expect(changed.slice(0, 3).map(({ before, after }) => ({ before, after }))).toEqual([]);

  // So are its parcels; and carriers' scans say of orders what is known of them.
  const parcels = await prisma.shipment.findMany({ where: { workspaceId: ctx.workspace.id } });
  expect(parcels.length).toBeGreaterThan(300);
  const series = [...new Set(parcels.map(({ seriesId }) => seriesId))];
  const again = await inUnit(
    ctx,
    { timeout: 60_000 },
    async (unit) => (await refoldParcels(unit, series)).changed,
  );
  expect(again).toEqual([]);
  expect(parcels.filter(({ orderId }) => orderId === null)).toEqual([]);
  const known = async () =>
    await prisma.order.findMany({
      where: { workspaceId: ctx.workspace.id, id: { in: parcels.flatMap(({ orderId }) => orderId ?? []) } },
      select: {
        number: true,
        stage: true,
        handedOverAt: true,
        deliveredAt: true,
        returnedAt: true,
        nextStop: true,
        nextStopAt: true,
      },
      orderBy: { number: 'asc' },
    });
  const before = await known();
  await inUnit(ctx, { timeout: 60_000 }, async (unit) => {
    const pieces = series.map((subject) => ({ subject, data: {} }));
    for (let n = 0; n < pieces.length; n += 100)
      await scansHandler.act(unit, pieces.slice(n, n + 100) as never);
  });
  expect(await known()).toEqual(before);
  expect(
    await prisma.orderMilestone.count({ where: { workspaceId: ctx.workspace.id, source: 'file EasyPost' } }),
  ).toBeGreaterThan(0);
});

test('what the orders of the sample do to stock is in its ledger: folding them again writes no leg, and what is open is committed', {
  timeout: 120_000,
}, async () => {
  const { id: workspaceId } = ctx.workspace;
  const where = { workspaceId };
  const legs = await prisma.ledgerLeg.count({ where });

  const open = await prisma.$queryRaw<object[]>`
    SELECT coalesce(l.sku_id, o.sku_id) AS sku, l.quantity, o.open FROM (
      SELECT sku_id, location_id, quantity FROM level WHERE workspace_id = ${workspaceId}::uuid AND bucket = 'committed') AS l
    FULL JOIN (
      SELECT n.sku_id, o.location_id, sum(n.open)::int AS open FROM order_line n
      JOIN "order" o ON o.workspace_id = n.workspace_id AND o.id = n.order_id
      WHERE n.workspace_id = ${workspaceId}::uuid AND n.counted AND n.open > 0 GROUP BY 1, 2) AS o USING (sku_id, location_id)
    WHERE coalesce(l.quantity, 0) <> coalesce(o.open, 0)`;
  expect(open).toEqual([]);
  expect(await prisma.level.count({ where: { ...where, bucket: 'committed' } })).toBeGreaterThan(20);

  const orders = await prisma.order.findMany({
    where,
    select: { id: true, channel: true, numberKey: true },
  });
  const bookings = await prisma.orderBooking.count({ where });
  expect(bookings).toBeGreaterThan(orders.length);
  for (let n = 0; n < orders.length; n += 2_000)
    await inUnit(ctx, { timeout: 60_000 }, async (unit) => {
      await refold(unit, orders.slice(n, n + 2_000));
    });
  let after: Awaited<ReturnType<typeof bookOpenOrders.call>> = null;
  do after = await bookOpenOrders.call(ctx, { after });
  while (after);
  expect(await prisma.ledgerLeg.count({ where })).toBe(legs);
  expect(await prisma.orderBooking.count({ where })).toBe(bookings);
});

test('where one of the sample’s people is gone, nothing is laid out', async () => {
  const where = { workspaceId_slackUserId: { workspaceId: ctx.workspace.id, slackUserId: slackUsers.vic } };
  await prisma.member.update({ where, data: { deactivated: true } });
  expect(await layOutMorning.call(ctx, {})).toBe(false);
  expect(await prisma.issue.count({ where: { workspaceId: ctx.workspace.id } })).toBe(0);
  await prisma.member.update({ where, data: { deactivated: false } });
});

test('a morning is laid out once, and is the same every time', { timeout: 120_000 }, async () => {
  const where = { workspaceId: ctx.workspace.id };
  expect(await tellInbound.call(ctx, {})).toBe(true);
  expect(await tellInbound.call(ctx, {})).toBe(false);
  expect(await layOutMorning.call(ctx, {})).toBe(true);
  expect(await layOutMorning.call(ctx, {})).toBe(false);

  const ago = (at: Date | null) => at && (ctx.now.getTime() - at.getTime()) / minuteMs;
  const issues = await prisma.issue.findMany({ where, orderBy: { number: 'asc' } });
  expect(
    issues.map((one) => [one.number, one.severity, one.department, one.state, ago(one.promiseAt), one.place]),
  ).toEqual([
    [1, 'low', 'warehouse', 'new', null, 'C0OPSALERT'],
    [2, 'normal', 'customer service', 'new', null, 'C0OPSALERT'],
    [3, 'normal', 'purchasing', 'on it', -150, 'C0OPSALERT'],
    [4, 'normal', 'management', 'on it', -175, 'C0OPSALERT'],
    [5, 'critical', 'shipping', 'on it', 6, 'C0OPSALERT'],
    [6, 'high', 'warehouse', 'new', null, 'C0OPSALERT'],
    [7, 'normal', 'customer service', 'new', null, 'C0OPSALERT'],
    [8, 'normal', 'warehouse', 'new', null, 'C0OPSALERT'],
  ]);
  const approvals = await prisma.approval.findMany({ where, orderBy: { number: 'asc' } });
  expect(approvals.map(({ number, kind, state }) => [number, kind, state])).toEqual([
    [1, 'stock.adjustment', 'waiting'],
    [2, 'approvals.free-form', 'waiting'],
    [3, 'orders.cancel', 'waiting'],
    [4, 'orders.change', 'done'],
  ]);
  expect(JSON.stringify(approvals[0]?.policy)).toContain('"role":"lead"');
  expect(JSON.stringify(approvals[1]?.policy)).toContain('"role":"manager"');
  expect(JSON.stringify(approvals[2]?.policy)).toContain('"role":"lead"');
  const links = await prisma.issueLink.findMany({ where: { ...where, what: 'order' } });
  expect(links.map(({ label }) => label).sort()).toEqual([
    `Order ${numbers.picture}`,
    `Order ${numbers.expedited}`,
  ]);
  expect(await prisma.subjectWatch.count({ where })).toBe(1);

  // Everything but Rotterdam was heard within the hour, and the bot has said so of Rotterdam.
  const feeds = await prisma.feed.findMany({ where, orderBy: { number: 'asc' } });
  expect(feeds.map((one) => [one.source, one.silentSince?.toISOString() ?? null])).toEqual([
    ['WMS', null],
    ['3PL', '2026-02-28T15:20:00.000Z'],
    ['tills', null],
    ['Amazon FBA', null],
    ['shopify', null],
    ['amazon', null],
    ['store', null],
    ['ERP', null],
    ['EasyPost', null],
    ['ERP', null],
  ]);
  expect(feeds.slice(4, 7).map((one) => ago(one.lastHeardAt))).toEqual([2, 4, 16]);
  expect(issues[3]?.title).toBe('No stock levels from 3PL, Rotterdam 3PL, since Sat 28 Feb 16:20 CET');

  // What is ordered of suppliers, for shelves that are empty or nearly so.
  const inbound = async (show: InboundFilter['show']) =>
    await inboundPage.call(ctx, { ...everything, show, after: null });
  const open = await inbound('open');
  expect(open.totals).toMatchObject({ open: 10, overdue: 2 });
  const left = new Map(open.rows.map(({ code, standing }) => [code, standing?.available ?? 0]));
  expect([...left].filter(([, available]) => available < 20).map(([code]) => code)).toEqual([
    'CANDLE-01',
    'THROW-01',
    'VASE-03',
    'BOWL-02',
    'CUSH-05',
    'SOAP-02',
    'BASKET-03',
    'LAMP-05',
  ]);
  expect((await inbound('faults')).rows.map(({ code, faults }) => [code, faults])).toEqual([
    ['TPOT-01', ['delivered before sent']],
  ]);
  expect((await inbound('all')).total).toBe(16);
  const known = await prisma.sku.findMany({ where, select: { code: true, title: true, supplier: true } });
  const told = await prisma.purchaseLine.findMany({ where });
  for (const { code, title, supplier } of told) expect(known).toContainEqual({ code, title, supplier });

  // Late messages would be gathered into one summary that tells of an outage.
  const messages = await prisma.message.findMany({ where });
  expect(messages.length).toBeGreaterThan(8);
  expect(messages.filter(({ waitingSince }) => waitingSince.getTime() !== ctx.now.getTime())).toEqual([]);
});
