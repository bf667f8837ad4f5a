import { expect, test } from 'vitest';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { jobGround } from '../../../../test/harness/jobs.ts';
import { scanned, tells } from '../../../../test/harness/shipment-story.ts';
import { line, moment, parcel, sale, says } from '../../../../test/harness/statements.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { keepDrain } from '../../../jobs/drain/drain.ts';
import { type OrderStatement, tellOrders } from '../../orders/index.ts';
import { type ShipmentStatement, tellShipments } from '../index.ts';

const at = '2026-11-27T15:30:00Z';

async function given() {
  const { ground, workspace } = await jobGround({}, at);
  const { prisma } = await testDatabase();
  const ctx = asSystem(await newContext({ at, workspace }), 'test');
  const drain = async () => await keepDrain(ground, prisma).drain(workspace.id);
  const where = { workspaceId: workspace.id };
  return {
    async order(...statements: readonly OrderStatement[]) {
      await tellOrders.call(ctx, { statements: [...statements] });
      await drain();
    },
    async shipment(...statements: readonly ShipmentStatement[]) {
      await tellShipments.call(ctx, { statements: [...statements] });
      await drain();
    },
    orders: async () =>
      await prisma.order.findMany({
        where,
        select: { number: true, stage: true, handedOverAt: true, deliveredAt: true, returnedAt: true },
        orderBy: { number: 'asc' },
      }),
  };
}

const of = (number: string) => ({
  channel: 'shop',
  number,
  external: { source: 'shop', kind: 'order' as const, externalId: number },
});
const sold = (number: string, when = '2026-11-23 10:00'): OrderStatement => ({
  ...sale(when, [line('A', 1), line('B', 1)]),
  order: of(number),
});
function sent(number: string, when: string, tracking: string[]): OrderStatement {
  const { fulfilments = [] } = parcel('1', when, 'A1 B1');
  return {
    ...says(when, { facet: 'fulfilment 1', fulfilments: fulfilments.map((one) => ({ ...one, tracking })) }),
    order: of(number),
  };
}
const pickedUp = scanned('2026-11-24 18:00', 'picked_up');
const life = [pickedUp, scanned('2026-11-26 10:00', 'delivered')];

test('an order that takes its parcel’s new number, or both, after the delivery stays delivered', async () => {
  for (const numbers of [['JJD2'], ['JJD1', 'JJD2']]) {
    const shop = await given();
    await shop.order(sold('1'), sent('1', '2026-11-24 12:00', ['JJD1']));
    await shop.shipment(tells(life, { tracking: 'JJD2', formerly: ['JJD1'] }));
    expect(await shop.orders()).toMatchObject([{ stage: 'delivered' }]);
    await shop.order(sent('1', '2026-11-26 12:00', numbers));
    expect(await shop.orders()).toMatchObject([
      { stage: 'delivered', deliveredAt: moment('2026-11-26 10:00') },
    ]);
  }
});

test('of two orders in a parcel, the one that comes to it later learns too', async () => {
  const shop = await given();
  await shop.order(sold('7'), sold('8', '2026-11-23 11:00'), sold('9', '2026-11-23 12:00'));
  for (const [number, tracking] of [
    ['9', ['JJD1']],
    ['7', ['JJD1']],
    ['8', []],
  ] as const)
    await shop.order(sent(number, '2026-11-24 12:00', [...tracking]));
  await shop.shipment(tells(life, { tracking: 'JJD1' }));
  await shop.order(sent('7', '2026-11-24 13:00', []), sent('8', '2026-11-24 13:00', ['JJD1']));
  expect((await shop.orders()).slice(1)).toMatchObject([{ stage: 'delivered' }, { stage: 'delivered' }]);
});

test('seven orders in a parcel are all delivered', async () => {
  const shop = await given();
  const numbers = ['1', '2', '3', '4', '5', '6', '7'];
  await shop.order(...numbers.map((number) => sold(number)));
  await shop.order(...numbers.map((number) => sent(number, '2026-11-24 12:00', ['JJD1'])));
  await shop.shipment(tells(life, { tracking: 'JJD1' }));
  expect(new Set((await shop.orders()).map(({ stage }) => stage))).toEqual(new Set(['delivered']));
});

test('that it is a return, told last, and an earlier turning back, told last, end as told first', async () => {
  const label = sent('1', '2026-11-24 12:00', ['JJD1']);
  const about = tells([], {
    tracking: 'JJD1',
    saidAt: moment('2026-11-24 13:00'),
    about: { direction: 'return' },
  });
  const back = (when: string, code: string) =>
    tells([scanned(when, 'return_to_sender', { code })], { tracking: 'JJD1' });
  const stories: readonly (readonly ShipmentStatement[])[] = [
    [tells(life, { tracking: 'JJD1' }), about],
    [tells([pickedUp], { tracking: 'JJD1' }), back('2026-11-25 09:00', 'r1'), back('2026-11-24 20:00', 'r2')],
  ];
  for (const story of stories) {
    const ends: unknown[] = [];
    for (const told of [story, story.toReversed()]) {
      const shop = await given();
      await shop.order(sold('1'), label);
      for (const one of told) await shop.shipment(one);
      ends.push(await shop.orders());
    }
    expect(ends[1]).toEqual(ends[0]);
  }
});

test('an order with a number that was another parcel’s long ago waits for its own scans', async () => {
  const shop = await given();
  await shop.shipment(
    tells([scanned('2026-03-02 18:00', 'picked_up'), scanned('2026-03-04 10:00', 'delivered')], {
      tracking: 'JJD1',
    }),
  );
  await shop.order(sold('1'), sent('1', '2026-11-24 12:00', ['JJD1']));
  expect(await shop.orders()).toMatchObject([{ stage: 'labelled', deliveredAt: null }]);
  await shop.shipment(tells([pickedUp], { tracking: 'JJD1' }));
  expect(await shop.orders()).toMatchObject([{ stage: 'handed_over' }]);
});
