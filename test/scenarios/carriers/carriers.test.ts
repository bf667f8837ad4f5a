import { expect, test } from 'vitest';
import { newContext } from '../../harness/database.ts';
import { importing } from '../../harness/import.ts';
import { openShop, type Shop } from '../../harness/shop.ts';

// A Monday, 09:00 in Hamburg.
const at = '2026-03-02T08:00:00Z';

/** A shop whose files told of DHL and UPS at Hamburg and New York. */
async function withCollections() {
  const shop = await openShop({ at, stock: { 'MUG-01': 1 } });
  await shop.given.location({ code: 'NYC', name: 'New York' });
  await shop.db.prisma.location.updateMany({
    where: { workspaceId: shop.workspace.id, code: 'NYC' },
    data: { timeZone: 'America/New_York' },
  });
  await fromFile(shop, 'carriers FILE', 'carrier,service,name\nDHL,,\nDHL,EXPRESS,Express\nUPS,,\nGLS,,');
  await fromFile(
    shop,
    'collections FILE',
    'location,carrier,service,weekdays,cut_off,pick_up\nHAM,DHL,,Mon–Fri,16:00,16:30\nHAM,DHL,EXPRESS,Mon–Fri,17:30,\nNYC,UPS,,Mon–Fri,15:30,',
  );
  return shop;
}

async function fromFile(shop: Shop, command: string, text: string) {
  const ctx = await newContext();
  const report = await importing({ ...ctx, workspace: shop.workspace, now: shop.clock.now() }, command, text);
  expect(report.faults).toEqual([]);
}

test('a shop without carriers adds its first one and when it collects', async () => {
  await using shop = await openShop({ at, stock: { 'MUG-01': 1 } });
  await shop.omar.says('/ops carriers');
  const none = await shop.omar.sees('No collections yet');
  expect(none.text).toContain('Add a carrier, then when it collects');
  expect(none.offers).not.toContain('Add a collection');
  await shop.omar.presses(none, 'Add a carrier');
  expect(
    await shop.omar.sends('Carrier and services', { code: 'dhl', services: 'express Over night\nPAKET' }),
  ).toEqual({});
  const saved = await shop.omar.sees('DHL is there with Over night and PAKET: say when it collects');
  await shop.omar.presses(saved, 'Add a collection');
  const draft = { location: 'HAM', takes: 'DHL', days: ['1', '2', '3', '4', '5'], lateMinutes: '15' };
  expect(await shop.omar.sends('Add a collection', { ...draft, cutOff: 'tea time' })).toEqual({
    cutOff: 'Write it like 09:00.',
  });
  expect(await shop.omar.sends('Add a collection', { ...draft, cutOff: '16:00', pickUp: '15:00' })).toEqual({
    pickUp: 'Not before the cut-off, 16:00.',
  });
  expect(await shop.omar.sends('Add a collection', { ...draft, cutOff: '4pm', pickUp: '16.30' })).toEqual({});
  const card = await shop.omar.sees('DHL at Hamburg: cut-off 16:00 CET today, in 7 h');
  expect(card.text).toContain('Mon–Fri 16:00');
  expect(card.text).toContain('truck at 16:30, may be 15 min late');
  await shop.vic.says('/ops carriers');
  const list = await shop.vic.sees('Next: DHL at Hamburg, cut-off 16:00 CET today, in 7 h');
  expect(list.text).toContain('Carriers: DHL (Over night, PAKET).');
  // The same again is refused at its field.
  await shop.omar.says('/ops carriers');
  await shop.omar.presses(await shop.omar.sees('Next: DHL at Hamburg'), 'Add a collection');
  expect(await shop.omar.sends('Add a collection', { ...draft, cutOff: '16:00' })).toEqual({
    cutOff: 'DHL at Hamburg is there at 16:00 already.',
  });
});

test('the list begins with the next truck, whatever its zone, and narrows to a carrier or a location', async () => {
  await using shop = await withCollections();
  await shop.vic.says('/ops carriers');
  const list = await shop.vic.sees('Next: DHL at Hamburg, cut-off 16:00 CET today, in 7 h');
  expect(list.text).toContain('DHL (Express) at Hamburg');
  expect(list.text).toContain('UPS at New York');
  expect(list.text).toContain('cut-off 15:30 EST today, in 12 h 30 min');
  expect(list.text).toContain('Carriers: DHL (Express), GLS, UPS.');
  expect(list.offers).not.toContain('Add a collection');
  await shop.vic.says('/ops carriers ups');
  await shop.vic.sees('Next: UPS at New York, cut-off 15:30 EST today');
  await shop.vic.says('/ops carriers hamburg');
  await shop.vic.sees('Next: DHL at Hamburg');
  // A slip, or the beginning of the name.
  await shop.vic.says('/ops carriers dlh');
  await shop.vic.sees('Next: DHL at Hamburg, cut-off 16:00');
  await shop.vic.says('/ops carriers york');
  await shop.vic.sees('Next: UPS at New York, cut-off 15:30');
  await shop.vic.says('/ops DHL');
  expect((await shop.vic.sees('Next: DHL at Hamburg')).text).not.toContain('UPS at');
  await shop.vic.says('/ops carriers gls');
  await shop.vic.sees('No collections of GLS');
  expect(JSON.stringify((await shop.vic.says('/ops carriers xyz')).ack)).toContain(
    'There is no carrier or location xyz.',
  );
});

test('a reader for whom it is another day reads the day, not “today”', async () => {
  await using shop = await withCollections();
  // Tuesday in Hamburg, still Monday in New York.
  await shop.comes('2026-03-03T02:00:00Z');
  await shop.db.prisma.person.updateMany({
    where: { workspaceId: shop.workspace.id, name: 'Omar' },
    data: { timeZone: 'America/New_York' },
  });
  await shop.omar.says('/ops carriers HAM');
  await shop.omar.sees('Next: DHL at Hamburg, cut-off Tue 3 Mar 16:00 CET, in 13 h');
});

test('a cut-off at which nobody works is taken, and said', async () => {
  await using shop = await withCollections();
  await shop.omar.says('/ops carriers');
  await shop.omar.presses(await shop.omar.sees('Next: DHL at Hamburg'), 'Add a collection');
  const evening = {
    location: 'HAM',
    takes: 'UPS',
    days: ['1', '2', '3', '4', '5'],
    cutOff: '20:00',
    lateMinutes: '0',
  };
  expect(await shop.omar.sends('Add a collection', evening)).toEqual({});
  const card = await shop.omar.sees('UPS at Hamburg: cut-off 20:00 CET today');
  expect(card.text).toContain('Hamburg works from 09:00 to 17:00: nobody may be there at this cut-off');
});

test('a minute after the cut-off the next day counts', async () => {
  await using shop = await withCollections();
  await shop.comes('2026-03-02T15:00:00Z');
  await shop.vic.says('/ops carriers HAM');
  await shop.vic.sees('Next: DHL at Hamburg, cut-off 16:00 CET today, in under a minute');
  await shop.comes('2026-03-02T16:30:01Z');
  await shop.vic.says('/ops carriers HAM');
  await shop.vic.sees('Next: DHL at Hamburg, cut-off Tue 3 Mar 16:00 CET');
});

/** The card of the only collection of a carrier. */
async function opens(shop: Shop, who: 'omar' | 'ada' | 'vic' | 'maya', carrier: string, title: string) {
  await shop[who].says(`/ops carriers ${carrier}`);
  await shop[who].presses(await shop[who].sees(`Next: ${title}`), 'Show');
  await shop.app.idle();
  return await shop[who].sees('by the clocks of');
}

test('one day comes at another time, one not at all, and both can be taken back', async () => {
  await using shop = await withCollections();
  const card = await opens(shop, 'omar', 'UPS', 'UPS at New York');
  await shop.omar.presses(card, 'A day that differs');
  const carnival = { on: '2026-03-02', comes: 'other', why: 'Carnival <!channel>' };
  expect(await shop.omar.sends('A day that differs', carnival)).toEqual({
    cutOff: 'Say until when it takes parcels.',
  });
  expect(
    await shop.omar.sends('A day that differs', { ...carnival, on: '2026-03-01', cutOff: '12:00' }),
  ).toEqual({
    on: 'What has passed stays as it was: today or later.',
  });
  expect(await shop.omar.sends('A day that differs', { ...carnival, cutOff: '12:00' })).toEqual({});
  const moved = await shop.omar.sees(
    'UPS at New York: cut-off 12:00 EST today, in 9 h (Carnival <!channel>)',
  );
  await shop.omar.presses(moved, 'A day that differs');
  expect(
    await shop.omar.sends('A day that differs', {
      on: '2026-03-03',
      comes: 'none',
      why: 'Strike',
      cutOff: '12:00',
    }),
  ).toEqual({ comes: 'It has a time below: say that it comes, or leave the times empty.' });
  expect(
    await shop.omar.sends('A day that differs', {
      on: '2026-03-03',
      comes: 'none',
      why: 'Strike',
      cutOff: null,
    }),
  ).toEqual({});
  const both = await shop.omar.sees('Tue 3 Mar does not come (Strike)');
  await shop.omar.choosesFor(both, 'UPS at New York', 'Remove Mon 2 Mar Carnival <!channel>');
  await shop.omar.sees('UPS at New York: cut-off 15:30 EST today, in 12 h 30 min');
  await shop.comes('2026-03-02T20:30:01Z');
  await shop.vic.says('/ops carriers UPS');
  await shop.vic.sees('Next: UPS at New York, cut-off Wed 4 Mar 15:30 EST; not Tue 3 Mar (Strike)');
  const audit = await shop.db.prisma.auditEntry.findMany({
    where: { workspaceId: shop.workspace.id, operation: { startsWith: 'carriers.' } },
    orderBy: { id: 'asc' },
    select: { operation: true, subjectId: true, before: true, after: true },
  });
  expect(audit).toMatchObject([
    { operation: 'carriers.add-exception', subjectId: 'NYC\nUPS\n\n15:30', after: { cutOff: '12:00' } },
    { operation: 'carriers.add-exception', after: { cutOff: null, why: 'Strike' } },
    { operation: 'carriers.remove-exception', before: { on: '2026-03-02' }, after: null },
  ]);
});

test('a collection is edited and ended, and the second of two managers with the form open looks again', async () => {
  await using shop = await withCollections();
  for (const who of ['omar', 'ada'] as const)
    await shop[who].presses(await opens(shop, who, 'UPS', 'UPS at New York'), 'Edit');
  const draft = { days: ['1', '2', '3', '4', '5', '6'], lateMinutes: '20' };
  expect(await shop.ada.sends('Edit the collection', { ...draft, cutOff: '16:15', pickUp: '17:00' })).toEqual(
    {},
  );
  const edited = await shop.ada.sees('UPS at New York: cut-off 16:15 EST today');
  expect(edited.text).toContain('Mon–Sat 16:15');
  expect(edited.text).toContain('truck at 17:00, may be 20 min late');
  // Its location does not open on Saturdays.
  expect(edited.text).toContain('New York is closed on Sat: it does not come then');
  await shop.omar.sends('Edit the collection', { ...draft, cutOff: '10:00' });
  await shop.omar.seesForm('UPS at New York was changed since this form was opened, to Mon–Sat 16:15');
  await shop.ada.presses(edited, 'End');
  expect(await shop.ada.seesForm('End the collection')).toContain('Orders go by the next collection');
  expect(await shop.ada.sends('End the collection', { last: '2026-03-01' })).toEqual({
    last: 'What has passed stays as it was: today or later.',
  });
  expect(await shop.ada.sends('End the collection', { last: '2026-03-02' })).toEqual({});
  expect((await shop.ada.sees('last on Mon 2 Mar')).text).toContain(
    'UPS at New York: cut-off 16:15 EST today',
  );
  await shop.comes('2026-03-03T12:00:00Z');
  await shop.vic.says('/ops carriers UPS');
  const list = await shop.vic.sees('1 collection, none comes soon');
  expect(list.text).toContain('ended Mon 2 Mar');
});

test('the card of a location names who collects there, and leads to the list', async () => {
  await using shop = await withCollections();
  await shop.vic.says('/ops location HAM');
  const card = await shop.vic.sees('Hamburg (HAM): open until');
  expect(card.text).toContain('Collected by DHL Mon–Fri 16:00, DHL (Express) Mon–Fri 17:30');
  await shop.vic.presses(card, 'Show collections');
  await shop.vic.sees('Next: DHL at Hamburg, cut-off 16:00 CET today');
  await shop.vic.says('/stock MUG-01');
  expect((await shop.vic.sees('1 available')).text).not.toContain('Collected by');
});

test('the list comes as a file, whole, and narrowed as it is seen', async () => {
  await using shop = await withCollections();
  await shop.vic.says('/ops carriers HAM');
  await shop.vic.presses(await shop.vic.sees('Next: DHL at Hamburg'), 'As CSV');
  await shop.app.idle();
  await shop.app.catchUp();
  await shop.vic.sees('2 collections as CSV, as of', 'dm');
});

test('only managers change collections; an operator reads them and is told so', async () => {
  await using shop = await withCollections();
  const card = await opens(shop, 'maya', 'UPS', 'UPS at New York');
  expect(card.offers).toEqual([]);
  expect(card.offersMore).toEqual(['All collections']);
  // A card of a manager, pressed by somebody who has lost the right meanwhile.
  const own = await opens(shop, 'omar', 'UPS', 'UPS at New York');
  await shop.ada.says('/ops revoke <@U0OMAR0001> manager');
  await shop.ada.says('/ops grant <@U0OMAR0001> operator');
  await shop.app.idle();
  await shop.omar.presses(own, 'End');
  await shop.omar.sees('You may not change carriers and their collections: that is for a manager.');
});
