import { expect, test } from 'vitest';
import { lateShop, openParcels, toldShipments } from '../../harness/parcels.ts';
import { scanned, tells } from '../../harness/shipment-story.ts';
import { moment } from '../../harness/statements.ts';

test('what is late and what will be: how many, what is at stake, and the two figures apart', async () => {
  await using shop = await lateShop();
  await shop.vic.says('/shipment late');
  const card = await shop.vic.sees('3 parcels late (€106.40), 1 more will be');
  expect(card.ephemeral).toBe(true);
  expect(card.text).toContain('1 carrier at fault (€86.40)');
  expect(card.text).toContain('1 handed over on time, nobody says why (€20.00)');
  expect(card.text).toContain('1 nobody says why, nor by when it had to leave');
  expect(card.text).toContain('1 without a promise, not judged');
  expect(card.text).toContain('DHL · DE → DE 10 · Paket: 2 late, 1 will be · 3 orders, €116.40 at risk');
  expect(card.text).toContain('UPS · DE → FR · Standard: 1 late · no order of ours');
});

test('each figure opens its parcels, each parcel its card, and the list goes as a file', async () => {
  await using shop = await lateShop();
  await shop.vic.says('/shipment late');
  const card = await shop.vic.sees('3 parcels late');
  await shop.vic.presses(card, '3 late');
  const list = await shop.vic.sees('The earliest promise first');
  expect(list.text).toContain('promised Tue 3 Mar (2 days ago), DHL says Fri 6 Mar');
  expect(list.text).toContain('delayed by the carrier');
  expect(list.text).toContain('order 1042, €86.40 · DHL · DE → DE 10 · Paket');
  expect(list.text).toContain('no order of ours · UPS');
  await shop.vic.presses(list, 'As CSV');
  await shop.vic.sees('I am writing shipments to a CSV file');
  await shop.vic.presses(list, 'Late parcels');
  await shop.vic.chooses(
    await shop.vic.sees('Late parcels'),
    'Open a group',
    '1 late: UPS · DE → FR · Standard',
  );
  const ups = await shop.vic.sees('1 parcel late: UPS · DE → FR · Standard: B1 in transit');
  await shop.vic.presses(ups, 'Late parcels');
  await shop.vic.presses(await shop.vic.sees('Late parcels'), '1 going to be late');
  const due = await shop.vic.sees('1 parcel going to be late: A3 picked up');
  await shop.vic.chooses(due, 'List', 'Late');
  await shop.vic.presses(await shop.vic.sees('order 1042, €86.40'), 'Show A1');
  await shop.vic.sees('Late: promised Tue 3 Mar, DHL says Fri 6 Mar');
});

test('why it is late is forgotten in a list that has no such menu', async () => {
  await using shop = await lateShop();
  await shop.vic.says('/shipment late');
  await shop.vic.picksMore(await shop.vic.sees('Late parcels'), '1 carrier at fault');
  const list = await shop.vic.sees('1 parcel late, carrier at fault: A1 delayed');
  await shop.vic.chooses(list, 'List', 'On their way back to us');
  await shop.vic.sees('1 parcel on its way back to us: E1 on its way back to us');
});

test('of a carrier or of a lane, however it is written; one that nobody has is said', async () => {
  await using shop = await lateShop();
  await shop.vic.says('/shipment late ups');
  const ups = await shop.vic.sees('1 parcel late: Late parcels: UPS');
  expect(ups.text).not.toContain('without a promise');
  await shop.vic.says('/shipment late de → de 10');
  await shop.vic.sees('2 parcels late (€106.40), 1 more will be: Late parcels: DE → DE 10');
  await shop.vic.says('/shipment late dlh');
  await shop.vic.sees('2 parcels late (€106.40), 1 more will be: Late parcels: DHL');
  await shop.vic.says('/shipment late Hermes');
  const none = await shop.vic.sees('I know no carrier, location, country or lane called Hermes');
  expect(none.text).toContain('/shipment late');
  await shop.vic.says('/shipment late DHX');
  await shop.vic.sees('I know no carrier, location, country or lane called DHX. Did you mean DHL?');
  await shop.vic.says('/shipment late Poland');
  await shop.vic.sees('No parcel is on its way from or to Poland');
});

test('of all lanes from a place, to a country or between two, by codes or names', async () => {
  await using shop = await lateShop();
  await toldShipments(
    shop,
    tells([scanned('2026-03-03 15:00', 'in_transit')], {
      tracking: 'F1',
      about: {
        carrier: 'DHL',
        from: { city: null, region: null, country: 'FR' },
        to: { city: null, region: null, country: 'DE', area: '20' },
        promise: { kind: 'date', on: '2026-03-04' },
      },
    }),
  );
  for (const text of ['DE-DE', 'de → de', 'Germany to Germany']) {
    await shop.vic.says(`/shipment late ${text}`);
    await shop.vic.sees('2 parcels late (€106.40), 1 more will be: Late parcels: DE → DE');
  }
  for (const [text, found] of [
    ['to France', '1 parcel late: Late parcels: to FR'],
    ['Germany → France', '1 parcel late: Late parcels: DE → FR'],
    ['from Germany', '3 parcels late (€106.40), 1 more will be: Late parcels: from DE'],
  ] as const) {
    await shop.vic.says(`/shipment late ${text}`);
    await shop.vic.sees(found);
  }
  await shop.vic.says('/shipment late Germany');
  await shop.vic.sees('Germany is where parcels come from and where they go. Did you mean from DE or to DE?');
  await shop.vic.says('/shipment late from DE');
  await shop.vic.presses(await shop.vic.sees('Late parcels: from DE'), '3 late');
  await shop.vic.sees('3 parcels late: from DE');
});

test('a lane that is empty, two ways at once, and words where none are taken are each said plainly', async () => {
  await using shop = await lateShop();
  for (const [text, answer] of [
    ['late DE → DE 99', 'No parcel is on its way on the lane DE → DE 99.'],
    ['late DHL UPS', 'DHL and UPS are two: I look at one carrier and one lane or country at a time.'],
    ['exceptions DHL', '`/shipment exceptions` takes no words: it shows all that is wrong'],
    ['carriers UPS', '`/shipment carriers` takes no words: it compares all carriers'],
  ] as const) {
    await shop.vic.says(`/shipment ${text}`);
    await shop.vic.sees(answer);
  }
  // The word before a number says nothing that the number does not.
  await shop.vic.says('/shipment order 1042');
  await shop.vic.sees('order 1042');
});

test('a carrier and a country, in either order, are one question, and so is the list behind its figure', async () => {
  await using shop = await lateShop();
  for (const [text, found] of [
    ['Germany UPS', '1 parcel late: Late parcels: UPS · from or to DE'],
    ['UPS France', '1 parcel late: Late parcels: UPS · to FR'],
    ['DHL de → de 10', '2 parcels late (€106.40), 1 more will be: Late parcels: DHL · DE → DE 10'],
    ['DHL France', 'No parcel is late: Late parcels: DHL · to FR'],
    ['DHL Germany', '2 parcels late (€106.40), 1 more will be: Late parcels: DHL · from or to DE'],
  ] as const) {
    await shop.vic.says(`/shipment late ${text}`);
    await shop.vic.sees(found);
  }
  await shop.vic.presses(await shop.vic.sees('Late parcels: DHL · from or to DE'), '2 late');
  const list = await shop.vic.sees('2 parcels late: DHL · from or to DE');
  await shop.vic.presses(list, 'Late parcels');
  await shop.vic.sees('Late parcels: DHL · from or to DE');
});

test('nothing late: what was looked at, and what could not be judged', async () => {
  const { shop } = await openParcels();
  await using _ = shop;
  await shop.vic.says('/shipment late');
  const card = await shop.vic.sees('No parcel is late');
  expect(card.text).toContain('looked at 0 parcels on their way with a promise');
  expect(card.text).toContain('No shipments have come in yet');
});

test('a parcel that is still here, and one that we handed over late, are nobody else’s fault', async () => {
  const { shop, sends } = await openParcels();
  await using _ = shop;
  const shipBy = moment('2026-03-02 18:00');
  await sends('1042', 'H1', 1_000n, '03', { shipBy });
  await sends('1043', 'H2', 2_000n, '03', { shipBy });
  await toldShipments(
    shop,
    tells([scanned('2026-03-02 12:00', 'pending')], { tracking: 'H1' }),
    tells([scanned('2026-03-02 18:01', 'picked_up')], { tracking: 'H2' }),
  );
  await shop.vic.says('/shipment late');
  const card = await shop.vic.sees('2 parcels late (€30.00)');
  expect(card.text).toContain(
    '0 carrier at fault · 0 handed over on time, nobody says why · 2 our own fault (€30.00)',
  );
});

test('the card and the list say the same of whose doing it is: ours comes before the carrier’s, and what nobody knows is neither', async () => {
  const { shop, sends } = await openParcels();
  await using _ = shop;
  const shipBy = moment('2026-03-02 18:00');
  for (const tracking of ['H1', 'H2', 'H3', 'H4', 'H6'])
    await sends(`9-${tracking}`, tracking, 1_000n, '03', { shipBy });
  await sends('9-H5', 'H5', 1_000n, '03');
  await toldShipments(
    shop,
    tells([scanned('2026-03-02 12:00', 'pending')], { tracking: 'H1' }),
    tells([scanned('2026-03-03 20:30', 'picked_up')], { tracking: 'H2' }),
    tells(
      [
        scanned('2026-03-02 21:00', 'picked_up'),
        scanned('2026-03-04 12:00', 'in_transit', { reason: 'carrier_missorted' }),
      ],
      { tracking: 'H3' },
    ),
    tells([scanned('2026-03-02 18:00', 'picked_up')], { tracking: 'H4' }),
    tells([scanned('2026-03-02 18:00', 'picked_up')], { tracking: 'H5' }),
    tells(
      [
        scanned('2026-03-02 18:00', 'picked_up'),
        scanned('2026-03-04 12:00', 'in_transit', { reason: 'carrier_missorted' }),
      ],
      { tracking: 'H6' },
    ),
  );
  const nobody = 'nobody says why';
  for (const [tracking, said, unsaid] of [
    ['H1', 'our own fault: not handed over yet, 2 days past its ship-by', nobody],
    ['H2', 'our own fault: we handed it over 26 h late', nobody],
    ['H3', 'our own fault: we handed it over 3 h late, then missorted by the carrier', 'carrier at fault'],
    ['H4', `handed over on time, ${nobody}`, 'fault'],
    ['H5', `${nobody}, nor by when it had to leave`, 'handed over'],
    ['H6', 'carrier at fault: missorted by the carrier', 'our own fault'],
  ] as const) {
    await shop.vic.says(`/shipment ${tracking}`);
    const { text } = await shop.vic.sees(`Shipment ${tracking}`);
    expect(text, tracking).toContain(said);
    expect(text, tracking).not.toContain(unsaid);
  }
  await shop.vic.says('/shipment late');
  const late = await shop.vic.sees('6 parcels late');
  expect(late.text).toContain(
    '1 carrier at fault (€10.00) · 1 handed over on time, nobody says why (€10.00) · 3 our own fault (€30.00)',
  );
  await shop.vic.picksMore(late, '3 our own fault');
  const ours = await shop.vic.sees('3 parcels late, our own fault');
  for (const tracking of ['H1', 'H2', 'H3']) expect(ours.text).toContain(tracking);
  expect(ours.text).toContain('our own fault, then missorted by the carrier');
});

test('what has come meanwhile is in no list any more, and the second click says so', async () => {
  await using shop = await lateShop();
  await shop.vic.says('/shipment late UPS');
  const card = await shop.vic.sees('1 parcel late');
  await toldShipments(shop, tells([scanned('2026-03-05 08:30', 'delivered')], { tracking: 'B1' }));
  await shop.vic.presses(card, '1 late');
  const list = await shop.vic.sees('No parcel late');
  expect(list.text).toContain('none is past it');
});

test('who may not look up shipments is told who may, by every verb and button', async () => {
  await using shop = await lateShop();
  await shop.vic.says('/shipment late');
  const card = await shop.vic.sees('3 parcels late');
  await shop.ada.says('/ops revoke @Vic viewer');
  await shop.ada.sees('Vic');
  for (const asked of ['/shipment', '/shipment late', '/shipment exceptions', '/shipment carriers']) {
    await shop.vic.says(asked);
    await shop.vic.sees('You have no role here');
  }
  await shop.vic.presses(card, '3 late');
  await shop.vic.sees('You have no role here');
});
