import { expect, test } from 'vitest';
import { chanceFrom } from '../../../../test/harness/chance.ts';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { jobGround } from '../../../../test/harness/jobs.ts';
import { orderRows } from '../../../../test/harness/order-rows.ts';
import { lift, scanned, tells } from '../../../../test/harness/shipment-story.ts';
import { line, moment, parcel, sale, says } from '../../../../test/harness/statements.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { keepDrain } from '../../../jobs/drain/drain.ts';
import { type OrderStatement, tellOrders } from '../../orders/index.ts';
import { tellShipments } from '../index.ts';
import type { EventSaid, ShipmentStatement } from '../telling/model.ts';

const at = '2026-11-27T15:30:00Z';

async function given() {
  const { ground, workspace, clock } = await jobGround({}, at);
  const { prisma } = await testDatabase();
  const ctx = async () => await newContext({ at: clock.now().toISOString(), workspace });
  const where = { workspaceId: workspace.id };
  return {
    drain: async () => await keepDrain(ground, prisma).drain(workspace.id),
    order: async (...statements: readonly OrderStatement[]) =>
      void (await tellOrders.call(asSystem(await ctx(), 'test'), { statements: [...statements] })),
    shipment: async (...statements: readonly ShipmentStatement[]) =>
      void (await tellShipments.call(asSystem(await ctx(), 'test'), { statements: [...statements] })),
    one: async () => await prisma.order.findFirstOrThrow({ where }),
    parcels: async () => await prisma.fulfilment.findMany({ where, orderBy: { externalId: 'asc' } }),
    audited: async () => await prisma.auditEntry.count({ where: { ...where, operation: 'orders.tell' } }),
    /** All that is so: how often it was said, and what was said and taken back, is history. */
    async standing() {
      const { statements: _, milestones, ...rows } = await orderRows(prisma, workspace.id);
      return { ...rows, milestones: milestones.filter((one) => !(one as { retracted?: boolean }).retracted) };
    },
  };
}

const sold = [
  sale('2026-11-23 10:00', [line('A', 1), line('B', 1)]),
  parcel('1', '2026-11-24 12:00', 'A1 B1'),
];
const scans = (...events: readonly EventSaid[]) => tells(events, { tracking: 'JJD1' });
const pickedUp = scans(scanned('2026-11-24 18:00', 'picked_up'));
const delivered = scans(scanned('2026-11-26 10:00', 'delivered'));

test('the first scan of a carrier is the hand-over, whatever the shop says, and delivered likewise', async () => {
  const shop = await given();
  await shop.order(...sold, parcel('1', '2026-11-24 15:00', 'A1 B1', 'handed_over'));
  expect(await shop.one()).toMatchObject({ stage: 'handed_over', handedOverAt: moment('2026-11-24 15:00') });
  await shop.shipment(pickedUp);
  await shop.drain();
  expect(await shop.one()).toMatchObject({ handedOverAt: moment('2026-11-24 18:00') });
  expect(await shop.parcels()).toMatchObject([{ state: 'handed_over', handOverBy: 'scan' }]);
  await shop.shipment(delivered);
  await shop.drain();
  expect(await shop.one()).toMatchObject({
    stage: 'delivered',
    deliveredAt: moment('2026-11-26 10:00'),
    source: 'shop',
    saidAt: moment('2026-11-24 15:00'),
  });
  const before = await shop.audited();
  await shop.shipment(pickedUp, delivered, scans(scanned('2026-11-25 08:00', 'in_transit')));
  await shop.drain();
  expect(await shop.audited()).toBe(before);
});

test('whichever is told first, the order ends the same', async () => {
  const early = scans(scanned('2026-11-24 17:00', 'picked_up'));
  const told = [pickedUp, early, scans(scanned('2026-11-25 08:00', 'out_for_delivery')), delivered];
  const once = await given();
  await once.order(...sold);
  await once.shipment(...told);
  await once.drain();
  const expected = await once.standing();
  expect(await once.one()).toMatchObject({
    stage: 'delivered',
    handedOverAt: moment('2026-11-24 17:00'),
    deliveredAt: moment('2026-11-26 10:00'),
  });

  const chance = chanceFrom(17);
  for (let n = 0; n < 12; n += 1) {
    const shop = await given();
    const [first, boxed] = sold as [OrderStatement, OrderStatement];
    const steps = [
      async () => await shop.order(first, boxed),
      ...told.map((one) => async () => await shop.shipment(one)),
    ];
    while (steps.length > 0) {
      const [step] = steps.splice(chance.below(steps.length), 1);
      await step?.();
      if (chance.below(2) === 0) await shop.drain();
    }
    await shop.drain();
    expect(await shop.standing(), `shuffle ${n}`).toEqual(expected);
  }
});

test('what a lead takes back the order loses, and has again when it is so', async () => {
  const shop = await given();
  await shop.order(...sold);
  await shop.shipment(pickedUp, delivered);
  await shop.drain();
  await shop.shipment(tells([lift('2026-11-26 12:00')], { tracking: 'JJD1', source: 'person' }));
  await shop.drain();
  expect(await shop.one()).toMatchObject({ stage: 'handed_over', deliveredAt: null });
  await shop.shipment(scans(scanned('2026-11-27 09:00', 'delivered')));
  await shop.drain();
  expect(await shop.one()).toMatchObject({ stage: 'delivered', deliveredAt: moment('2026-11-27 09:00') });
});

test('what turned back is returned to sender, and what is delivered afterwards is not delivered to the customer', async () => {
  const shop = await given();
  await shop.order(...sold);
  await shop.shipment(
    pickedUp,
    scans(scanned('2026-11-25 09:00', 'return_to_sender', { reason: 'consignee_refused' })),
    delivered,
  );
  await shop.drain();
  expect(await shop.one()).toMatchObject({
    stage: 'returned',
    returnedAt: moment('2026-11-25 09:00'),
    deliveredAt: null,
  });
});

test('an order in two parcels is handed over with the last of them, and each parcel by its own number', async () => {
  const shop = await given();
  await shop.order(
    sale('2026-11-23 10:00', [line('A', 1), line('B', 1)]),
    parcel('1', '2026-11-24 12:00', 'A1'),
    parcel('2', '2026-11-24 12:00', 'B1'),
  );
  await shop.shipment(pickedUp);
  await shop.drain();
  expect(await shop.one()).toMatchObject({ stage: 'labelled', handedOverAt: null });
  await shop.shipment(tells([scanned('2026-11-25 18:00', 'picked_up')], { tracking: 'JJD2' }));
  await shop.drain();
  expect(await shop.one()).toMatchObject({ stage: 'handed_over', handedOverAt: moment('2026-11-25 18:00') });
});

test('a parcel with two numbers is as far as the last of them; a scan of one alone moves nothing', async () => {
  const shop = await given();
  const two = parcel('1', '2026-11-24 12:00', 'A1 B1');
  await shop.order(
    sold[0] as OrderStatement,
    says('2026-11-24 12:00', {
      facet: 'fulfilment 1',
      fulfilments: two.fulfilments?.map((one) => ({ ...one, tracking: ['JJD1', 'JJD2'] })),
    }),
  );
  await shop.shipment(pickedUp);
  await shop.drain();
  expect(await shop.one()).toMatchObject({ stage: 'labelled' });
  await shop.shipment(tells([scanned('2026-11-25 18:00', 'picked_up')], { tracking: 'JJD2' }));
  await shop.drain();
  expect(await shop.one()).toMatchObject({ stage: 'handed_over', handedOverAt: moment('2026-11-25 18:00') });
});

test('a label and a customer’s return hand nothing over', async () => {
  const shop = await given();
  await shop.order(...sold);
  await shop.shipment(
    scans(scanned('2026-11-24 13:00', 'pending')),
    tells([], { tracking: 'JJD1', saidAt: moment('2026-11-24 13:00'), about: { direction: 'return' } }),
    pickedUp,
  );
  await shop.drain();
  expect(await shop.one()).toMatchObject({ stage: 'labelled', handedOverAt: null });
});
