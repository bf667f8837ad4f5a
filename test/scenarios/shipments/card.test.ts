import { expect, test } from 'vitest';
import { givenOrders } from '../../harness/given-orders.ts';
import { toldOrder, toldShipments } from '../../harness/parcels.ts';
import { about, berlin, hanover, lift, scanned, tells } from '../../harness/shipment-story.ts';
import { openShop, type Shop } from '../../harness/shop.ts';

// A Thursday, 09:00 in Hamburg.
const at = '2026-03-05T08:00:00Z';
const number = '00340434292135100186';

async function openShipments() {
  const shop = await openShop({ at });
  return { shop, order: givenOrders(shop.db.prisma, shop.workspace, () => shop.clock.now()) };
}

/** Order 1042, promised for Tuesday, in these parcels. */
async function sent(shop: Shop, tracking: readonly string[] = [number]) {
  await toldOrder(shop, '1042', { tracking, valueMinor: 8_640n, day: '03' });
}

const onItsWay = tells(
  [
    scanned('2026-03-02 14:00', 'pending'),
    scanned('2026-03-02 18:00', 'picked_up', { text: 'Collected' }),
    scanned('2026-03-04 19:00', 'in_transit', { place: hanover }),
  ],
  {
    about: { carrier: 'DHL', service: 'Paket', to: berlin, estimate: { kind: 'date', on: '2026-03-05' } },
  },
);

test('a late parcel is found by its number, with spaces, and by its order: what was promised, what the carrier says, and where it was last', async () => {
  const { shop } = await openShipments();
  await using _ = shop;
  await sent(shop);
  await toldShipments(shop, onItsWay);
  for (const asked of [number, '0034 0434 2921 3510 0186', '1042', '#1042']) {
    await shop.vic.says(`/shipment ${asked}`);
    const card = await shop.vic.sees(
      'Late: promised Tue 3 Mar, DHL says Thu 5 Mar; last scan Hanover 14 h ago',
    );
    expect(card.ephemeral, asked).toBe(true);
    expect(card.text).toContain(`Shipment ${number} · DHL Paket`);
    expect(card.text).toContain('in transit, Hanover');
    expect(card.text).toContain('order 1042, €86.40');
    expect(card.text).toContain('nobody says why, nor by when it had to leave');
    expect(card.text).toContain('Last heard of Wed 4 Mar 19:00 CET');
    expect(card.text).toMatch(/When +Where +What/);
  }
  await shop.vic.says(`/ops ${number}`);
  await shop.vic.sees('1042');
});

test('the history of the estimate, the timeline on the clocks of its places, and back', async () => {
  const { shop } = await openShipments();
  await using _ = shop;
  const edison = { city: 'Edison', region: 'NJ', country: 'US' };
  await toldShipments(
    shop,
    onItsWay,
    about('2026-03-04 20:00', { estimate: { kind: 'date', on: '2026-03-06' } }),
    tells([scanned('2026-03-05 03:00', 'delayed', { place: edison, reason: 'weather_delay' })]),
  );
  await shop.vic.says(`/shipment ${number}`);
  const card = await shop.vic.sees('Delayed (held up by weather); last scan Edison NJ 6 h ago');
  expect(card.text).toContain('DHL says Fri 6 Mar (was Thu 5 Mar)');
  await shop.vic.picksMore(card, 'Timeline');
  const timeline = await shop.vic.sees(`Timeline of Shipment ${number}`);
  expect(timeline.text).toContain('Wed 4 Mar 21:00 EST Edison NJ: delayed (held up by weather)');
  expect(timeline.text).toContain('Mon 2 Mar 18:00 CET picked up: Collected');
  await shop.vic.presses(timeline, 'Back to the shipment');
  await shop.vic.sees('Delayed (held up by weather)');
});

test.each([
  ['on its way, without a promise', [], 'In transit, DHL says Thu 5 Mar; last scan Hanover 14 h ago'],
  ['delivered', [scanned('2026-03-05 08:30', 'delivered', { place: berlin })], 'Delivered 08:30 CET'],
  [
    'that turned back',
    [scanned('2026-03-05 08:00', 'return_to_sender', { reason: 'consignee_refused' })],
    'On its way back to us (refused by the customer); last scan Hanover 1 h ago',
  ],
  [
    'that is back',
    [
      scanned('2026-03-05 07:00', 'return_to_sender', { reason: 'consignee_refused' }),
      scanned('2026-03-05 08:00', 'delivered'),
    ],
    'Back with us since 08:00 CET: refused by the customer',
  ],
  [
    'whose delivery failed',
    [scanned('2026-03-05 08:00', 'delivery_failed', { reason: 'consignee_absent' })],
    'Delivery failed (nobody was there)',
  ],
  [
    'that a lead knows not to be delivered',
    [scanned('2026-03-05 07:00', 'delivered'), lift('2026-03-05 08:00')],
    'In transit, DHL says Thu 5 Mar; last scan Hanover 14 h ago',
  ],
  [
    'with a code that nobody knows',
    [scanned('2026-03-05 08:00', 'unknown', { code: 'DELIVERED_ISH' })],
    'In transit, DHL says Thu 5 Mar; last scan Hanover 1 h ago',
  ],
] as const)('the finding of a parcel %s', async (_name, events, finding) => {
  const { shop } = await openShipments();
  await using _ = shop;
  await toldShipments(shop, onItsWay, ...(events.length > 0 ? [tells(events)] : []));
  await shop.vic.says(`/shipment ${number}`);
  await shop.vic.sees(finding);
});

test('no scan for longer than is usual is the finding, and vanishes when one is told late', async () => {
  const { shop } = await openShipments();
  await using _ = shop;
  await toldShipments(shop, tells([scanned('2026-03-01 08:00', 'in_transit', { place: hanover })]));
  await shop.vic.says(`/shipment ${number}`);
  await shop.vic.sees('No scan for 4 days: last scan Hanover Sun 1 Mar 08:00 CET');
  await toldShipments(shop, tells([scanned('2026-03-03 08:00', 'in_transit', { place: berlin })]));
  await shop.vic.says(`/shipment ${number}`);
  await shop.vic.sees('In transit; last scan Berlin 2 days ago');
});

test('what is not there: a number that nobody knows, and an order without parcels or of which no carrier told', async () => {
  const { shop, order } = await openShipments();
  await using _ = shop;
  await shop.vic.says('/shipment 4711');
  const nothing = await shop.vic.sees('No shipment or order has the number "4711"');
  expect(nothing.text).toContain('Searched: tracking numbers, and numbers of orders');
  expect(nothing.text).toContain('No shipments have come in yet');
  await sent(shop);
  await order('1043', {});
  await shop.vic.says('/shipment 1043');
  await shop.vic.sees('Order 1043 has no tracking number yet');
  await shop.vic.says('/shipment 1042');
  const untold = await shop.vic.sees('No carrier has told of order 1042 yet');
  expect(untold.text).toContain(`Tracking: ${number}`);
  await shop.vic.presses(untold, 'Show order 1042');
  await shop.vic.sees('Order 1042 · shopify');
  await shop.vic.says('/shipment');
  await shop.vic.sees('/shipment 25066');
});

test('an order in two parcels is a choice, and each opens', async () => {
  const { shop } = await openShipments();
  await using _ = shop;
  await sent(shop, [number, 'JJD01']);
  await toldShipments(
    shop,
    onItsWay,
    tells([scanned('2026-03-04 10:00', 'picked_up')], { tracking: 'JJD01' }),
  );
  await shop.vic.says('/shipment 1042');
  const choice = await shop.vic.sees('2 shipments bring order 1042');
  expect(choice.text).toContain('JJD01: picked up, told Wed 4 Mar 10:00 CET');
  await shop.vic.presses(choice, 'Show');
  const card = await shop.vic.sees(`Shipment ${number} · DHL Paket`);
  await shop.vic.picksMore(card, 'Order 1042');
  await shop.vic.sees('Order 1042 · shopify');
});

test('it is shared as it is, and an issue is raised about it', async () => {
  const { shop } = await openShipments();
  await using _ = shop;
  await toldShipments(shop, onItsWay);
  await shop.maya.says(`/shipment ${number}`);
  const card = await shop.maya.sees(`Shipment ${number} · DHL Paket`);
  await shop.maya.picksMore(card, 'Share in channel');
  const shared = await shop.vic.sees('As of Thu 5 Mar 09:00 CET');
  // Who reads it in the channel works on it from there, and answers go to them alone.
  expect(shared.offers).toEqual(['Show to me', 'Watch', 'Raise issue']);
  await toldShipments(shop, tells([scanned('2026-03-05 08:30', 'out_for_delivery')]));
  await shop.vic.presses(shared, 'Show to me');
  expect((await shop.vic.sees('Out for delivery')).ephemeral).toBe(true);
  await shop.vic.presses(shared, 'Watch');
  await shop.vic.sees('Watched for Vic', 'dm');
  await shop.maya.presses(card, 'Raise issue');
  const form = await shop.maya.seesForm('Raise an issue');
  expect(JSON.stringify(form)).toContain(`Shipment ${number}`);
});

test('what its table leaves out is behind Timeline, which is named only where there is one', async () => {
  const { shop } = await openShipments();
  await using _ = shop;
  const hours = ['02', '03', '04', '05', '06', '07'];
  await toldShipments(shop, tells(hours.map((hour) => scanned(`2026-03-05 ${hour}:00`, 'in_transit'))));
  await shop.maya.says(`/shipment ${number}`);
  const card = await shop.maya.sees(`Shipment ${number}`);
  expect(card.text).toMatch(/and 1 earlier entry: Timeline$/m);
  await shop.maya.picksMore(card, 'Share in channel');
  const shared = await shop.vic.sees('As of Thu 5 Mar 09:00 CET');
  expect(shared.text).toMatch(/and 1 earlier entry$/m);
});

test('an order that is watched or shared says of its parcels what its answer says', async () => {
  const { shop } = await openShipments();
  await using _ = shop;
  await sent(shop);
  await toldShipments(shop, onItsWay);
  const said = `Parcel ${number}: in transit, late: promised Tue 3 Mar`;
  await shop.maya.says('/order 1042');
  const answer = await shop.maya.sees(said);
  await shop.maya.presses(answer, 'Watch');
  expect((await shop.maya.sees('Watched for Maya', 'dm')).text).toContain(said);
  await shop.maya.picksMore(answer, 'Share in channel');
  const shared = await shop.vic.sees('shared by');
  expect(shared.text).toContain(said);
  await shop.vic.presses(shared, 'Show the parcel');
  expect((await shop.vic.sees(`Shipment ${number}`)).ephemeral).toBe(true);
});

test('a watched parcel follows what is told of it: its card is edited, and a line below says that it came', async () => {
  const { shop } = await openShipments();
  await using _ = shop;
  await toldShipments(shop, onItsWay);
  await shop.vic.says(`/shipment ${number}`);
  await shop.vic.presses(await shop.vic.sees(`Shipment ${number} · DHL Paket`), 'Watch');
  const card = await shop.vic.sees('Watched for Vic', 'dm');
  // Who watches it already is offered the end of it.
  await shop.vic.says(`/shipment ${number}`);
  await expect
    .poll(async () => (await shop.vic.sees(`Shipment ${number} · DHL Paket`)).offers)
    .toContain('Stop watching');
  await shop.passes(60_000);
  await toldShipments(shop, tells([scanned('2026-03-05 08:45', 'out_for_delivery', { place: berlin })]));
  const edited = await shop.vic.sees('Out for delivery', 'dm');
  expect(edited.ts).toBe(card.ts);
  await shop.passes(60_000);
  await toldShipments(shop, tells([scanned('2026-03-05 08:58', 'delivered', { place: berlin })]));
  await shop.vic.sees(`Shipment ${number}: delivered`, 'dm');
  await shop.vic.presses(await shop.vic.sees('Watched for Vic', 'dm'), 'Stop watching');
  await shop.vic.sees('No longer watched since', 'dm');
  await shop.vic.says(`/shipment ${number}`);
  await expect
    .poll(async () => (await shop.vic.sees(`Shipment ${number} · DHL Paket`)).offers)
    .toContain('Watch');
  await shop.vic.presses(await shop.vic.sees(`Shipment ${number} · DHL Paket`), 'Watch');
  await shop.app.catchUp();
  await shop.vic.says(`/shipment ${number}`);
  await expect
    .poll(async () => (await shop.vic.sees(`Shipment ${number} · DHL Paket`)).offers)
    .toContain('Stop watching');
  await shop.vic.presses(await shop.vic.sees(`Shipment ${number} · DHL Paket`), 'Stop watching');
  await expect
    .poll(async () => (await shop.vic.sees(`Shipment ${number} · DHL Paket`)).offers)
    .toContain('Watch');
  await shop.vic.sees('No longer watched since', 'dm');
});

test('six characters of the beginning or end of a number find a parcel, and five do not', async () => {
  const { shop } = await openShipments();
  await using _ = shop;
  const second = tells([scanned('2026-03-04 12:00', 'picked_up')], { tracking: '00340434000000999999' });
  // It had a number before.
  const third = tells([scanned('2026-03-04 12:00', 'picked_up')], {
    tracking: 'JJD 000 390',
    formerly: ['OLD-777111'],
  });
  await toldShipments(shop, onItsWay, second, third);
  for (const [asked, tracking] of [
    ['100186', number],
    ['0034043429', number],
    ['3510 0186', number],
    ['999999', '00340434000000999999'],
    ['jjd 000', 'JJD 000 390'],
    ['777111', 'JJD 000 390'],
  ]) {
    await shop.vic.says(`/shipment ${asked}`);
    await shop.vic.sees(`Shipment ${tracking}`);
  }
  await shop.vic.says('/shipment 00340434');
  const two = await shop.vic.sees('2 shipments have a number that begins or ends with "00340434"');
  await shop.vic.presses(two, 'Show');
  await shop.vic.sees('Shipment 0034');
  await shop.vic.says('/shipment 00186');
  await shop.vic.sees('No shipment or order has the number "00186"');
  await shop.vic.says('/ops 100186');
  await shop.vic.sees(number);
});

test('several numbers at once are answered in one message, orders among them', async () => {
  const { shop } = await openShipments();
  await using _ = shop;
  await sent(shop);
  const other = tells([scanned('2026-03-04 12:00', 'delivered')], { tracking: 'JJD000390' });
  await toldShipments(shop, onItsWay, other);
  await shop.vic.says('/shipment 1042, JJD000390 and 4711');
  const list = await shop.vic.sees('2 parcels, 1 to look at, 1 not found');
  expect(list.text).toContain(`${number} · `);
  expect(list.text).toContain('No parcel is "4711"');
  expect(list.text).toContain('Delivered Wed 4 Mar 12:00 CET');
  await shop.vic.presses(list, 'Show JJD000390');
  await shop.vic.sees('Shipment JJD000390');
  await shop.vic.says('/shipment 4711 4712');
  await shop.vic.sees('No shipment or order has the number "4711 4712"');
});

test('a number with a slip is asked about, alone and among several, and one that fits several has a button to choose', async () => {
  const { shop } = await openShipments();
  await using _ = shop;
  const other = tells([scanned('2026-03-04 12:00', 'delivered')], { tracking: '00340434000000999999' });
  await toldShipments(shop, onItsWay, other);
  for (const typed of ['00340434292135100187', '0034-0434-2921-3510-0168', '0034043429213510186']) {
    await shop.vic.says(`/shipment ${typed}`);
    const near = await shop.vic.sees(`No shipment or order has the number "${typed}"`);
    expect(near.text).toContain('Did you mean one of these?');
    await shop.vic.presses(near, 'Show');
    await shop.vic.sees(`Shipment ${number}`);
  }
  await shop.vic.says('/shipment 0034-0434-2921-3510-0186');
  await shop.vic.sees(`Shipment ${number}`);
  await shop.vic.says('/shipment 00340434 00340434292135100187 100186');
  const list = await shop.vic.sees('1 parcel, none to look at, 1 not found');
  expect(list.text).toContain('Several parcels fit "00340434"');
  expect(list.text).toContain(`No parcel is "00340434292135100187". Did you mean ${number}?`);
  await shop.vic.presses(list, 'Choose');
  const choice = await shop.vic.sees('2 shipments have a number that begins or ends with "00340434"');
  await shop.vic.presses(choice, 'Show');
  await shop.vic.sees('Shipment 0034');
});

test('an order that only a parcel names finds its parcel', async () => {
  const { shop } = await openShipments();
  await using _ = shop;
  const naming = (tracking: string, order: string) =>
    tells([scanned('2026-03-04 12:00', 'in_transit')], {
      tracking,
      about: { orders: [{ number: order, channel: null }] },
    });
  await toldShipments(shop, naming('A-1', 'NOPE-3'), naming('A-2', '#NOPE-4'), naming('A-3', 'NOPE-4'));
  await shop.vic.says('/shipment nope-3');
  await shop.vic.sees('Shipment A-1');
  await shop.vic.says('/shipment NOPE-4');
  await shop.vic.sees('2 shipments are said to bring order "NOPE-4", which nobody knows yet');
  // Once another file says otherwise, it brings it no more.
  await toldShipments(shop, {
    ...naming('A-1', '1042'),
    saidAt: new Date('2026-03-05T07:00:00Z'),
    events: [],
  });
  await shop.vic.says('/shipment NOPE-3');
  await shop.vic.sees('No shipment or order has the number "NOPE-3"');
});

test('the card says from where to where it goes, and links to the carrier’s page of it, whatever its number is', async () => {
  const { shop } = await openShipments();
  await using _ = shop;
  await shop.omar.says('/ops carriers');
  await shop.omar.presses(await shop.omar.sees('No collections yet'), 'Add a carrier');
  const draft = { code: 'DHL', trackingUrl: 'https://track.example/{number}?lang=en' };
  expect(await shop.omar.sends('Carrier and services', { ...draft, trackingUrl: 'track.example' })).toEqual({
    trackingUrl: 'It is no address that begins with https://.',
  });
  expect(await shop.omar.sends('Carrier and services', draft)).toEqual({});
  await shop.app.catchUp();
  const said = { carrier: 'DHL', from: { ...berlin, city: 'Hamburg' }, to: { ...berlin, country: 'FR' } };
  for (const [tracking, page] of [
    [number, `<https://track.example/${number}?lang=en|Track at DHL>`],
    ['A/12?X#3', '<https://track.example/A%2F12%3FX%233?lang=en|Track at DHL>'],
  ] as const) {
    await toldShipments(shop, tells([scanned('2026-03-05 08:00', 'in_transit')], { tracking, about: said }));
    await shop.vic.says(`/shipment ${tracking}`);
    const card = await shop.vic.sees('DE → FR');
    expect(JSON.stringify(card)).toContain(page);
  }
  // A page that is no more is taken away, and left empty it stays as it is.
  const again = async (trackingUrl: string | null) => {
    await shop.omar.says('/ops carriers');
    await shop.omar.presses(await shop.omar.sees('collections'), 'Add a carrier');
    expect(await shop.omar.sends('Carrier and services', { code: 'DHL', trackingUrl })).toEqual({});
    return await shop.db.prisma.carrier.findFirst({ where: { workspaceId: shop.workspace.id, code: 'DHL' } });
  };
  expect(await again(null)).toMatchObject({ trackingUrl: draft.trackingUrl });
  expect(await again('none')).toMatchObject({ trackingUrl: null });
});
