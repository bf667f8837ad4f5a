import { expect, test } from 'vitest';
import { asSystem } from '../../../src/core/runtime/system.ts';
import { type ShipmentStatement, tellShipments } from '../../../src/features/shipments/index.ts';
import { newContext } from '../../harness/database.ts';
import { toldOrder } from '../../harness/parcels.ts';
import { hanover, scanned, tells } from '../../harness/shipment-story.ts';
import { openShop, type Shop } from '../../harness/shop.ts';

// A Thursday, 09:00 in Hamburg.
const at = '2026-03-05T08:00:00Z';
const paris = { city: 'Paris', region: null, country: 'FR' };
const hamburg = { city: 'Hamburg', region: null, country: 'DE' };
const number = (n: number) => `JJD${String(n).padStart(6, '0')}`;

async function told(shop: Shop, statements: readonly ShipmentStatement[]) {
  const ctx = await newContext({ workspace: shop.workspace, at: shop.clock.now().toISOString() });
  await tellShipments.call(asSystem(ctx, 'test'), { statements: [...statements] });
}

/** Parcels of DHL from Germany to France, on their way since Wednesday. */
function parcels(
  from: number,
  to: number,
  carrier = 'DHL',
  more: readonly Parameters<typeof scanned>[] = [],
) {
  return Array.from({ length: to - from }, (_, n) =>
    tells(
      [
        scanned('2026-03-04 12:00', 'in_transit', { place: hanover }),
        ...more.map((args) => scanned(...args)),
      ],
      { tracking: number(from + n), about: { carrier, from: hamburg, to: paris } },
    ),
  );
}

const scannedAgain = (from: number, to: number, ...args: Parameters<typeof scanned>) =>
  Array.from({ length: to - from }, (_, n) => tells([scanned(...args)], { tracking: number(from + n) }));

/** The next look at the lanes. */
async function looks(shop: Shop, moment: string) {
  await shop.comes(moment);
  await shop.app.catchUp();
  await shop.app.idle();
}

/** What the card of the lane has to say, counted by hand in the rows. */
async function counted(shop: Shop) {
  const where = { workspaceId: shop.workspace.id, troubleAt: { not: null } };
  const { shipment } = shop.db.prisma;
  const [all, open, delivered] = await Promise.all([
    shipment.count({ where }),
    shipment.count({ where: { ...where, endedAt: null } }),
    shipment.count({ where: { ...where, deliveredAt: { not: null } } }),
  ]);
  return `${open} of ${all} still on their way, ${delivered} delivered`;
}

test('five hundred delayed parcels whose origin nobody says are one card that says so', async () => {
  await using shop = await openShop({ at });
  await told(
    shop,
    Array.from({ length: 500 }, (_, n) =>
      tells([scanned('2026-03-04 12:00', 'in_transit')], {
        tracking: number(n),
        about: { carrier: 'DHL', to: { ...paris, area: String(n % 90).padStart(2, '0') } },
      }),
    ),
  );
  // Of these nobody says anything: they have nothing in common.
  await told(
    shop,
    Array.from({ length: 20 }, (_, n) =>
      tells([scanned('2026-03-04 12:00', 'in_transit')], { tracking: number(600 + n) }),
    ),
  );
  await told(shop, scannedAgain(0, 500, '2026-03-05 09:01', 'delayed', { reason: 'carrier_vehicle' }));
  await told(shop, scannedAgain(600, 620, '2026-03-05 09:01', 'delayed', {}));
  await looks(shop, '2026-03-05T08:10:00Z');
  const card = await shop.ada.sees('500 parcels of this lane became delayed or at risk within a day', 'dm');
  expect(card.text).toContain('DHL to FR, origin unknown: many parcels delayed');
  expect(await shop.db.prisma.issue.count({ where: { workspaceId: shop.workspace.id } })).toBe(1);
});

test('five hundred delayed parcels of one lane are one card, which they leave as they arrive', async () => {
  await using shop = await openShop({ at });
  await told(shop, parcels(0, 500));
  await looks(shop, '2026-03-05T08:05:00Z');
  expect(await shop.db.prisma.issue.count({ where: { workspaceId: shop.workspace.id } })).toBe(0);

  await told(shop, scannedAgain(0, 500, '2026-03-05 09:06', 'delayed', { reason: 'carrier_vehicle' }));
  await looks(shop, '2026-03-05T08:10:00Z');
  const card = await shop.ada.sees('500 parcels of this lane became delayed or at risk within a day', 'dm');
  expect(card.text).toContain('500 parcels still on their way');

  // A second look finds nothing new: nobody is told again.
  await looks(shop, '2026-03-05T08:15:00Z');
  await told(shop, scannedAgain(0, 458, '2026-03-05 09:16', 'delivered', { place: paris }));
  await looks(shop, '2026-03-05T08:20:00Z');
  const edited = await shop.ada.sees('42 of 500 still on their way, 458 delivered', 'dm');
  expect(edited.ts).toBe(card.ts);
  expect(await counted(shop)).toBe('42 of 500 still on their way, 458 delivered');

  await told(shop, scannedAgain(458, 500, '2026-03-05 09:21', 'delivered', { place: paris }));
  await looks(shop, '2026-03-05T08:25:00Z');
  await shop.ada.sees('None of 500 parcels is on its way any more: 500 delivered.', 'dm');
  // They came into trouble today, and are here: no look finds them again.
  await looks(shop, '2026-03-05T08:30:00Z');
  await looks(shop, '2026-03-05T08:35:00Z');
  const issues = await shop.db.prisma.issue.findMany({ where: { workspaceId: shop.workspace.id } });
  expect(issues).toMatchObject([{ number: 1, state: 'done', severity: 'high' }]);
});

test('nine are no burst, nor is what is usual on a lane', async () => {
  await using shop = await openShop({ at });
  await told(shop, parcels(0, 9, 'GLS', [['2026-03-05 08:00', 'delayed']]));
  await told(shop, parcels(100, 120, 'UPS', [['2026-03-05 08:00', 'delayed']]));
  await told(shop, parcels(120, 200, 'UPS'));
  // A tenth of it is in trouble every day; twenty of a hundred are not three times that.
  await shop.db.prisma.laneDay.createMany({
    data: Array.from({ length: 20 }, (_, n) => ({
      workspaceId: shop.workspace.id,
      carrier: 'UPS',
      lane: 'DE → FR',
      day: new Date(Date.UTC(2026, 1, 10 + n)),
      open: 100,
      troubled: 10,
    })),
  });
  await looks(shop, '2026-03-05T08:05:00Z');
  const issues = async () => await shop.db.prisma.issue.count({ where: { workspaceId: shop.workspace.id } });
  expect(await issues()).toBe(0);
  // Thirty of a hundred are.
  await told(shop, scannedAgain(120, 130, '2026-03-05 09:06', 'delayed'));
  await looks(shop, '2026-03-05T08:10:00Z');
  await shop.ada.sees('UPS DE → FR: many parcels delayed', 'dm');
  expect(await issues()).toBe(1);
});

test('what is usual is written down every night', async () => {
  await using shop = await openShop({ at });
  await told(shop, parcels(0, 30));
  await told(shop, scannedAgain(0, 12, '2026-03-05 10:00', 'delayed'));
  await looks(shop, '2026-03-05T23:03:00Z');
  const days = await shop.db.prisma.laneDay.findMany({ where: { workspaceId: shop.workspace.id } });
  expect(days).toMatchObject([{ carrier: 'DHL', lane: 'DE → FR', open: 30, troubled: 12 }]);
  expect(days[0]?.day.toISOString().slice(0, 10)).toBe('2026-03-05');
});

test('a declared strike silences its parcels, takes the burst over, and lists what it swallowed when it ends', async () => {
  await using shop = await openShop({ at });
  await told(shop, parcels(0, 40, 'DHL', [['2026-03-05 08:00', 'delayed']]));
  await looks(shop, '2026-03-05T08:05:00Z');
  await shop.ada.sees('DHL DE → FR: many parcels delayed', 'dm');

  await shop.maya.says('/shipment disruption');
  const empty = await shop.maya.sees('No disruption is declared');
  expect(empty.text).toMatch(/Lena.* can declare one, and say that it is over/);
  await expect(shop.maya.presses(empty, 'Declare a disruption')).rejects.toThrow();
  await shop.lena.says('/shipment disruption');
  const declare = async (values: Record<string, string | null>) => {
    await shop.lena.presses(await shop.lena.sees('No disruption is declared'), 'Declare a disruption');
    const none = { carrier: null, origin: null, destination: null, fromAt: null, untilAt: null };
    return await shop.lena.sends('Declare a disruption', { kind: 'strike', ...none, ...values });
  };
  const seconds = (moment: string) => String(new Date(moment).getTime() / 1_000);
  expect(await declare({ destination: 'Atlantis' })).toEqual({
    destination: '"Atlantis" is no country: such as FR, or DE 10 for a part of it.',
  });
  expect(await declare({ origin: 'Nowhere' })).toEqual({
    origin: '"Nowhere" is no location and no country: its code, such as HAM or DE.',
  });
  expect(await declare({ destination: 'FR', untilAt: seconds('2026-03-04T00:00:00Z') })).toEqual({
    untilAt: 'That has passed: a moment to come, or none.',
  });
  // Whoever declares it now means what is late already.
  const strike = { carrier: 'dhl', destination: 'France' };
  expect(await declare({ ...strike, untilAt: seconds('2026-03-06T12:00:00Z') })).toEqual({});
  const done = await shop.lena.sees(
    'Strike at dhl, anywhere → FR is declared since Wed 4 Mar 09:05 CET until Fri 6 Mar 13:00 CET',
  );
  expect(done.text).toContain('40 parcels in trouble from it');
  await shop.app.catchUp();
  const where = { workspaceId: shop.workspace.id };
  const issues = async () =>
    (await shop.db.prisma.issue.findMany({ where, orderBy: { number: 'asc' } })).map(
      ({ number: n, state, title }) => `${n} ${state}: ${title}`,
    );
  // Declared twice by a second press of the form, it would be two: the form is gone.
  expect(await issues()).toEqual([
    '1 done: DHL DE → FR: many parcels delayed',
    '2 new: Strike at dhl, anywhere → FR',
  ]);
  expect(await notesOf(shop, 1, 'done')).toEqual([
    'Strike at dhl, anywhere → FR is declared: issue #2 has its parcels.',
  ]);
  await shop.vic.says('/shipment');
  await shop.vic.sees('Strike at dhl, anywhere → FR (/shipment disruption)');
  await shop.lena.presses(done, 'Show its parcels');
  const list = await shop.lena.sees('40 parcels delayed or expected late, and on their way');
  expect(list.text).toContain('Strike at dhl, anywhere → FR');
  await shop.lena.presses(list, 'Act on all 40');
  await shop.lena.sees('40 shipments selected');

  // Inside it nothing alarms; beside it, another carrier does.
  await told(shop, parcels(100, 130, 'DHL', [['2026-03-05 09:30', 'delayed']]));
  await told(shop, parcels(200, 230, 'UPS', [['2026-03-05 09:30', 'delayed']]));
  await looks(shop, '2026-03-05T08:40:00Z');
  expect((await issues()).slice(2)).toEqual(['3 new: UPS DE → FR: many parcels delayed']);
  await told(shop, scannedAgain(0, 40, '2026-03-05 10:00', 'delivered'));

  await looks(shop, '2026-03-06T12:01:00Z');
  await shop.lena.says('/shipment disruption');
  const over = await shop.lena.sees('Over within a month');
  expect(over.text).toContain('30 still on their way, 40 delivered');
  const notes = await notesOf(shop, 2);
  expect(notes).toHaveLength(1);
  expect(notes[0]).toContain('It is over. During it 70 parcels got into trouble');
  expect(notes[0]).toContain(number(100));
  expect(notes[0]).toContain('and 10 more parcels');
  // What it swallowed raises nothing when it is over.
  await looks(shop, '2026-03-06T12:06:00Z');
  expect((await issues()).slice(3)).toEqual([]);
});

const noFields = { carrier: null, origin: null, destination: null, fromAt: null, untilAt: null };

/** Lena declares a strike at DHL to France, with these words in the form. */
async function declares(shop: Shop, values: Record<string, string | null> = {}) {
  await shop.lena.says('/shipment disruption');
  await shop.lena.presses(await shop.lena.sees('No disruption is declared'), 'Declare a disruption');
  const strike = { kind: 'strike', ...noFields, carrier: 'DHL', destination: 'FR', ...values };
  expect(await shop.lena.sends('Declare a disruption', strike)).toEqual({});
}

async function isOver(shop: Shop) {
  await shop.lena.says('/shipment disruption');
  await shop.lena.presses(await shop.lena.sees('1 disruption: Strike at DHL'), 'It is over');
  return await shop.lena.sees('Strike at DHL, anywhere → FR is over');
}

async function issuesOf(shop: Shop) {
  return await shop.db.prisma.issue.findMany({
    where: { workspaceId: shop.workspace.id },
    orderBy: { number: 'asc' },
  });
}

async function notesOf(shop: Shop, issue: number, what = 'note') {
  const { workspace, db } = shop;
  const where = { workspaceId: workspace.id, what, issue: { number: issue } };
  return (await db.prisma.issueEvent.findMany({ where, orderBy: { at: 'asc' } })).map(({ note }) => note);
}

test('a strike says how many parcels are on its lanes beside those in trouble, and its card keeps both up', async () => {
  await using shop = await openShop({ at });
  await told(shop, parcels(0, 33));
  await declares(shop);
  await shop.lena.sees('no parcel got into trouble during it; 33 more on its lanes, not in trouble');
  await shop.app.idle();
  await shop.lena.sees('none in trouble, 33 on the lanes');
  await told(shop, scannedAgain(0, 2, '2026-03-05 09:03', 'delayed'));
  await looks(shop, '2026-03-05T08:05:00Z');
  const issue = await shop.lena.sees('2 in trouble, 31 more on the lanes');
  await shop.lena.presses(issue, 'Show it');
  await shop.lena.sees('2 parcels delayed or expected late, and on their way: Strike at DHL, anywhere → FR');
  // A parcel's own card says in what it stands.
  await shop.vic.says(`/shipment ${number(0)}`);
  await shop.vic.sees(
    'Strike at DHL, anywhere → FR, since 09:00 CET: this parcel got into trouble during it',
  );
  await shop.vic.says(`/shipment ${number(20)}`);
  const aside = await shop.vic.sees('since 09:00 CET: this parcel is on its lanes, and not in trouble');
  await shop.vic.presses(aside, 'Show its parcels');
  await shop.vic.sees('2 parcels delayed or expected late, and on their way: Strike at DHL');
  await told(shop, scannedAgain(30, 33, '2026-03-05 09:06', 'delivered'));
  await looks(shop, '2026-03-05T08:10:00Z');
  await shop.lena.sees('2 in trouble, 28 more on the lanes');
});

test('what happened inside a strike and is told after its end joins its issue, which speaks of it in the past', async () => {
  await using shop = await openShop({ at });
  await told(shop, parcels(0, 40));
  await declares(shop);
  await told(shop, scannedAgain(0, 20, '2026-03-05 09:03', 'delayed'));
  await looks(shop, '2026-03-05T08:10:00Z');
  await isOver(shop);
  await shop.app.idle();
  const card = await shop.lena.sees('It lasted from Thu 5 Mar 09:00 CET until Thu 5 Mar 09:10 CET');
  expect(card.text).toContain('Over: Strike at DHL, anywhere → FR');
  expect(card.text).toContain('During it 20 parcels got into trouble: all still on their way');
  expect(card.text).toContain('Its lanes are watched again');
  expect(card.text).not.toContain('raise no alarm');

  // The depot hands in its scans of the strike an hour later.
  await told(shop, scannedAgain(20, 35, '2026-03-05 09:08', 'delayed'));
  await looks(shop, '2026-03-05T09:10:00Z');
  const [, late] = await notesOf(shop, 1);
  expect(late).toBe('15 parcels told of after it was over. In all 35 parcels: all still on their way.');
  const joined = await shop.lena.sees('During it 35 parcels got into trouble');
  expect(joined.ts).toBe(card.ts);

  // With the last of them it ends, and nobody has to remember it.
  await told(shop, scannedAgain(0, 35, '2026-03-05 10:12', 'delivered'));
  await looks(shop, '2026-03-05T09:15:00Z');
  expect(await issuesOf(shop)).toMatchObject([{ number: 1, state: 'done', resolutionCode: 'fixed' }]);
});

test('what is told of late raises a Normal issue where that of its strike is done, and pages nobody a second time', async () => {
  await using shop = await openShop({ at });
  await told(shop, parcels(0, 20));
  await declares(shop);
  await looks(shop, '2026-03-05T08:10:00Z');
  await isOver(shop);
  await shop.app.idle();
  expect(await issuesOf(shop)).toMatchObject([{ number: 1, state: 'done' }]);
  await told(shop, scannedAgain(0, 15, '2026-03-05 09:05', 'delayed'));
  await looks(shop, '2026-03-05T09:10:00Z');
  await shop.ada.sees('Strike at DHL, anywhere → FR: 15 parcels told of after it was over', 'dm');
  await looks(shop, '2026-03-05T09:15:00Z');
  expect(await issuesOf(shop)).toMatchObject([
    { number: 1, severity: 'high' },
    { number: 2, state: 'new', severity: 'normal' },
  ]);
});

test('whoever is on the issue of a strike is asked whether it is done, and not overruled', async () => {
  await using shop = await openShop({ at });
  await told(shop, parcels(0, 12, 'DHL', [['2026-03-05 08:50', 'delayed']]));
  await declares(shop, { fromAt: String(Date.parse('2026-03-05T07:00:00Z') / 1_000) });
  await shop.app.idle();
  await shop.lena.presses(await shop.lena.sees('12 in trouble'), 'I’m on it');
  await told(shop, scannedAgain(0, 12, '2026-03-05 09:02', 'delivered'));
  await isOver(shop);
  await shop.app.idle();
  expect(await issuesOf(shop)).toMatchObject([{ number: 1, state: 'on it' }]);
  const [asked] = await notesOf(shop, 1);
  expect(asked).toContain('It has cleared: Done? It is over. During it 12 parcels got into trouble');
});

test('a strike declared without a moment begins with the burst that runs there, however long it has', async () => {
  await using shop = await openShop({ at });
  // Five on Tuesday and five on Wednesday are no burst; with twelve of Thursday they are.
  await told(shop, parcels(0, 5, 'DHL', [['2026-03-03 20:00', 'delayed']]));
  await told(shop, parcels(5, 10, 'DHL', [['2026-03-04 08:00', 'delayed']]));
  await told(shop, parcels(10, 22, 'DHL', [['2026-03-05 07:00', 'delayed']]));
  // One that was lost long ago has nothing to do with it.
  await told(shop, parcels(30, 31, 'DHL', [['2026-02-20 08:00', 'delayed']]));
  await looks(shop, '2026-03-05T08:05:00Z');
  await looks(shop, '2026-03-06T08:05:00Z');
  await declares(shop);
  const answer = await shop.lena.sees('Strike at DHL, anywhere → FR is declared since Tue 3 Mar 20:00 CET');
  expect(answer.text).toContain('22 parcels in trouble from it');
  await shop.app.idle();
  expect(await issuesOf(shop)).toMatchObject([
    { number: 1, state: 'done', resolutionCode: 'duplicate' },
    { number: 2, state: 'new' },
  ]);
});

test('a storm declared without a moment takes in the trouble that is on its lanes, too little for a burst', async () => {
  await using shop = await openShop({ at });
  await told(shop, parcels(0, 2, 'DHL', [['2026-03-01 08:00', 'delayed', { reason: 'weather_delay' }]]));
  await told(shop, parcels(2, 3, 'DHL', [['2026-03-04 20:00', 'delayed', { reason: 'weather_delay' }]]));
  await told(shop, parcels(3, 18));
  // More than a month ago, and on another lane: of neither it is.
  await told(shop, parcels(40, 41, 'DHL', [['2026-01-20 08:00', 'delayed']]));
  await told(shop, parcels(41, 42, 'GLS', [['2026-02-20 08:00', 'delayed']]));
  await declares(shop, { kind: 'weather' });
  const answer = await shop.lena.sees(
    'Storm or flood at DHL, anywhere → FR is declared since Sun 1 Mar 08:00 CET: 3 parcels in trouble from it',
  );
  expect(answer.text).toContain(
    '16 more on its lanes: 1 was in trouble before that, 15 not in trouble. Its lanes raise no issues',
  );
  await shop.vic.says(`/shipment ${number(0)}`);
  await shop.vic.sees('since Sun 1 Mar 08:00 CET: this parcel got into trouble during it');
  await shop.vic.says(`/shipment ${number(40)}`);
  await shop.vic.sees('this parcel is on its lanes, and was in trouble before it began');
});

test('what is late on the lanes of a storm is never called not in trouble', async () => {
  await using shop = await openShop({ at });
  await told(shop, parcels(0, 3, 'DHL', [['2026-03-04 20:00', 'delayed', { reason: 'weather_delay' }]]));
  // Past its promise, and no carrier has said a word.
  await told(shop, [
    tells([scanned('2026-03-03 12:00', 'in_transit', { place: hanover })], {
      tracking: number(3),
      about: { carrier: 'DHL', from: hamburg, to: paris, promise: { kind: 'date', on: '2026-03-04' } },
    }),
  ]);
  await told(shop, parcels(4, 19));
  await declares(shop, { kind: 'weather', fromAt: String(Date.parse('2026-03-05T06:00:00Z') / 1_000) });
  const answer = await shop.lena.sees('no parcel got into trouble during it; 19 more on its lanes');
  expect(answer.text).toContain('3 were in trouble before that, 1 late or going to be, 15 not in trouble');
  await shop.lena.presses(answer, 'Show its parcels');
  await shop.lena.sees('No parcel that got into trouble there is still on its way: Storm or flood at DHL');
  await shop.vic.says(`/shipment ${number(1)}`);
  await shop.vic.sees('this parcel is on its lanes, and was in trouble before it began');
  await shop.vic.says(`/shipment ${number(3)}`);
  await shop.vic.sees('this parcel is on its lanes, and late or going to be');
});

test('a strike is ended by hand once, and its lanes raise alarms again', async () => {
  await using shop = await openShop({ at });
  await shop.lena.says('/shipment disruption');
  await shop.lena.presses(await shop.lena.sees('No disruption is declared'), 'Declare a disruption');
  const all = { carrier: null, origin: null, destination: null, fromAt: null, untilAt: null };
  expect(await shop.lena.sends('Declare a disruption', { kind: 'weather', ...all })).toEqual({
    carrier: 'Name a carrier, or where it leaves or goes: else no lane would raise an alarm.',
  });
  expect(await shop.lena.sends('Declare a disruption', { kind: 'weather', ...all, carrier: 'DHLL' })).toEqual(
    {
      carrier: 'No parcel on its way is with "DHLL": as it stands on their cards, such as DHL.',
    },
  );
  const storm = { kind: 'weather', ...all, destination: 'FR' };
  expect(await shop.lena.sends('Declare a disruption', storm)).toEqual({});
  await shop.lena.presses(await shop.lena.sees('No disruption is declared'), 'Declare a disruption');
  expect(await shop.lena.sends('Declare a disruption', storm)).toEqual({
    kind: 'Storm or flood, anywhere → FR is declared already: `/shipment disruption` shows and ends it.',
  });
  await shop.lena.sees(
    'Storm or flood, anywhere → FR is declared since 09:00 CET: no parcel got into trouble during it',
  );
  await shop.lena.says('/shipment disruption');
  const shown = await shop.lena.sees('1 disruption: Storm or flood, anywhere → FR');
  await shop.lena.presses(shown, 'It is over');
  await shop.lena.sees('Storm or flood, anywhere → FR is over');
  await shop.lena.presses(shown, 'It is over');
  await shop.lena.sees('It is over already.');
  await told(shop, parcels(0, 20, 'DHL', [['2026-03-05 08:59', 'delayed']]));
  await looks(shop, '2026-03-05T08:05:00Z');
  await shop.ada.sees('DHL DE → FR: many parcels delayed', 'dm');
});

test('a lane whose issue somebody has done with raises another for what comes into trouble then, and none for what was', async () => {
  await using shop = await openShop({ at });
  await told(shop, parcels(0, 20, 'DHL', [['2026-03-05 08:00', 'delayed']]));
  await looks(shop, '2026-03-05T08:05:00Z');
  await shop.lena.says('/issue 1');
  await shop.lena.presses(await shop.lena.sees('DHL DE → FR: many parcels delayed'), 'I’m on it');
  await shop.app.idle();
  await shop.lena.says('/issue 1');
  await shop.lena.presses(await shop.lena.sees('Lena is on it'), 'Done');
  await shop.lena.sends('How did it end?', { code: 'worked around' });
  await shop.app.idle();
  expect(await issuesOf(shop)).toMatchObject([{ state: 'done' }]);
  await looks(shop, '2026-03-05T08:10:00Z');
  await looks(shop, '2026-03-05T08:15:00Z');
  expect(await issuesOf(shop)).toHaveLength(1);
  // Those of the first are still on their way.
  await told(shop, parcels(50, 62, 'DHL', [['2026-03-05 12:00', 'delayed']]));
  await looks(shop, '2026-03-05T11:05:00Z');
  expect(await issuesOf(shop)).toMatchObject([{ state: 'done' }, { number: 2, state: 'new' }]);
  const [, second] = await issuesOf(shop);
  expect(second?.details).toContain('12 parcels of this lane became delayed or at risk within a day, of 32');
  expect(second?.details).toContain('At first: 12 parcels still on their way');
});

test('the issue of a strike ends with its last parcel, however long after the strike that comes', async () => {
  await using shop = await openShop({ at });
  await told(shop, parcels(0, 12, 'DHL', [['2026-03-05 08:50', 'delayed']]));
  await declares(shop);
  await isOver(shop);
  await told(shop, scannedAgain(0, 11, '2026-03-06 09:00', 'delivered'));
  await looks(shop, '2026-03-06T08:05:00Z');
  await told(shop, scannedAgain(11, 12, '2026-04-20 09:00', 'delivered'));
  await looks(shop, '2026-04-20T08:05:00Z');
  await looks(shop, '2026-04-20T08:10:00Z');
  expect(await issuesOf(shop)).toMatchObject([{ number: 1, state: 'done' }]);
});

test('a strike of parcels with the longest numbers ends, and so does the look at the lanes', async () => {
  await using shop = await openShop({ at });
  const long = Array.from({ length: 40 }, (_, n) =>
    tells([scanned('2026-03-05 08:50', 'delayed', { place: hanover })], {
      tracking: `${'<!channel>*_~`'.repeat(7)}${n}`,
      about: {
        carrier: 'DHL',
        from: hamburg,
        to: paris,
      },
    }),
  );
  await told(shop, long);
  for (const n of long.keys())
    await toldOrder(shop, `${'9'.repeat(90)}${n}`, {
      tracking: [long[n]?.tracking ?? ''],
      valueMinor: 100n,
      day: '09',
    });
  await shop.app.catchUp();
  await declares(shop, { untilAt: String(Date.parse('2026-03-05T09:00:00Z') / 1_000) });
  await looks(shop, '2026-03-05T09:05:00Z');
  const [note] = await notesOf(shop, 1);
  expect(note).toMatch(/and \d+ more parcels: `\/shipment disruption`$/);
  await shop.lena.says('/shipment disruption');
  await shop.lena.sees('Over within a month');
});

test('a strike that is called off before it begins never was', async () => {
  await using shop = await openShop({ at });
  await told(shop, parcels(0, 12));
  await declares(shop, { fromAt: String(Date.parse('2026-03-09T07:00:00Z') / 1_000) });
  await isOver(shop);
  await shop.app.idle();
  const [issue] = await issuesOf(shop);
  expect(issue).toMatchObject({ state: 'done', title: 'Called off: Strike at DHL, anywhere → FR' });
  expect(issue?.details).not.toContain('It lasted');
  await shop.lena.says('/shipment disruption');
  await shop.lena.sees('called off before it began on Mon 9 Mar 08:00 CET');
});
