import { expect, test } from 'vitest';
import { addException } from '../../../src/features/carriers/index.ts';
import { addDayOff } from '../../../src/features/locations/index.ts';
import { newContext } from '../../harness/database.ts';
import { importing } from '../../harness/import.ts';
import { openShop, type Shop } from '../../harness/shop.ts';

// A Monday, 09:00 in Hamburg.
const at = '2026-03-02T08:00:00Z';

async function fromFile(shop: Shop, command: string, text: string) {
  const report = await importing(await contextOf(shop), command, text);
  expect(report.faults).toEqual([]);
}

async function contextOf(shop: Shop) {
  const ctx = await newContext();
  return { ...ctx, workspace: shop.workspace, now: shop.clock.now() };
}

/** Hamburg, where DHL collects until 16:00 and its Express until 17:30. */
async function withCollections(express = '17:30') {
  const shop = await openShop({ at, stock: { 'MUG-01': 1 } });
  await fromFile(shop, 'carriers FILE', 'carrier,service,name\nDHL,,\nDHL,EXPRESS,Express');
  await fromFile(
    shop,
    'collections FILE',
    `location,carrier,service,weekdays,cut_off,pick_up\nHAM,DHL,,Mon–Fri,16:00,\nHAM,DHL,EXPRESS,Mon–Fri,${express},`,
  );
  return shop;
}

async function setUp(shop: Shop, when: string, name = 'After the cut-off') {
  await shop.lena.says(`/digest new <#C0OPSDAILY|ops-daily> ${when}`);
  expect(
    await shop.lena.sends('New digest', { name, period: 'today', sections: ['ops.health'], kpis: [] }),
  ).toEqual({});
  return await shop.lena.sees('It is set up');
}

/** Moves all clocks but the machine's to this minute and waits for its work. */
async function tickAt(shop: Shop, moment: string): Promise<void> {
  await shop.comes(moment);
  await shop.app.catchUp();
  await shop.app.idle();
}

/** What it was posted on, in the order in which it was posted. */
async function posted(shop: Shop): Promise<readonly string[]> {
  const all = await shop.vic.seesAll();
  return all.map((text) => / · ((?:after|at) .+?|[A-Z][a-z]{2} \d.*?), /.exec(text)?.[1] ?? text);
}

async function collectionAt(shop: Shop, cutOff: string): Promise<string> {
  const where = { workspaceId: shop.workspace.id, cutOff };
  return (await shop.db.prisma.collection.findFirstOrThrow({ where })).id;
}

test('a location with a cut-off at 16:00 and one at 17:30 has two posts that day, and none on its day off', async () => {
  await using shop = await withCollections();
  const card = await setUp(shop, 'after each cut-off in Hamburg');
  expect(card.text).toContain('after each cut-off in HAM');
  expect(card.text).toContain('next: 16:00 CET');
  await tickAt(shop, '2026-03-02T14:59:30Z');
  expect(await posted(shop)).toEqual([]);
  await tickAt(shop, '2026-03-02T15:00:05Z');
  await tickAt(shop, '2026-03-02T15:01:00Z');
  expect(await posted(shop)).toEqual(['after the 16:00 cut-off in Hamburg']);
  const [first] = await shop.vic.seesAll();
  expect(first).toContain('next 17:30 CET');
  await tickAt(shop, '2026-03-02T16:30:00Z');
  await tickAt(shop, '2026-03-02T16:31:00Z');
  expect((await posted(shop)).toSorted()).toEqual([
    'after the 16:00 cut-off in Hamburg',
    'after the 17:30 cut-off in Hamburg',
  ]);
  await addDayOff.call(await contextOf(shop), {
    code: 'HAM',
    on: '2026-03-03',
    name: 'Stocktaking',
    works: false,
  });
  for (const moment of ['2026-03-03T15:00:00Z', '2026-03-03T16:30:00Z', '2026-03-03T20:00:00Z'])
    await tickAt(shop, moment);
  expect(await posted(shop)).toHaveLength(2);
});

test('two cut-offs at the same moment are one post, here ten minutes after', async () => {
  await using shop = await withCollections('16:00');
  await setUp(shop, '10 minutes after each cut-off');
  await tickAt(shop, '2026-03-02T15:09:59Z');
  expect(await posted(shop)).toEqual([]);
  await tickAt(shop, '2026-03-02T15:10:00Z');
  await tickAt(shop, '2026-03-02T15:11:00Z');
  expect(await posted(shop)).toEqual(['after the 16:00 cut-off in Hamburg']);
});

test('a truck that comes earlier today moves the post, and one that stays away takes it', async () => {
  await using shop = await withCollections();
  await setUp(shop, 'after each cut-off in HAM');
  // The calendars have just been read.
  await tickAt(shop, '2026-03-02T13:58:00Z');
  const day = { on: '2026-03-02', pickUp: null, why: 'snow' };
  await addException.call(await contextOf(shop), {
    ...day,
    id: await collectionAt(shop, '16:00'),
    comes: 'other',
    cutOff: '15:00',
  });
  await addException.call(await contextOf(shop), {
    ...day,
    id: await collectionAt(shop, '17:30'),
    comes: 'none',
    cutOff: null,
  });
  for (const minute of ['14:00', '14:01', '14:02', '15:00', '16:30', '16:31'])
    await tickAt(shop, `2026-03-02T${minute}:00Z`);
  expect(await posted(shop)).toEqual(['after the 15:00 cut-off in Hamburg']);
});

test('a cut-off that was posted and is moved afterwards is not posted again, and days before a collection was there are not made up for', async () => {
  await using shop = await withCollections();
  await setUp(shop, 'after each cut-off');
  await tickAt(shop, '2026-03-02T15:00:00Z');
  await addException.call(await contextOf(shop), {
    on: '2026-03-02',
    pickUp: null,
    why: 'snow',
    id: await collectionAt(shop, '16:00'),
    comes: 'other',
    cutOff: '15:58',
  });
  await tickAt(shop, '2026-03-02T15:05:00Z');
  await tickAt(shop, '2026-03-02T16:30:00Z');
  await tickAt(shop, '2026-03-02T21:00:00Z');
  await fromFile(
    shop,
    'collections FILE',
    'location,carrier,service,weekdays,cut_off,pick_up\nHAM,DHL,,Mon–Sun,18:15,',
  );
  await tickAt(shop, '2026-03-02T21:05:00Z');
  expect(await posted(shop)).toHaveLength(2);
});

test('after an outage the newest is posted, and says that it is late', async () => {
  await using shop = await withCollections();
  await setUp(shop, 'after each cut-off');
  await tickAt(shop, '2026-03-03T16:42:00Z');
  const [only, ...others] = await shop.vic.seesAll();
  expect(others).toEqual([]);
  expect(only).toContain('after the 17:30 cut-off in Hamburg, Tue 3 Mar');
  expect(only).toContain('12 minutes late');
  await shop.lena.says('/digest history 1');
  const history = await shop.lena.sees('After the cut-off: 1 of the last 4 sent');
  expect(history.text).toContain('16:00 CET, left out for a newer one');
});

test('a location that nobody knows is asked back with the nearest name, in the form too', async () => {
  await using shop = await withCollections();
  await shop.lena.says('/digest new <#C0OPSDAILY|ops-daily> after each cut-off in Hamburk');
  const form = await shop.lena.seesForm('New digest');
  expect(form).toContain('Did you mean Hamburg (HAM)?');
  expect(
    await shop.lena.sends('New digest', { name: 'Cut-off', when: 'after each cut-off in Hamburk' }),
  ).toEqual({
    when: 'I know no location "Hamburk". Did you mean Hamburg (HAM)?',
  });
  expect(
    await shop.lena.sends('New digest', { name: 'Cut-off', when: 'after each cut-off in Hamburg' }),
  ).toEqual({});
});

test('the end of the day is told at each location by its clocks, and its owner hears when it is closed for good', async () => {
  await using shop = await withCollections();
  await setUp(shop, 'at the end of the day in Hamburg', 'End of the day');
  await tickAt(shop, '2026-03-02T16:00:00Z');
  expect(await posted(shop)).toEqual(['at the end of the day in Hamburg']);
  await shop.db.prisma.location.updateMany({
    where: { workspaceId: shop.workspace.id },
    data: { active: false },
  });
  for (const minute of ['00', '01', '05']) await tickAt(shop, `2026-03-03T16:${minute}:00Z`);
  const told = await shop.lena.sees('cannot be read', 'dm');
  expect(told.text).toContain('I cannot work out when it is "at the end of the day in HAM"');
  expect((await shop.lena.seesAll('dm')).filter((text) => text.includes('cannot be read'))).toHaveLength(1);
  expect(await posted(shop)).toHaveLength(1);
});
