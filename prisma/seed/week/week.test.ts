import { expect, test } from 'vitest';
import type { Verb } from '../../../src/core/declare/command.ts';
import type { Context } from '../../../src/core/runtime/context.ts';
import { dayIn } from '../../../src/core/time/time-zone.ts';
import { listPage } from '../../../src/features/orders/backlog/list.ts';
import { type OrderFilter, wholeBacklog } from '../../../src/features/orders/backlog/model.ts';
import { getBacklog } from '../../../src/features/orders/backlog/read.ts';
import { findOrders } from '../../../src/features/orders/index.ts';
import { verbs as orderVerbs } from '../../../src/features/orders/slack.ts';
import { tell } from '../../../src/features/shipments/keeping/tell.ts';
import { listPage as listParcels } from '../../../src/features/shipments/parcels/list.ts';
import { everything, type Show } from '../../../src/features/shipments/parcels/model.ts';
import { lookUpShipment } from '../../../src/features/shipments/shipment/look-up.ts';
import { verbs as shipmentVerbs } from '../../../src/features/shipments/slack.ts';
import { exceptionKinds } from '../../../src/features/shipments/status/exception-model.ts';
import { newContext, testDatabase } from '../../../test/harness/database.ts';
import { seedCarriers } from '../carriers.ts';
import { seedLocations, seedSkus } from '../catalog.ts';
import { seedPeople } from '../people.ts';
import { shopZone } from '../shop.ts';
import { numbers } from './numbers.ts';
import { tellWeek } from './tell-week.ts';

/** The dock alone, without the year before it. */
async function seeded(morning: string): Promise<Context> {
  const ctx = { ...(await newContext()), now: new Date(morning) };
  const { database } = await testDatabase();
  const plan = { until: dayIn(shopZone, ctx.now), now: ctx.now, morning: ctx.now };
  await database.transaction(ctx.workspace.id, async (tx) => {
    await seedPeople(tx, plan);
    await seedLocations(tx);
    await seedCarriers(tx, plan);
    await seedSkus(tx, plan);
    await tell({ ...ctx, tx }, await tellWeek({ ...ctx, tx }, plan));
  });
  return ctx;
}

/** The numbers in a list, and how many it says that it has. */
async function listed(ctx: Context, filter: Partial<OrderFilter>) {
  const found: string[] = [];
  let after: readonly number[] | null = null;
  for (;;) {
    const page = await listPage.call(ctx, { ...wholeBacklog, ...filter, after } as never);
    found.push(...page.rows.map(({ number }) => number));
    after = page.rows.at(-1)?.place ?? null;
    if (found.length >= page.total || page.rows.length === 0) return found.toSorted();
  }
}

test.each([
  ['on Saturday at two in the morning', '2026-03-07T01:00:00Z'],
  ['on Sunday at midnight', '2026-03-07T23:00:00Z'],
  ['on Monday at two in the morning', '2026-03-09T01:00:00Z'],
  ['on Monday at ten, when the truck comes early', '2026-03-09T09:00:00Z'],
  ['on Wednesday just before the cut-off', '2026-03-11T14:59:00Z'],
  ['on Wednesday after the cut-off, while the truck may still come', '2026-03-11T15:20:00Z'],
  ['on Thursday late in the evening', '2026-03-12T22:30:00Z'],
  ['when the clocks go forward', '2026-03-29T08:00:00Z'],
])('the dock looks the same %s', { timeout: 120_000 }, async (_, morning) => {
  const ctx = await seeded(morning);
  const { cells, stopped, unjudged } = await getBacklog.call(ctx, { at: null });
  const counts: Record<string, number> = {};
  for (const { held, stage, due, count } of cells) {
    const cell = held ? 'held' : `${stage}, ${due}`;
    counts[cell] = (counts[cell] ?? 0) + count;
  }
  // Worked out from the groups of routine.ts and the stories beside them: 73 to ship, 7 of them late, 37 for the next truck.
  expect(counts).toEqual({
    'placed, later': 2,
    'paid, next cut-off': 4 + 1,
    'paid, later': 3 + 2,
    'allocated, later': 8 + 4 + 2 + 4 + 1,
    'allocated, long overdue': 2,
    'picked, next cut-off': 6 + 3 + 2,
    'picked, later': 3,
    'picked, overdue': 1,
    'packed, next cut-off': 8 + 3 + 2 + 3,
    'packed, overdue': 1,
    'labelled, next cut-off': 5,
    'labelled, overdue': 2,
    'labelled, long overdue': 1,
    held: 4,
  });
  expect({ stopped, unjudged }).toEqual({ stopped: 8, unjudged: 0 });
  const at = async (code: string) => {
    const own = (await getBacklog.call(ctx, { at: code })).cells.filter(
      ({ due, held }) => due === 'next cut-off' && !held,
    );
    return own.reduce((sum, { count }) => sum + count, 0);
  };
  expect([await at('HAM'), await at('ROT'), await at('NYC'), await at('AMZ')]).toEqual([28, 6, 3, 0]);

  const n = numbers;
  expect(await listed(ctx, { show: 'stopped' })).toEqual(
    [
      n.picture,
      n.lateByDays,
      n.missedTruck,
      n.labelUnscanned,
      n.outOfStock,
      n.outOfStockToo,
      n.partShipped,
      n.promisedAgain,
    ].toSorted(),
  );
  expect(await listed(ctx, { due: 'long overdue' })).toEqual(
    [n.picture, n.lateByDays, n.promisedAgain].toSorted(),
  );
  expect(await listed(ctx, { due: 'overdue' })).toEqual(
    [n.lateByHours, n.labelUnscanned, n.partShipped, n.hostile].toSorted(),
  );
  expect(await listed(ctx, { show: 'held' })).toEqual(
    [n.heldForAddress, n.heldForPayment, n.heldForFraud, n.heldByUs].toSorted(),
  );
  const { prisma } = await testDatabase();
  const where = { workspaceId: ctx.workspace.id };
  const stops = await prisma.order.findMany({ where: { ...where, nextStopAt: { lte: ctx.now } } });
  expect(Object.fromEntries(stops.map((one) => [one.number, one.nextStop]))).toEqual({
    [n.picture]: 'unscanned',
    [n.lateByDays]: 'unpicked',
    [n.missedTruck]: 'unscanned',
    [n.labelUnscanned]: 'label unscanned',
    [n.outOfStock]: 'unallocated',
    [n.outOfStockToo]: 'unallocated',
    [n.partShipped]: 'unscanned',
    [n.promisedAgain]: 'unpicked',
  });
  // A label of an order that left in part waits since the last truck: over a weekend for longer than a day.
  const parcels = async (show: Show) => {
    const { rows } = await listParcels.call(ctx, { ...everything, show, after: null });
    return rows.map(({ orderNumber }) => orderNumber).filter((one) => one !== n.partShipped);
  };
  expect((await parcels('late')).toSorted()).toEqual([n.lateByCarrier, n.lateByWeather, n.lateByNobody]);
  expect(await parcels('due late')).toEqual([n.willBeLate]);
  const wrong = await Promise.all(exceptionKinds.map(async (kind) => [kind, await parcels(kind)]));
  expect(Object.fromEntries(wrong)).toEqual({
    'turned back': [n.turnedBack, n.cameBack],
    failed: [n.nobodyThere],
    held: [],
    delayed: [n.lateByWeather],
    'to collect': [n.toCollect],
    unscanned: [n.labelUnscanned],
    silent: [n.silent],
    back: [],
    doubted: [],
    lost: [],
  });
  // Nothing of the week is told before it happened.
  const milestones = await prisma.orderMilestone.count({ where: { ...where, at: { gt: ctx.now } } });
  expect(milestones).toBe(0);
  expect(await prisma.shipmentEvent.count({ where: { ...where, at: { gt: ctx.now } } })).toBe(0);
});

test('the other orders of the week are what they are told as', { timeout: 120_000 }, async () => {
  const ctx = await seeded('2026-03-11T08:30:00Z');
  const { prisma } = await testDatabase();
  const workspaceId = ctx.workspace.id;
  const named = async (number: string) =>
    await prisma.order.findFirstOrThrow({
      where: { workspaceId, number },
      include: { lines: { orderBy: { ordinal: 'asc' } }, fulfilments: { orderBy: { externalId: 'asc' } } },
    });
  const of = async (number: string) => ({ workspaceId, orderId: (await named(number)).id });

  // The card that has everything.
  const picture = await named(numbers.picture);
  expect(
    picture.lines.map(({ code, ordered, shipped, delivered, open, refunded }) => [
      code,
      ordered,
      shipped,
      delivered,
      open,
      refunded,
    ]),
  ).toEqual([
    ['MUG-01', 4, 4, 4, 0, 1],
    ['LAMP-01', 2, 2, 0, 0, 0],
    ['THROW-01', 1, 0, 0, 1, 0],
  ]);
  expect(picture.fulfilments.map(({ state, handOverBy }) => [state, handOverBy])).toEqual([
    ['delivered', 'scan'],
    ['handed_over', 'scan'],
  ]);
  expect(
    picture.promisedByRevised && picture.promisedBy && picture.promisedByRevised > picture.promisedBy,
  ).toBe(true);
  const [hold, ...noMore] = await prisma.orderHold.findMany({ where: await of(numbers.picture) });
  expect([hold?.reason, hold?.until !== null, noMore.length]).toEqual(['address', true, 0]);
  const open = { in: ['placed', 'paid', 'allocated', 'picked', 'packed', 'labelled'] };
  const sameCustomer = { workspaceId, customerReference: picture.customerReference, stage: open };
  expect(await prisma.order.count({ where: sameCustomer })).toBe(2);

  const parts = await named(numbers.partShipped);
  expect(parts.fulfilments.map(({ state }) => state)).toEqual(['handed_over', 'labelled']);
  expect(parts.lines.map(({ shipped, open: left }) => [shipped, left])).toEqual([
    [6, 0],
    [2, 0],
    [0, 1],
  ]);

  const promises = await prisma.orderPromise.findMany({
    where: await of(numbers.promisedAgain),
    orderBy: { ordinal: 'asc' },
  });
  expect(promises.map(({ source, on }) => [source, on?.toISOString().slice(0, 10)])).toEqual([
    ['channel', '2026-03-10'],
    ['person', '2026-03-14'],
  ]);
  expect(
    (await named(numbers.edited)).lines.map(({ originalQuantity, ordered, cancelled, open: left }) => [
      originalQuantity,
      ordered,
      cancelled,
      left,
    ]),
  ).toEqual([[4, 4, 1, 3]]);
  expect(await named(numbers.inDollars)).toMatchObject({ currency: 'USD', shipZone: 'America/New_York' });
  expect(await named(numbers.inYen)).toMatchObject({ currency: 'JPY', shipZone: 'Asia/Tokyo' });
  expect(await named(numbers.test)).toMatchObject({ test: true, stage: 'allocated' });
  expect(await named(numbers.cameBack)).toMatchObject({ stage: 'returned', deliveredAt: null });
  expect(await named(numbers.replaced)).toMatchObject({ stage: 'delivered' });
  expect(await named(numbers.replacement)).toMatchObject({
    stage: 'handed_over',
    replacementOf: (await named(numbers.replaced)).id,
  });
  expect((await named(numbers.hostile)).lines[0]?.title).toContain('<!channel>');
});

test('the numbers with which help explains its commands are here', { timeout: 120_000 }, async () => {
  const ctx = await seeded('2026-03-11T09:00:00Z');
  const numbersOf = (verbs: readonly Verb[]) =>
    verbs
      .filter(({ name }) => name === '')
      .flatMap(({ examples }) => examples.flatMap((one) => one.split(' ').slice(1)));
  const [parcels, sold] = [numbersOf(shipmentVerbs), numbersOf(orderVerbs)];
  expect(parcels).toContain(numbers.lateByCarrier);
  expect(sold).toContain(numbers.lateByCarrier);
  for (const text of parcels) expect(await lookUpShipment.call(ctx, { text }), text).toHaveProperty('one');
  for (const text of sold)
    expect(await findOrders.call(ctx, { text }), text).toMatchObject([{ exact: true }]);
});
