import { expect, test } from 'vitest';
import { builders } from '../../../../test/harness/builders.ts';
import { chanceFrom } from '../../../../test/harness/chance.ts';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { jobGround } from '../../../../test/harness/jobs.ts';
import { shipmentRows } from '../../../../test/harness/shipment-rows.ts';
import { about, scanned, tells } from '../../../../test/harness/shipment-story.ts';
import { line, moment, parcel, sale, says } from '../../../../test/harness/statements.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { keepDrain } from '../../../jobs/drain/drain.ts';
import { type OrderStatement, ourRef, tellOrders } from '../../orders/index.ts';
import { type ShipmentStatement, tellShipments } from '../index.ts';

const at = '2026-11-27T15:30:00Z';
const tracking = 'JJD1';

async function given() {
  const { ground, workspace, clock } = await jobGround({}, at);
  const { prisma } = await testDatabase();
  const ctx = await newContext({ at, workspace });
  const drain = async () => await keepDrain(ground, prisma).drain(workspace.id);
  const location = await builders(prisma, workspace, clock.now()).location({ code: 'HAM', name: 'Hamburg' });
  const where = { workspaceId: workspace.id };
  return {
    prisma,
    where,
    drain,
    location,
    order: async (...statements: readonly OrderStatement[]) =>
      void (await tellOrders.call(asSystem(ctx, 'test'), { statements: [...statements] })),
    shipment: async (...statements: readonly ShipmentStatement[]) =>
      void (await tellShipments.call(asSystem(ctx, 'test'), { statements: [...statements] })),
    rows: async () => await shipmentRows(prisma, workspace.id),
    one: async () => await prisma.shipment.findFirstOrThrow({ where }),
    works: async () => await prisma.work.count({ where: { ...where, kind: { startsWith: 'shipments.' } } }),
  };
}

/** Order 1042 of €20.00 from Hamburg to Berlin, in a parcel, promised for the 25th and later for the 28th. */
function told(location: string) {
  const header = { location: ourRef('location', location), shipArea: '10' };
  const promised = (when: string, on: string) =>
    says(when, { facet: 'promise', promises: [{ kind: 'date', on, toldAt: moment(when) }] });
  return {
    order: [
      sale('2026-11-23 10:00', [line('A', 2)]),
      says('2026-11-23 10:01', { header }),
      promised('2026-11-23 10:02', '2026-11-25'),
      parcel('1', '2026-11-24 12:00', 'A2'),
    ],
    newPromise: promised('2026-11-26 09:00', '2026-11-28'),
    shipment: [
      about(
        '2026-11-24 13:00',
        { carrier: 'DHL', estimate: { kind: 'date', on: '2026-11-27' } },
        { tracking },
      ),
      tells([scanned('2026-11-24 18:00', 'picked_up')], { tracking }),
      tells([scanned('2026-11-25 08:00', 'in_transit')], { tracking }),
    ],
  };
}

test('a shipment follows its order, whichever of them is told first, and a new promise in between', async () => {
  const first = await given();
  const story = told(first.location);
  await first.order(...story.order);
  await first.drain();
  await first.shipment(...story.shipment);
  await first.drain();
  expect(await first.one()).toMatchObject({
    orderNumber: '#1042',
    orders: 1,
    valueMinor: 2_000n,
    currency: 'EUR',
    promiseUntil: moment('2026-11-26 00:00'),
    promiseBy: 'order',
    originalUntil: moment('2026-11-26 00:00'),
    atRisk: true,
    lane: 'HAM → DE 10',
  });
  await first.order(story.newPromise);
  await first.drain();
  expect(await first.one()).toMatchObject({
    promiseUntil: moment('2026-11-29 00:00'),
    originalUntil: moment('2026-11-26 00:00'),
    atRisk: false,
  });
  expect(await first.works()).toBe(0);
  const expected = await first.rows();

  const second = await given();
  const late = told(second.location);
  await second.shipment(...late.shipment);
  await second.drain();
  expect(await second.one()).toMatchObject({ orderNumber: null, promiseUntil: null, lane: 'unknown' });
  await second.order(...late.order);
  await second.order(late.newPromise);
  await second.drain();
  expect(await second.rows()).toEqual(expected);

  const chance = chanceFrom(16);
  for (let n = 0; n < 12; n += 1) {
    const shop = await given();
    const { order, newPromise, shipment } = told(shop.location);
    // What says the order's number comes first.
    const [sold, ...rest] = order;
    const steps = [
      ...[...rest, newPromise].map((one) => async () => await shop.order(sold as OrderStatement, one)),
      ...shipment.map((one) => async () => await shop.shipment(one)),
    ];
    while (steps.length > 0) {
      const [step] = steps.splice(chance.below(steps.length), 1);
      await step?.();
      if (chance.below(3) === 0) await shop.drain();
    }
    await shop.drain();
    expect(await shop.rows(), `shuffle ${n}`).toEqual(expected);
  }
});

test('a parcel that gets another number takes its order along, and follows what it is worth', async () => {
  const shop = await given();
  const { order, shipment } = told(shop.location);
  await shop.order(...order);
  await shop.shipment(...shipment);
  await shop.shipment(about('2026-11-25 09:00', {}, { tracking: 'NEW1', formerly: [tracking] }));
  await shop.drain();
  expect(await shop.one()).toMatchObject({ tracking: 'NEW1', orderNumber: '#1042' });
  await shop.order(sale('2026-11-25 10:00', [line('A', 2, { unitPriceMinor: 1_500n })]));
  await shop.drain();
  expect(await shop.one()).toMatchObject({ valueMinor: 3_000n });
});

test('an order that says the same again queues nothing', async () => {
  const shop = await given();
  const { order, shipment } = told(shop.location);
  await shop.order(...order);
  await shop.shipment(...shipment);
  await shop.drain();
  await shop.order(...order);
  expect(await shop.works()).toBe(0);
});
