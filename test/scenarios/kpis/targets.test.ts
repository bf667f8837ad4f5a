import { expect, test } from 'vitest';
import { promisedOrders } from '../../harness/promised-orders.ts';
import { openShop } from '../../harness/shop.ts';

// A Thursday, 09:00 in Hamburg.
const at = '2026-03-05T08:00:00Z';
const shown = 'On-time delivery: 94.0 %';

test('a lead sets a target in a form that says what is wrong, and its history says who set what from when', async () => {
  await using shop = await openShop({ at });
  await promisedOrders(shop, '2026-03-02', { kept: 47, late: 3 });
  await shop.lena.says('/kpi on time 7d');
  const card = await shop.lena.sees(`${shown}, 1.0 points under the target of 95 %`);
  expect(card.text).toContain('target missed: 95 %, our default');
  await shop.lena.presses(card, 'Target');
  const form = await shop.lena.seesForm('Set a target');
  expect(form).toContain('Nobody has set a target: 95 %, our default');
  expect(form).toContain('worse than the target beyond doubt');
  const send = async (values: Record<string, string>) => await shop.lena.sends('Set a target', values);
  const wrong = async (values: Record<string, string>) => Object.entries(await send(values)).flat();
  expect(await wrong({ target: '120 %' })).toEqual(['target', 'A share is at most 100 %.']);
  expect(await wrong({ target: 'better' })).toEqual([
    'target',
    '"better" is not a number: write it like 98 % or 98.5 %.',
  ]);
  expect(await wrong({ target: '93 %', limit: '94 %' })).toEqual([
    'limit',
    'The limit is worse than the target: less than 93 %.',
  ]);
  expect(await wrong({ target: '93 %', limit: '', validFrom: '2029-01-01' })).toEqual([
    'validFrom',
    'That is more than a year ahead: earlier.',
  ]);
  expect(
    await wrong({ target: '93,5', limit: '90 %', validFrom: '2026-03-01', note: 'after the peak' }),
  ).toEqual([]);
  const set = await shop.lena.sees('On-time delivery: target 93.5 %, limit 90 % from 1 Mar on');
  expect(set.text).toContain('Before that it was 95 %, our default.');
  await shop.vic.says('/kpi on time 7d');
  const met = await shop.vic.sees(`${shown}, 0.5 points over the target of 93.5 %`);
  expect(met.text).toContain('target met: 93.5 % since 1 Mar');
  expect(met.text).toContain('limit 90 %');
  // The days before keep what they had.
  await shop.vic.says('/kpi on time 1 Feb to 28 Feb');
  const before = await shop.vic.sees('1 Feb to 28 Feb');
  expect(before.text).toContain('target 95 %, our default');
  expect(before.text).toContain('target 93.5 %, limit 90 % from 1 Mar on');
  await shop.lena.says('/kpi target on time');
  expect(await shop.lena.seesForm('What was set')).toContain(
    '93.5 %, limit 90 % from 1 Mar: Lena, 09:00 CET (after the peak)',
  );
  expect(
    await shop.db.prisma.auditEntry.findMany({
      where: { workspaceId: shop.workspace.id, operation: 'kpis.set-target' },
      select: { before: true, after: true },
    }),
  ).toMatchObject([{ before: { target: '9500' }, after: { target: '9350', limit: '9000' } }]);
});

test('a part has a target of its own, in the table of the split', async () => {
  await using shop = await openShop({ at });
  await promisedOrders(shop, '2026-03-02', { kept: 8, late: 2, country: 'FR' });
  await promisedOrders(shop, '2026-03-02', { kept: 39, late: 1 });
  await shop.lena.says('/kpi target on time');
  expect(await shop.lena.seesForm('Set a target')).toContain('Country FR');
  await shop.lena.sends('Set a target', { scope: 'Country FR', target: '85 %', validFrom: '2026-03-01' });
  const set = await shop.lena.sees('On-time delivery, country FR: target 85 % from 1 Mar on');
  expect(set.text).toContain('It had none before.');
  await shop.lena.presses(set, 'Show the figure');
  const split = await shop.lena.sees('missed: 5.0 points under the target of 85 %');
  expect(split.text).toContain('1.0 points under the target of 95 %');
});

test('in words it is set for the whole business, and seen in the overview, the list and the picture', async () => {
  await using shop = await openShop({ at });
  await promisedOrders(shop, '2026-03-02', { kept: 47, late: 3 });
  await shop.omar.says('/kpi target on time 96 %');
  const set = await shop.omar.sees('On-time delivery: target 96 % from today on');
  expect(set.text).toContain('that of the last 30 days ended yesterday');
  await shop.comes('2026-03-06T08:00:00Z');
  await shop.vic.says('/kpi');
  await shop.vic.chooses(await shop.vic.sees('against the 30 days before'), 'Another department', 'Shipping');
  const shipping = await shop.vic.sees('2.0 points under the target of 96 %');
  expect(shipping.text).toContain('missed: 2.0 points under the target of 96 %');
  await shop.vic.says('/kpi list');
  await shop.vic.chooses(await shop.vic.sees('figures can be asked for'), 'Figures of …', 'Shipping');
  expect((await shop.vic.sees('Shipping has')).text).toContain('target 96 % since 5 Mar');
  await shop.vic.says('/kpi on time 7d');
  await shop.vic.presses(await shop.vic.sees('94.0 %, 2.0 points under the target of 96 %'), 'Chart');
  await shop.vic.sees('On-time delivery: 94.0 % on 2 Mar, 2.0 points below the target of 96.0 %');
});

test('whoever may not set one has no button, and is told who may; what has no better side has none', async () => {
  await using shop = await openShop({ at });
  await promisedOrders(shop, '2026-03-02', { kept: 47, late: 3 });
  await shop.vic.says('/kpi on time 7d');
  expect((await shop.vic.sees(shown)).offers).not.toContain('Target');
  await shop.vic.says('/kpi target on time 10 %');
  await shop.vic.sees('You may not set targets of KPIs: that is for a lead.');
  await shop.lena.says('/kpi target orders 100');
  await shop.lena.sees('Orders placed can have no target: neither more nor less of it is better.');
  await shop.lena.says('/kpi orders 7d');
  expect((await shop.lena.sees('Orders placed: ')).offers).not.toContain('Target');
  expect(await shop.db.prisma.kpiTarget.count({ where: { workspaceId: shop.workspace.id } })).toBe(0);
});

test('a target far from where the figure stands is asked back, in words and in the form', async () => {
  await using shop = await openShop({ at });
  await promisedOrders(shop, '2026-03-02', { kept: 47, late: 3 });
  const doubt =
    'Did you mean 1.2 %? On-time delivery: 94.0 % in the last 30 days. If you did, write "1.2 %!".';
  await shop.lena.says('/kpi target on time 1.2');
  await shop.lena.sees(doubt);
  await shop.lena.says('/kpi target on time');
  expect(Object.values(await shop.lena.sends('Set a target', { target: '1.2 %', limit: '' }))).toEqual([
    doubt,
  ]);
  expect(await shop.db.prisma.kpiTarget.count({ where: { workspaceId: shop.workspace.id } })).toBe(0);
  await shop.lena.says('/kpi target on time 1.2 %!');
  await shop.lena.sees('On-time delivery: target 1.2 % from today on');
});

test('what is replaced on the same day stays in the history, with who set it', async () => {
  await using shop = await openShop({ at });
  await promisedOrders(shop, '2026-03-02', { kept: 47, late: 3 });
  for (const [person, goal] of [
    [shop.lena, '96 %'],
    [shop.ada, '97 %'],
    [shop.lena, '98 %'],
  ] as const) {
    await person.says(`/kpi target on time ${goal}`);
    await person.sees(`target ${goal} from today on`);
  }
  await shop.lena.says('/kpi target on time');
  const form = await shop.lena.seesForm('What was set');
  const place = (words: string) => form.indexOf(words);
  expect(place('98 % from 5 Mar: Lena')).toBeGreaterThan(0);
  expect(place('97 % from 5 Mar: Ada, 09:00 CET, replaced since')).toBeGreaterThan(
    place('98 % from 5 Mar: Lena'),
  );
  expect(place('96 % from 5 Mar: Lena, 09:00 CET, replaced since')).toBeGreaterThan(
    place('97 % from 5 Mar: Ada'),
  );
});

test('whoever set what held before hears of a target for days that have passed, and nobody of one to come', async () => {
  await using shop = await openShop({ at });
  await promisedOrders(shop, '2026-03-02', { kept: 47, late: 3 });
  await shop.omar.says('/kpi target on time 96 %');
  await shop.omar.sees('target 96 % from today on');
  await shop.comes('2026-03-07T08:00:00Z');
  await shop.lena.says('/kpi target on time');
  await shop.lena.sends('Set a target', { target: '93 %', limit: '', validFrom: '2026-03-06' });
  const set = await shop.lena.sees('target 93 % from 6 Mar on');
  expect(set.text).toContain('are judged by it now: Omar hears of it.');
  await shop.app.catchUp();
  const told = await shop.omar.sees(
    'On-time delivery: Lena has set the target to 93 % from 6 Mar on, for days that have passed',
    'dm',
  );
  expect(told.text).toContain('Before that it was 96 % since 5 Mar.');
  expect(told.text).toContain('/kpi target on time shows all that was set');
});

test('what is no target is said as that, and not as days that nobody named', async () => {
  await using shop = await openShop({ at });
  await shop.lena.says('/kpi target on time soon');
  const said = await shop.lena.sees('"soon" is no target for On-time delivery.');
  expect(said.text).toContain('Such as /kpi target on time 97 %');
});
