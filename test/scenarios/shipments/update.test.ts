import { expect, test } from 'vitest';
import { toldShipments as told, toldOrder } from '../../harness/parcels.ts';
import { berlin, hanover, scanned, tells } from '../../harness/shipment-story.ts';
import { openShop, type Shop } from '../../harness/shop.ts';

// A Thursday, 09:00 in Hamburg.
const at = '2026-03-05T08:00:00Z';
const on = (text: string) => new Date(text);
const number = '00340434292135100186';

/** Order 1042, promised for Tuesday, in a parcel that was last scanned in Hanover on Wednesday. */
async function withShipment() {
  const shop = await openShop({ at });
  await toldOrder(shop, '1042', { tracking: [number], valueMinor: 8_640n, day: '03' });
  const about = { carrier: 'DHL', service: 'Paket', to: berlin };
  const events = [
    scanned('2026-03-02 18:00', 'picked_up'),
    scanned('2026-03-04 19:00', 'in_transit', { place: hanover }),
  ];
  await told(shop, tells(events, { about }));
  return shop;
}

type Who = 'maya' | 'lena' | 'vic' | 'omar';

async function card(shop: Shop, who: Who, text = `Shipment ${number}`) {
  await shop[who].says(`/shipment ${number}`);
  return await shop[who].sees(text);
}

const sent = { status: null, at: null, city: null, reason: null, estimate: null, note: null };

test('somebody who rang the carrier says what happened: it counts like a scan, under their name, and watchers hear once', async () => {
  await using shop = await withShipment();
  await shop.vic.presses(await card(shop, 'vic'), 'Watch');
  await shop.vic.sees('Watched for Vic', 'dm');
  await shop.passes(60_000);
  await shop.maya.presses(await card(shop, 'maya'), 'Update');
  const update = {
    ...sent,
    status: 'on_hold',
    city: 'Edison',
    reason: 'customs_papers',
    note: 'They want the invoice',
  };
  expect(await shop.maya.sends('Update a shipment', { ...update, estimate: '2026-03-09' })).toEqual({});
  await shop.maya.sees(
    `On hold, expected on Mon 9 Mar, noted. Shipment ${number}: Late: promised Tue 3 Mar, Maya says Mon 9 Mar`,
  );
  await shop.app.catchUp();
  await shop.vic.sees(`Shipment ${number}: on hold`, 'dm');
  await shop.vic.picksMore(await card(shop, 'vic', 'on hold, Edison'), 'Timeline');
  const timeline = await shop.vic.sees('Timeline of');
  expect(timeline.text).toContain('on hold (customs wants papers): They want the invoice, says Maya');
  // Pressed twice, it happened once.
  const where = { workspaceId: shop.workspace.id, source: { startsWith: 'person ' } };
  expect(await shop.db.prisma.shipmentEvent.count({ where })).toBe(1);
});

test('who says that it was delivered, and not where, does not say that it was where it was last scanned', async () => {
  await using shop = await withShipment();
  const says = async (said: Partial<Record<keyof typeof sent, string>>) => {
    await shop.maya.presses(await card(shop, 'maya'), 'Update');
    expect(await shop.maya.sends('Update a shipment', { ...sent, ...said })).toEqual({});
  };
  await says({ status: 'out_for_delivery' });
  expect((await card(shop, 'vic')).text).toContain('out for delivery, Hanover');
  await shop.passes(60_000);
  await says({ status: 'delivered' });
  const delivered = await card(shop, 'vic', 'Delivered');
  expect(delivered.text).toContain('\ndelivered · ');
  // Where it was on the way stays in the table.
  expect(delivered.text).toContain('Hanover');
});

test('only when it will come is news of its own; a note or a place alone, the future and the past are refused at their inputs', async () => {
  await using shop = await withShipment();
  const update = async (said: Partial<Record<keyof typeof sent, string>>) => {
    await shop.maya.presses(await card(shop, 'maya'), 'Update');
    return await shop.maya.sends('Update a shipment', { ...sent, ...said });
  };
  expect(await update({})).toEqual({ status: 'Say what happened, or when it will come.' });
  expect(await update({ note: 'They are looking' })).toEqual({
    note: 'Say what happened too. A note by itself belongs in an issue.',
  });
  expect(await update({ city: 'Berlin' })).toEqual({ city: 'Say what happened there too.' });
  expect(await update({ estimate: '2026-03-04' })).toEqual({
    estimate: 'That day has passed: today or later.',
  });
  const seconds = (moment: string) => String(on(moment).getTime() / 1_000);
  expect(await update({ status: 'delivered', at: seconds('2026-03-05T09:00:00Z') })).toEqual({
    at: 'That is still to come: when did it happen?',
  });
  expect(await update({ status: 'delivered', at: seconds('2026-03-04T12:00:00Z') })).toEqual({
    at: 'At Wed 4 Mar 19:00 CET it was in transit: when did this happen after that?',
  });
  // What contradicts itself.
  for (const status of ['delivered', 'lost'])
    expect(await update({ status, estimate: '2026-03-06' })).toEqual({
      estimate: 'What has ended or is lost has no day to come: leave it empty.',
    });
  for (const status of ['delivered', 'in_transit'])
    expect(await update({ status, reason: 'carrier_delay' })).toEqual({
      reason: 'Only what goes wrong has a reason, such as delayed or on hold: leave this empty.',
    });
  expect(await update({ estimate: '2026-03-06' })).toEqual({});
  await shop.maya.sees('Expected on Fri 6 Mar, noted');
});

test('what one of us says now counts although the clock of the carrier goes ahead', async () => {
  await using shop = await withShipment();
  await told(shop, tells([scanned('2026-03-05 13:00', 'out_for_delivery', { place: berlin })]));
  await shop.maya.presses(await card(shop, 'maya'), 'Update');
  expect(await shop.maya.sends('Update a shipment', { ...sent, status: 'delivered' })).toEqual({});
  await shop.maya.sees('Noted. Shipment');
});

test('somebody says a day again that they said before their carrier said another', async () => {
  await using shop = await withShipment();
  const says = async (day: string) => {
    await shop.maya.presses(await card(shop, 'maya'), 'Update');
    const answer = await shop.maya.sends('Update a shipment', { ...sent, estimate: day });
    await shop.passes(60_000);
    return answer;
  };
  expect(await says('2026-03-09')).toEqual({});
  const estimate = { kind: 'date', on: '2026-03-11' } as const;
  await told(shop, tells([scanned('2026-03-05 09:01', 'in_transit')], { about: { estimate } }));
  await card(shop, 'maya', 'DHL says Wed 11 Mar');
  expect(await says('2026-03-09')).toEqual({});
  await card(shop, 'maya', 'Maya says Mon 9 Mar');
});

test('whoever corrects why it stopped at a moment is heard, whichever they said first', async () => {
  await using shop = await withShipment();
  const seconds = String(on('2026-03-05T07:00:00Z').getTime() / 1_000);
  const reasons = [
    'customs_papers',
    'customs_duties',
    'weather_delay',
    'consignee_address',
    'customs_papers',
  ];
  for (const reason of reasons) {
    await shop.maya.presses(await card(shop, 'maya'), 'Update');
    const held = { ...sent, status: 'on_hold', at: seconds, reason };
    expect(await shop.maya.sends('Update a shipment', held)).toEqual({});
    const row = await shop.db.prisma.shipment.findFirstOrThrow({ where: { workspaceId: shop.workspace.id } });
    expect(row).toMatchObject({ status: 'on_hold', reason });
    await shop.passes(60_000);
  }
});

test('a day that one of us said with a turning back is taken back with it, whenever it happened', async () => {
  await using shop = await withShipment();
  await shop.maya.presses(await card(shop, 'maya'), 'Update');
  const back = {
    ...sent,
    status: 'return_to_sender',
    at: String(on('2026-03-05T07:00:00Z').getTime() / 1_000),
  };
  expect(await shop.maya.sends('Update a shipment', { ...back, estimate: '2026-03-12' })).toEqual({});
  await shop.lena.picksMore(await card(shop, 'lena'), 'It did not turn back');
  expect(await shop.lena.sends('It did not turn back', { why: 'They meant another' })).toEqual({});
  const row = await shop.db.prisma.shipment.findFirstOrThrow({ where: { workspaceId: shop.workspace.id } });
  expect(row).toMatchObject({ status: 'in_transit', etaUntil: null });
});

test('a lead takes back what one of us said, and the end that the carrier told since stands', async () => {
  await using shop = await openShop({ at });
  const about = { carrier: 'DHL', service: 'Paket', to: berlin };
  await told(shop, tells([scanned('2026-03-04 18:00', 'pending')], { about }));
  await shop.maya.presses(await card(shop, 'maya'), 'Update');
  expect(await shop.maya.sends('Update a shipment', { ...sent, status: 'cancelled' })).toEqual({});
  await shop.passes(7_200_000);
  const events = [scanned('2026-03-05 10:00', 'picked_up'), scanned('2026-03-05 10:30', 'delivered')];
  await told(shop, tells(events));
  await shop.lena.presses(await card(shop, 'lena', 'Marked cancelled by Maya'), 'Not cancelled after all');
  expect(await shop.lena.sends('Not cancelled after all', { why: 'It was sent' })).toEqual({});
  await shop.lena.sees(`Taken back: what the carrier told of Shipment ${number} counts. Delivered 10:30 CET`);
  await card(shop, 'lena', 'Delivered 10:30 CET');
});

test('a strike is a reason, and the carrier is at fault', async () => {
  await using shop = await withShipment();
  await shop.maya.presses(await card(shop, 'maya'), 'Update');
  const struck = { ...sent, status: 'delayed', reason: 'carrier_strike' };
  expect(await shop.maya.sends('Update a shipment', struck)).toEqual({});
  await shop.vic.says('/shipment exceptions');
  await shop.vic.sees('1 delayed because of the carrier');
  await card(shop, 'vic', 'delayed (a strike at the carrier)');
});

test('who only looks has no update, and none is made of what has ended meanwhile', async () => {
  await using shop = await withShipment();
  const seen = await card(shop, 'maya');
  await shop.maya.presses(seen, 'Update');
  await told(shop, tells([scanned('2026-03-05 08:30', 'delivered', { place: berlin })]));
  expect(await shop.maya.sends('Update a shipment', { ...sent, status: 'delayed' })).toEqual({
    status: 'Delivered 08:30 CET, late: promised Tue 3 Mar: it has ended. A lead can say that it has not.',
  });
  await shop.maya.presses(seen, 'Update');
  await shop.maya.sees('it has ended. A lead can say that it has not.');
  const looked = await card(shop, 'vic');
  await expect(shop.vic.presses(looked, 'Update')).rejects.toThrow();
  await expect(shop.vic.picksMore(looked, 'Update')).rejects.toThrow();
});

test('a lead says that the customer has nothing: it goes on, the timeline says who, and the next scan counts', async () => {
  await using shop = await withShipment();
  await told(shop, tells([scanned('2026-03-05 07:00', 'delivered', { place: berlin })]));
  await shop.maya.says(`/shipment ${number}`);
  const operators = await shop.maya.sees('Delivered 07:00 CET');
  // What a carrier scanned is no slip of ours: nobody is asked.
  expect(operators.text).not.toContain('Is that a mistake?');
  await expect(shop.maya.picksMore(operators, 'Not delivered after all')).rejects.toThrow();
  await shop.lena.picksMore(await card(shop, 'lena', 'Delivered 07:00 CET'), 'Not delivered after all');
  expect(
    await shop.lena.sends('Not delivered after all', { why: 'The neighbour has nothing either' }),
  ).toEqual({});
  await shop.lena.sees('goes on: Late: promised Tue 3 Mar, still in transit');
  // The log names the lead, not the bot that keeps what follows.
  const entry = await shop.db.prisma.auditEntry.findFirstOrThrow({
    where: { workspaceId: shop.workspace.id, operation: 'shipments.lift-end' },
  });
  expect(entry).toMatchObject({
    actorKind: 'person',
    before: { status: 'delivered' },
    after: { status: 'in_transit' },
    reason: 'The neighbour has nothing either',
  });
  await shop.lena.picksMore(await card(shop, 'lena', 'still in transit'), 'Timeline');
  const timeline = await shop.lena.sees('Timeline of');
  expect(timeline.text).toContain('it goes on after all: The neighbour has nothing either, says Lena');
  expect(timeline.text).toContain('delivered · not so, as Lena said later');
  await shop.passes(60_000);
  await told(shop, tells([scanned('2026-03-05 09:01', 'delivered', { place: berlin })]));
  await card(shop, 'lena', 'Delivered 09:01 CET');
});

test('a delivery that one of us told is in doubt once its carrier scans it later: the card, the exceptions and watchers say so, and hear what a lead takes back', async () => {
  await using shop = await withShipment();
  await shop.vic.presses(await card(shop, 'vic'), 'Watch');
  await shop.vic.sees('Watched for Vic', 'dm');
  await shop.passes(60_000);
  await shop.maya.presses(await card(shop, 'maya'), 'Update');
  expect(await shop.maya.sends('Update a shipment', { ...sent, status: 'delivered' })).toEqual({});
  await shop.app.catchUp();
  await shop.vic.sees(`Shipment ${number}: delivered`, 'dm');
  await shop.passes(3_600_000);
  const lille = { city: 'Lille', region: null, country: 'FR' };
  await told(shop, tells([scanned('2026-03-05 09:30', 'in_transit', { place: lille })]));
  const doubt = (day: string) =>
    `Marked delivered by Maya ${day}09:01 CET, but DHL scanned it in transit in Lille ${day}09:30 CET: a lead can confirm it or take it back`;
  const ended = `Shipment ${number}: scanned after one of us had ended it`;
  await shop.vic.sees(`${ended}\n${doubt('Thu 5 Mar ')}`, 'dm');
  await shop.maya.says('/shipment exceptions');
  await shop.maya.presses(await shop.maya.sees('1 exception'), '1 ended by one of us, scanned since');
  await shop.maya.sees('1 parcel that one of us ended and the carrier scanned since');
  await shop.lena.presses(await card(shop, 'lena', doubt('')), 'Not delivered after all');
  await shop.lena.sends('Not delivered after all', { why: 'Lille has it' });
  await shop.app.catchUp();
  await shop.vic.sees(`Shipment ${number}: not delivered after all, in transit`, 'dm');
  await shop.maya.says('/shipment exceptions');
  await shop.maya.sees('No exceptions');
});

test('whether it is a mistake is asked of what one of us told, and names who can take it back', async () => {
  await using shop = await withShipment();
  await shop.maya.presses(await card(shop, 'maya'), 'Update');
  expect(await shop.maya.sends('Update a shipment', { ...sent, status: 'return_to_sender' })).toEqual({});
  const turned = await card(shop, 'maya', 'On its way back to us');
  expect(turned.text).toMatch(/Is that a mistake\? .*Lena.* can take it back/);
  await told(shop, tells([scanned('2026-03-05 08:00', 'return_to_sender')]));
  expect((await card(shop, 'maya', 'On its way back to us')).text).not.toContain('Is that a mistake?');
});

test('a lead confirms an end that a carrier contradicts: the card and the exceptions are done with it, once, and the log says who', async () => {
  await using shop = await withShipment();
  await shop.vic.presses(await card(shop, 'vic'), 'Watch');
  await shop.vic.sees('Watched for Vic', 'dm');
  await shop.passes(60_000);
  await shop.maya.presses(await card(shop, 'maya'), 'Update');
  expect(await shop.maya.sends('Update a shipment', { ...sent, status: 'delivered' })).toEqual({});
  await shop.passes(3_600_000);
  await told(shop, tells([scanned('2026-03-05 09:30', 'in_transit', { place: hanover })]));
  const operators = await card(shop, 'maya', 'Marked delivered by Maya');
  expect(operators.text).toMatch(/Is that a mistake\? .*Lena.* can confirm it or take it back/);
  expect(operators.text).toContain('Next: ask the carrier who is right');
  const [first, second] = [
    await card(shop, 'lena', 'Marked delivered by Maya'),
    await card(shop, 'omar', 'Marked delivered by Maya'),
  ];
  await shop.lena.presses(first, 'It was delivered');
  await shop.lena.sees('Confirmed. Shipment');
  await shop.omar.presses(second, 'It was delivered');
  await shop.omar.sees('There is nothing to confirm: Delivered');
  await shop.app.catchUp();
  await shop.vic.sees(`Shipment ${number}: delivered after all`, 'dm');
  await shop.maya.says('/shipment exceptions');
  await shop.maya.sees('No exceptions');
  await shop.maya.picksMore(await card(shop, 'maya', 'Delivered 09:01 CET'), 'Timeline');
  expect((await shop.maya.sees('Timeline of')).text).toContain('confirmed: delivered, says Lena');
  const entries = await shop.db.prisma.auditEntry.findMany({
    where: { workspaceId: shop.workspace.id, operation: 'shipments.confirm-end' },
  });
  expect(entries).toMatchObject([{ actorKind: 'person', after: { status: 'delivered', doubted: false } }]);
  // A scan after that contradicts it anew.
  await shop.passes(3_600_000);
  await told(shop, tells([scanned('2026-03-05 10:30', 'in_transit', { place: hanover })]));
  await card(shop, 'lena', 'Marked delivered by Maya');
});

test('nobody confirms what they have not seen: told of since, it is shown to the lead first', async () => {
  await using shop = await withShipment();
  await shop.maya.presses(await card(shop, 'maya'), 'Update');
  expect(await shop.maya.sends('Update a shipment', { ...sent, status: 'delivered' })).toEqual({});
  await shop.passes(7_200_000);
  await told(shop, tells([scanned('2026-03-05 09:30', 'in_transit', { place: hanover })]));
  const seen = await card(shop, 'lena', 'Marked delivered by Maya');
  await told(shop, tells([scanned('2026-03-05 10:00', 'return_to_sender', { place: hanover })]));
  await shop.lena.presses(seen, 'It was delivered');
  const no = await shop.lena.sees('Look at it again: more was told of it since your card was drawn.');
  expect(no.text).toContain('scanned it on its way back to us in Hanover 10:00 CET');
  await shop.maya.says('/shipment exceptions');
  await shop.maya.sees('1 exception');
  await shop.lena.presses(await card(shop, 'lena', '10:00 CET'), 'It was delivered');
  await shop.lena.sees('Confirmed. Shipment');
  // Taken back after all, it is where its carrier says.
  await shop.omar.picksMore(await card(shop, 'omar', 'Delivered'), 'Not delivered after all');
  expect(await shop.omar.sends('Not delivered after all', { why: 'It came back' })).toEqual({});
  await card(shop, 'omar', 'On its way back to us');
});

test('customer service is asked once, with words that the customer may read', async () => {
  await using shop = await withShipment();
  await shop.maya.picksMore(await card(shop, 'maya'), 'Text for the customer');
  const words = await shop.maya.sees('For the customer of shipment');
  expect(words.text).toContain(
    `The parcel with your order 1042 (DHL, tracking number ${number}) is on its way. It was last scanned in Hanover on Wed 4 Mar 19:00 CET. We had promised it for Tue 3 Mar: we are sorry that it is late.`,
  );
  const before = await card(shop, 'vic');
  await shop.maya.presses(words, 'Tell customer service');
  await shop.maya.sees('Customer service has it: issue #1 holds the words to send');
  // Its card has the whole text, and leads to the parcel and not to its order.
  await shop.app.idle();
  await shop.maya.says('/issue 1');
  const issue = await shop.maya.sees('Tell the customer of order 1042 how shipment');
  expect(issue.text).toContain(
    `(DHL, tracking number ${number}) is on its way. It was last scanned in Hanover on Wed 4 Mar 19:00 CET. We had promised it for Tue 3 Mar: we are sorry that it is late.`,
  );
  await shop.maya.presses(issue, 'Show it');
  await shop.maya.sees(`Shipment ${number}`);
  expect(JSON.stringify(await card(shop, 'maya'))).not.toContain('Tell customer service');
  // A card from before it was asked.
  await shop.vic.presses(before, 'Tell customer service');
  await shop.vic.sees('Customer service has it already: Maya asked 09:00 CET: issue #1.');
  const issues = await shop.db.prisma.issue.findMany({ where: { workspaceId: shop.workspace.id } });
  expect(issues).toMatchObject([
    { kind: 'customer', department: 'customer service', title: expect.stringContaining('order 1042') },
  ]);
});

test.each([
  ['nobody is on it', false, 'done'],
  ['somebody is on it', true, 'on it'],
])(
  'once the parcel is delivered, what customer service was asked to tell is settled: %s',
  async (_, taken, state) => {
    await using shop = await withShipment();
    await shop.maya.presses(await card(shop, 'maya'), 'Tell customer service');
    await shop.maya.sees('Customer service has it: issue #1');
    if (taken) {
      await shop.maya.says('/issue 1');
      await shop.maya.presses(await shop.maya.sees('Tell the customer of order 1042'), 'I’m on it');
    }
    const delivered = tells([scanned('2026-03-05 08:30', 'delivered')]);
    await told(shop, delivered);
    await told(shop, delivered);
    const issues = await shop.db.prisma.issue.findMany({ where: { workspaceId: shop.workspace.id } });
    expect(issues.map((one) => one.state)).toEqual([state]);
    const notes = await shop.db.prisma.issueEvent.findMany({
      where: { workspaceId: shop.workspace.id, note: { contains: 'was delivered' } },
    });
    expect(notes.map(({ note }) => note)).toEqual([
      `${taken ? 'It has cleared: Done? ' : ''}Shipment ${number} was delivered Thu 5 Mar 08:30 CET.`,
    ]);
  },
);

test('one of us cancels a label that nobody has scanned, and never what its carrier has in hand', async () => {
  await using shop = await openShop({ at });
  await toldOrder(shop, '1042', { tracking: [number], valueMinor: 8_640n, day: '03' });
  const about = { carrier: 'DHL', service: 'Paket', to: berlin };
  const other = '00340434292135100999';
  await told(shop, tells([scanned('2026-03-04 18:00', 'pending')], { about }));
  await told(shop, tells([scanned('2026-03-04 18:00', 'pending')], { about, tracking: other }));
  await shop.maya.presses(await card(shop, 'maya'), 'Update');
  await told(shop, tells([scanned('2026-03-05 08:00', 'picked_up')]));
  expect(await shop.maya.sends('Update a shipment', { ...sent, status: 'cancelled' })).toEqual({
    status:
      'DHL has had it since 08:00 CET: it cannot be cancelled any more. Once it is stopped on the way, say that it is on its way back to us.',
  });
  // It is not even offered, and stays among those on their way.
  await shop.maya.presses(await card(shop, 'maya'), 'Update');
  await expect(shop.maya.sends('Update a shipment', { ...sent, status: 'cancelled' })).rejects.toThrow();
  await shop.maya.says(`/shipment ${other}`);
  await shop.maya.presses(await shop.maya.sees(`Shipment ${other}`), 'Update');
  expect(await shop.maya.sends('Update a shipment', { ...sent, status: 'cancelled' })).toEqual({});
  await shop.maya.says(`/shipment ${other}`);
  await shop.maya.sees('Cancelled 09:00 CET');
});

test('a parcel that the carrier has lost is told so: the card, the exceptions and the customer hear it, no day counts any more, and a scan finds it', async () => {
  await using shop = await withShipment();
  const estimate = { kind: 'date', on: '2026-03-09' } as const;
  await told(shop, tells([scanned('2026-03-05 06:00', 'in_transit')], { about: { estimate } }));
  await shop.vic.presses(await card(shop, 'vic'), 'Watch');
  await shop.vic.sees('Watched for Vic', 'dm');
  await shop.maya.presses(await card(shop, 'maya', 'DHL says Mon 9 Mar'), 'Update');
  const lost = { ...sent, status: 'lost', note: 'Their depot has searched' };
  expect(await shop.maya.sends('Update a shipment', { ...lost, estimate: '2026-03-10' })).toEqual({
    estimate: 'What has ended or is lost has no day to come: leave it empty.',
  });
  await shop.maya.presses(await card(shop, 'maya'), 'Update');
  expect(await shop.maya.sends('Update a shipment', lost)).toEqual({});
  await shop.app.catchUp();
  await shop.vic.sees(`Shipment ${number}: lost`, 'dm');
  const seen = await card(shop, 'maya', 'Lost by DHL, told by Maya 09:00 CET; last scan');
  expect(seen.text).toContain('lost, Hanover · promised Tue 3 Mar · carrier at fault · order 1042');
  expect(seen.text).not.toContain('9 Mar');
  await shop.maya.picksMore(seen, 'Timeline');
  const timeline = await shop.maya.sees('Timeline of');
  expect(timeline.text).toContain('lost by the carrier: Their depot has searched, says Maya');
  await shop.vic.says('/shipment exceptions');
  const exceptions = await shop.vic.sees('1 lost or damaged because of the carrier');
  expect(exceptions.text).toContain('claim it from the carrier, then send again or refund');
  // Whoever searches reads the same.
  await shop.maya.says(`/shipment ${number.slice(0, -1)}7`);
  await shop.maya.sees(`${number} (DHL): lost, told`);
  await shop.maya.picksMore(await card(shop, 'maya'), 'Text for the customer');
  const words = await shop.maya.sees('For the customer of shipment');
  expect(words.text).toMatch(
    /was lost on its way and will not arrive\. .* We had promised it for Tue 3 Mar: we are sorry\. We send it again or refund it: tell us which you prefer\./,
  );
  expect(words.text).not.toContain('9 Mar');
  // A day alone does not bring it back.
  await shop.maya.presses(await card(shop, 'maya'), 'Update');
  expect(await shop.maya.sends('Update a shipment', { ...sent, estimate: '2026-03-10' })).toEqual({
    status: 'It is lost: say what happened since too, such as in transit where it was found.',
  });
  await shop.passes(3_600_000);
  await told(shop, tells([scanned('2026-03-05 09:30', 'in_transit', { place: hanover })]));
  await card(shop, 'maya', 'Late: promised Tue 3 Mar, DHL says Mon 9 Mar');
  // It was found: when it stops again, that is another trouble.
  await told(shop, tells([scanned('2026-03-05 09:40', 'delayed')]));
  await shop.vic.says('/shipment exceptions');
  await shop.vic.sees('1 delayed · since');
});
