import { expect, test } from 'vitest';
import { asSystem } from '../../../src/core/runtime/system.ts';
import { tellOrders } from '../../../src/features/orders/index.ts';
import { newContext } from '../../harness/database.ts';
import { openParcels, toldOrder, toldShipments } from '../../harness/parcels.ts';
import { lift, scanned, tells } from '../../harness/shipment-story.ts';
import { openShop } from '../../harness/shop.ts';
import { line, parcel, sale } from '../../harness/statements.ts';

test('an order leaves the backlog with its first scan, its card says who scanned it, and a mistaken delivery is lifted', async () => {
  await using shop = await openShop({ at: '2026-03-05T08:00:00Z' });
  const ctx = await newContext({ workspace: shop.workspace, at: '2026-03-05T08:00:00Z' });
  const statements = [sale('2026-03-04 10:00', [line('A', 1)]), parcel('1', '2026-03-04 12:00', 'A1')];
  await tellOrders.call(asSystem(ctx, 'test'), { statements });
  await shop.vic.says('/order');
  await shop.vic.sees('1 to ship');
  await toldShipments(shop, tells([scanned('2026-03-04 18:00', 'picked_up')], { tracking: 'JJD1' }));
  await shop.vic.says('/order');
  await shop.vic.sees('Nothing to ship');
  await shop.vic.says('/order 1042');
  const card = await shop.vic.sees('Order #1042');
  await shop.vic.picksMore(card, 'Timeline');
  const timeline = await shop.vic.sees('Timeline of Order #1042');
  expect(timeline.text).toMatch(/Wed 4 Mar 18:00 CET.*handed over \(scan\).*the carrier/);
  await toldShipments(shop, tells([scanned('2026-03-05 08:30', 'delivered')], { tracking: 'JJD1' }));
  await shop.vic.says('/order 1042');
  await shop.vic.sees('Delivered 08:30 CET');
  await toldShipments(shop, tells([lift('2026-03-05 08:45')], { tracking: 'JJD1', source: 'person' }));
  await shop.vic.says('/order 1042');
  await shop.vic.sees('On its way since Wed 4 Mar 18:00 CET');
});

test.each([
  [
    'will be late',
    [scanned('2026-03-04 18:00', 'in_transit')],
    'Its parcel will be late, expected Mon 9 Mar; on its way since Wed 4 Mar 12:00 CET, promised Fri 6 Mar',
  ],
  [
    'was held up',
    [scanned('2026-03-04 18:00', 'delayed', { reason: 'weather_delay' })],
    'Its parcel is delayed (held up by weather) and will be late, expected Mon 9 Mar; on its way since',
  ],
  [
    'turned back',
    [scanned('2026-03-04 18:00', 'return_to_sender', { reason: 'consignee_refused' })],
    'Returned to sender Wed 4 Mar 18:00 CET; its parcel is on its way back to us (refused by the customer)',
  ],
] as const)('the first line of an order says that its parcel %s', async (_, events, finding) => {
  const { shop, sends } = await openParcels();
  await using __ = shop;
  await sends('1042', 'A1', 8_640n, '06');
  await toldShipments(
    shop,
    tells([scanned('2026-03-04 12:00', 'picked_up'), ...events], {
      tracking: 'A1',
      about: { carrier: 'DHL', estimate: { kind: 'date', on: '2026-03-09' } },
    }),
  );
  await shop.vic.says('/order 1042');
  const card = await shop.vic.sees(finding);
  expect(card.text).toContain('Order 1042');
});

test('of several parcels the one to look at is told, and a late order says what has become of its parcel', async () => {
  const { shop } = await openParcels();
  await using _ = shop;
  await toldOrder(shop, '1042', { tracking: ['A1', 'A2'], valueMinor: 100n, day: '09' });
  await toldOrder(shop, '1043', { tracking: ['B1'], valueMinor: 100n, day: '03' });
  await toldShipments(
    shop,
    tells([scanned('2026-03-04 12:00', 'on_hold', { reason: 'customs_papers' })], { tracking: 'A1' }),
    tells([scanned('2026-03-05 08:00', 'in_transit')], { tracking: 'A2' }),
    tells([scanned('2026-03-05 08:00', 'delivery_failed', { reason: 'consignee_absent' })], {
      tracking: 'B1',
    }),
  );
  await shop.vic.says('/order 1042');
  await shop.vic.sees('One of its parcels is on hold (customs wants papers); on its way since');
  await shop.vic.says('/order 1043');
  const late = await shop.vic.sees('; its parcel could not be delivered (nobody was there)');
  expect(late.text).toMatch(/^⚠️ Late: promised Tue 3 Mar, /);
});
