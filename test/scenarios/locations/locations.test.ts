import { expect, test } from 'vitest';
import { openShop } from '../../harness/shop.ts';

test('a shop that has no locations adds its first one in a form, and everybody reads its hours', async () => {
  await using shop = await openShop();
  await shop.omar.says('/ops location');
  const none = await shop.omar.sees('No locations yet');
  await shop.omar.presses(none, 'Add a location');
  expect(
    await shop.omar.sends('Add a location', {
      code: 'HAM',
      name: 'Hamburg <!channel>',
      kind: '3pl',
      timeZone: 'london',
      staleMinutes: '90',
    }),
  ).toEqual({});
  await shop.app.idle();
  await shop.vic.says('/ops location ham');
  const card = await shop.vic.sees('Hamburg <!channel> (HAM): closed, opens');
  expect(card.text).toContain('Mon–Fri 09:00–17:00');
  expect(card.text).toContain('Europe/London');
  expect(card.text).toContain('old after 1 h 30 min');
  // A 3PL counts in a system of its own, unless somebody says otherwise.
  expect(card.text).toContain('stock numbers kept by an outside system');
  expect(card.offers).toEqual([]);
  await shop.vic.says('/ops location');
  expect((await shop.vic.sees('1 location, none open now')).offers).toEqual(['Show', 'Show']);
});

test('a wrong code, a taken one and an unknown zone are refused at their fields', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 1 } });
  await shop.omar.says('/ops location add');
  const draft = { kind: 'warehouse', staleMinutes: '1440' };
  expect(await shop.omar.sends('Add a location', { ...draft, code: 'ham' })).toEqual({
    code: 'HAM is taken.',
  });
  expect(await shop.omar.sends('Add a location', { ...draft, code: 'R T' })).toEqual({
    code: 'It is not 1 to 20 letters, digits, - or _.',
  });
  expect(await shop.omar.sends('Add a location', { ...draft, code: 'ROT', timeZone: 'Berln' })).toEqual({
    timeZone: 'I know no time zone “Berln”. Do you mean Europe/Berlin?',
  });
});

test('hours count from their day on, holidays are named, and the business has hours of its own', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 1 } });
  await shop.omar.says('/ops location business');
  const card = await shop.omar.sees('The business: open until 17:00 CET');
  await shop.omar.presses(card, 'Set hours');
  expect(await shop.omar.searches('Working hours', 'region', 'hamb')).toEqual([
    'Germany, Hansestadt Hamburg',
  ]);
  expect(
    await shop.omar.sends('Working hours', {
      days: ['1', '2', '3', '4', '5', '6'],
      opens: '08:00',
      closes: '00:00',
      region: 'DE-HH',
    }),
  ).toEqual({});
  const set = await shop.omar.sees('The business: open until 3 Mar 00:00 CET');
  expect(set.text).toContain('Mon–Sat 08:00–24:00');
  expect(set.text).toContain('Fri 3 Apr Karfreitag');
  expect(set.text).toContain('public holidays of DE-HH');
  await shop.omar.presses(set, 'Set hours');
  const wrong = { days: ['1'], opens: '09:00', closes: '08:00', region: null, from: '2026-03-01' };
  expect(await shop.omar.sends('Working hours', wrong as never)).toEqual({
    closes: 'Later than 09:00; 00:00 is the end of the day.',
  });
  expect(await shop.omar.sends('Working hours', { ...wrong, closes: '10:00' } as never)).toEqual({
    from: 'What has passed stays as it was: today or later.',
  });
  expect(
    await shop.omar.sends('Working hours', { ...wrong, closes: '10:00', from: '2026-04-01' } as never),
  ).toEqual({});
  const later = await shop.omar.sees('From Wed 1 Apr: Mon 09:00–10:00');
  // A location without hours of its own keeps those of the business.
  expect(later.text).toContain('Mon–Sat 08:00–24:00');
  await shop.vic.says('/ops location HAM');
  expect((await shop.vic.sees('Hamburg (HAM): open until')).text).toContain('hours of the business');
});

test('a day off by hand counts for deadlines, and can be taken back', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 100 } });
  await shop.omar.says('/ops location HAM');
  await shop.omar.presses(await shop.omar.sees('Hamburg (HAM)'), 'A day that differs');
  expect(
    await shop.omar.sends('A day that differs', { on: '2026-03-02', name: 'Stocktake', what: 'off' }),
  ).toEqual({});
  const card = await shop.omar.sees('closed, opens 3 Mar 09:00 CET');
  expect(card.text).toContain('Mon 2 Mar Stocktake');
  // Eight working hours that begin on a day off end at Tuesday's close.
  await shop.maya.says('/stock adjust MUG-01 -30 HAM lost');
  await shop.lena.sees('Maya asks to write off 30');
  const [asked] = await shop.db.prisma.approval.findMany({ where: { workspaceId: shop.workspace.id } });
  expect(asked?.expiresAt?.toISOString()).toBe('2026-03-03T16:00:00.000Z');
  await shop.omar.choosesFor(card, '', 'Remove Mon 2 Mar Stocktake');
  await shop.omar.sees('Hamburg (HAM): open until 17:00 CET');
});

test('only managers change locations; an operator reads them', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 1 } });
  expect(JSON.stringify((await shop.maya.says('/ops location add')).ack)).toContain('may not');
  await shop.maya.says('/ops location HAM');
  expect((await shop.maya.sees('Hamburg (HAM)')).offers).toEqual([]);
});

test('a location out of use is listed last and says so', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 1 } });
  await shop.omar.says('/ops location HAM');
  const card = await shop.omar.sees('Hamburg (HAM)');
  await shop.omar.choosesFor(card, '', 'Take out of use');
  expect(await shop.omar.seesForm('Take out of use')).toContain('What it holds stays in the totals');
  expect(await shop.omar.sends('Take out of use', {})).toEqual({});
  await shop.omar.sees('Hamburg (HAM): no longer in use');
  // What it holds can be taken away, and nothing be added.
  await shop.maya.says('/stock adjust MUG-01 +1 found HAM');
  await shop.maya.sees('Hamburg is no longer in use: what it holds can only be taken away.');
  await shop.maya.says('/stock adjust MUG-01 -1 lost HAM');
  await shop.maya.sees('You asked to write off 1 × MUG-01 in Hamburg');
  await shop.maya.says('/stock MUG-01');
  expect((await shop.maya.sees('1 available')).text).toContain('no longer in use');
});

test('a location that nobody knows is named, with where they are listed', async () => {
  await using shop = await openShop();
  expect(JSON.stringify((await shop.vic.says('/ops location XYZ')).ack)).toContain(
    'There is no location XYZ.',
  );
});

test('hours that begin later change nothing before their day', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 1 } });
  const sets = async (place: string, values: object) => {
    await shop.omar.says(`/ops location ${place}`);
    const card = await shop.omar.sees(place === 'HAM' ? 'Hamburg (HAM)' : 'The business:');
    await shop.omar.presses(card, 'Set hours');
    if ('region' in values) await shop.omar.searches('Working hours', 'region', 'hamburg');
    expect(await shop.omar.sends('Working hours', values as never)).toEqual({});
    await shop.app.idle();
  };
  const long = { days: ['1', '2', '3', '4', '5', '6'], opens: '07:00', closes: '22:00' };
  await sets('business', { ...long, region: 'DE-HH' });
  await sets('HAM', { days: ['1'], opens: '09:00', closes: '10:00', from: '2026-06-01' });
  await shop.vic.says('/ops location HAM');
  const card = await shop.vic.sees('Hamburg (HAM): open until 22:00 CET');
  expect(card.text).toContain('Mon–Sat 07:00–22:00');
  expect(card.text).toContain('Fri 3 Apr Karfreitag');
  expect(card.text).toContain('From Mon 1 Jun: Mon 09:00–10:00');
  // They can be taken back.
  await shop.omar.says('/ops location HAM');
  const own = await shop.omar.sees('From Mon 1 Jun');
  await shop.omar.choosesFor(own, '', 'Remove the hours from Mon 1 Jun');
  await shop.app.idle();
  await shop.vic.says('/ops location HAM');
  await shop.app.idle();
  expect((await shop.vic.seesAll()).at(-1)).not.toContain('From Mon 1 Jun');
});

test('the second of two managers with the form open looks again', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 1 } });
  for (const who of [shop.omar, shop.ada]) {
    await who.says('/ops location HAM');
    await who.presses(await who.sees('Hamburg (HAM)'), 'Edit');
  }
  const draft = { kind: 'store', staleMinutes: '60', timeZone: 'Europe/Berlin' };
  expect(await shop.ada.sends('Edit the location', { ...draft, name: 'Hamburg North' })).toEqual({});
  await shop.app.idle();
  await shop.omar.sends('Edit the location', { ...draft, name: 'Hamburg' });
  await shop.app.idle();
  await shop.vic.says('/ops location hamburg');
  await shop.vic.sees('Hamburg North (HAM)');
});

test('a location that moves to another zone keeps its hours by its new clocks', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 1 } });
  await shop.omar.says('/ops location HAM');
  await shop.omar.presses(await shop.omar.sees('Hamburg (HAM)'), 'Set hours');
  const hours = { days: ['1', '2', '3', '4', '5'], opens: '09:00', closes: '17:30' };
  expect(await shop.omar.sends('Working hours', hours as never)).toEqual({});
  await shop.omar.presses(await shop.omar.sees('open until 17:30 CET'), 'Edit');
  const moved = { name: 'Hamburg', kind: 'warehouse', staleMinutes: '60', timeZone: 'New York' };
  expect(await shop.omar.sends('Edit the location', moved)).toEqual({});
  // 09:00 in Berlin is 03:00 there.
  await shop.omar.sees('Hamburg (HAM): closed, opens 09:00 EST');
});

test('a code is one however its hyphens are written, and is found again', async () => {
  await using shop = await openShop();
  await shop.omar.says('/ops location add');
  const draft = { kind: 'warehouse', staleMinutes: '60', name: 'Hall' };
  expect(await shop.omar.sends('Add a location', { ...draft, code: 'A--B' })).toEqual({});
  await shop.omar.sees('Hall (A--B)');
  await shop.omar.says('/ops location add');
  expect(await shop.omar.sends('Add a location', { ...draft, code: 'a-b' })).toEqual({
    code: 'A-B is taken.',
  });
  expect(await shop.omar.sends('Add a location', { ...draft, code: 'business' })).toEqual({
    code: 'It is a word of the command /ops location.',
  });
  await shop.omar.says('/ops location a–b');
  await shop.omar.sees('Hall (A--B)');
});

test('a yes for more in a location that was closed meanwhile adds nothing, and says why', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 1 } });
  await shop.maya.says('/stock adjust MUG-01 +30 HAM found');
  const card = await shop.omar.sees('Maya asks to add 30');
  await shop.db.prisma.location.updateMany({
    where: { workspaceId: shop.workspace.id, code: 'HAM' },
    data: { active: false },
  });
  await shop.omar.presses(card, 'Approve');
  await shop.app.catchUp();
  await shop.app.idle();
  await shop.omar.sees('Hamburg is no longer in use: what it holds can only be taken away.');
  const [level] = await shop.db.prisma.level.findMany({
    where: { workspaceId: shop.workspace.id, bucket: 'available' },
  });
  expect(level?.quantity).toBe(1);
});

test('a manager says who keeps the stock numbers, and the card and the audit log say it too', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 1 } });
  await shop.omar.says('/ops location HAM');
  const card = await shop.omar.sees('Hamburg (HAM)');
  expect(card.text).toContain('stock numbers kept here');
  await shop.omar.presses(card, 'Edit');
  expect(await shop.omar.seesForm('Edit the location')).toContain('Who keeps the stock numbers?');
  expect(await shop.omar.sends('Edit the location', { record: 'outside' })).toEqual({});
  await shop.omar.sees('stock numbers kept by an outside system');
  const [entry] = await shop.db.prisma.auditEntry.findMany({
    where: { workspaceId: shop.workspace.id, operation: 'locations.edit' },
  });
  expect(entry).toMatchObject({ before: { record: 'ours' }, after: { record: 'outside' } });
});
