import { expect, test } from 'vitest';
import { openParcels, toldShipments } from '../../harness/parcels.ts';
import { lift, scanned, tells } from '../../harness/shipment-story.ts';

/** Of each kind one, and two on hold: of €10.00, €20.00 and so on, in the order of the kinds; and two of which nothing is wrong. */
async function troubledShop() {
  const { shop, sends } = await openParcels();
  const parcels = [
    ['T1', [scanned('2026-03-03 10:00', 'return_to_sender', { reason: 'consignee_refused' })]],
    ['F1', [scanned('2026-03-04 10:00', 'delivery_failed', { reason: 'consignee_address' })]],
    ['H1', [scanned('2026-03-04 11:00', 'on_hold', { reason: 'customs_papers' })]],
    ['H2', [scanned('2026-03-04 11:30', 'on_hold')]],
    ['D1', [scanned('2026-03-04 12:00', 'delayed', { reason: 'weather_delay' })]],
    ['C1', [scanned('2026-03-02 08:59', 'ready_for_pickup')]],
    ['U1', [scanned('2026-03-04 08:59', 'pending')]],
    ['S1', [scanned('2026-03-02 08:59', 'in_transit')]],
    [
      'B1',
      [
        scanned('2026-03-01 10:00', 'return_to_sender', { reason: 'consignee_refused' }),
        scanned('2026-03-04 10:00', 'delivered'),
      ],
    ],
    // Waiting for its customer for less than three days; and scanned in time.
    ['ok1', [scanned('2026-03-02 09:01', 'ready_for_pickup')]],
    ['ok2', [scanned('2026-03-02 09:01', 'in_transit')]],
  ] as const;
  for (const [n, [tracking]] of parcels.entries())
    await sends(`${2_000 + n}`, tracking, BigInt(n + 1) * 1_000n, null);
  await toldShipments(shop, ...parcels.map(([tracking, events]) => tells(events, { tracking })));
  return shop;
}

test('what is wrong with parcels: what, because of whom, how many, since when, and what to do, the most value first', async () => {
  await using shop = await troubledShop();
  await shop.vic.says('/shipment exceptions');
  const card = await shop.vic.sees('9 exceptions (€450.00), the oldest for 3 days');
  expect(card.ephemeral).toBe(true);
  const { text } = card;
  const groups = [
    '1 back with us because of the customer · since Wed 4 Mar 10:00 CET · €90.00\nput it on the shelf, then refund',
    '1 without news · since Mon 2 Mar 08:59 CET · €80.00\nhave the carrier trace it',
    '1 not scanned · since Wed 4 Mar 08:59 CET · €70.00\nlook on the dock: did it leave?',
    '1 not collected · since Mon 2 Mar 08:59 CET · €60.00\nremind the customer: most carriers send it back after a week or so',
    '1 delayed because of the weather · since Wed 4 Mar 12:00 CET · €50.00\ntell the customer, promise a new day',
    '1 on hold · since Wed 4 Mar 11:30 CET · €40.00\nask the carrier what it waits for',
    '1 on hold because of customs · since Wed 4 Mar 11:00 CET · €30.00\nsend customs its papers',
    '1 failed delivery because of the customer · since Wed 4 Mar 10:00 CET · €20.00\nask the customer for the right address, and give it to the carrier before it turns back',
    '1 on its way back because of the customer · since Tue 3 Mar 10:00 CET · €10.00\nask the customer why, and refund when it is here',
  ];
  const places = groups.map((group) => text.indexOf(group));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(text.match(/ · since /g)).toHaveLength(groups.length);
  expect(text).not.toContain('fault');
});

test('each group opens its parcels', async () => {
  await using shop = await troubledShop();
  await shop.vic.says('/shipment exceptions');
  let card = await shop.vic.sees('9 exceptions');
  const back = async (from: string) => {
    await shop.vic.presses(await shop.vic.sees(from), 'Exceptions');
    card = await shop.vic.sees('9 exceptions');
  };
  await shop.vic.presses(card, '2 on hold');
  const held = await shop.vic.sees('2 parcels on hold: H1 on hold; H2 on hold');
  expect(held.text).toContain('customs wants papers');
  await back('2 parcels on hold');
  await shop.vic.chooses(card, 'Open a group', '1 on hold because of customs');
  await back('1 parcel on hold because of customs: H1 on hold');
  await shop.vic.chooses(card, 'Open a group', '1 without news');
  await shop.vic.sees('no scan for 3 days');
});

test('another list is shown for any reason, and one that is empty for a reason says how many there are for others', async () => {
  await using shop = await troubledShop();
  await shop.vic.says('/shipment exceptions');
  const card = await shop.vic.sees('9 exceptions');
  await shop.vic.chooses(card, 'Open a group', '1 on hold because of customs');
  const held = await shop.vic.sees('1 parcel on hold because of customs: H1 on hold');
  await shop.vic.chooses(held, 'Because of', 'The weather');
  const none = await shop.vic.sees('No parcel on hold because of the weather');
  expect(none.text).toContain('None for that reason. For other reasons: 2 parcels on hold.');
  // The weather does not stay in the way of what failed because of the customer.
  await shop.vic.chooses(none, 'List', 'Whose delivery failed');
  await shop.vic.sees('1 parcel whose delivery failed: F1 delivery failed');
});

test('a scan that is told late, a delivery and a word of a lead take a parcel out', async () => {
  await using shop = await troubledShop();
  await toldShipments(
    shop,
    tells([scanned('2026-03-04 09:30', 'in_transit')], { tracking: 'S1' }),
    tells([scanned('2026-03-05 08:00', 'delivered')], { tracking: 'F1' }),
    tells([lift('2026-03-05 08:00')], { tracking: 'B1' }),
  );
  await shop.vic.says('/shipment exceptions');
  const card = await shop.vic.sees('6 exceptions');
  for (const gone of ['without news', 'failed delivery', 'back with us'])
    expect(card.text).not.toContain(gone);
});

test('a parcel abroad that is late and silent for four days is in there, for whatever reason it is late', async () => {
  const { shop, sends } = await openParcels();
  await using _ = shop;
  const paris = { city: 'Paris', region: null, country: 'FR' };
  const hamburg = { city: 'Hamburg', region: null, country: 'DE' };
  await sends('2000', 'A1', 1_000n, null);
  const about = (on: string) => ({
    about: { from: hamburg, to: paris, estimate: { kind: 'date' as const, on } },
  });
  const scan = [scanned('2026-03-01 08:00', 'in_transit')];
  await toldShipments(
    shop,
    tells(scan, { tracking: 'A1', ...about('2026-03-04') }),
    // This one is not expected before Friday.
    tells(scan, { tracking: 'A2', ...about('2026-03-06') }),
  );
  await shop.vic.says('/shipment exceptions');
  const card = await shop.vic.sees('1 exception (€10.00)');
  expect(card.text).toContain('1 without news · since Sun 1 Mar 08:00 CET');
});

test('nothing is wrong: what was looked at', async () => {
  const { shop } = await openParcels();
  await using _ = shop;
  await toldShipments(shop, tells([scanned('2026-03-05 08:00', 'in_transit')], { tracking: 'ok' }));
  await shop.vic.says('/shipment exceptions');
  const card = await shop.vic.sees('No exceptions');
  expect(card.text).toContain('looked at 1 parcel on their way, and at what came back in the last 14 days');
});

test('what to do about a failed delivery goes with why it failed', async () => {
  const { shop } = await openParcels();
  await using _ = shop;
  const failed = (tracking: string, reason: 'consignee_absent' | 'consignee_access') =>
    tells([scanned('2026-03-05 08:00', 'delivery_failed', { reason })], { tracking });
  await toldShipments(shop, failed('F1', 'consignee_absent'), failed('F2', 'consignee_absent'));
  await shop.vic.says('/shipment exceptions');
  const absent = await shop.vic.sees('2 failed deliveries because of the customer');
  expect(absent.text).toContain(
    'most carriers try once more, then leave it at a pick-up point: ask which comes next, and tell the customer',
  );
  await toldShipments(shop, failed('F3', 'consignee_access'));
  await shop.vic.says('/shipment exceptions');
  const both = await shop.vic.sees('3 failed deliveries because of the customer');
  expect(both.text).toContain('nobody was there: most carriers try once more');
  expect(both.text).toContain('the carrier could not get in: ask the customer how to get in');
});
