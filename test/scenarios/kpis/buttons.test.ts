import { expect, test } from 'vitest';
import type { Shop } from '../../harness/shop.ts';
import { withOrders } from './given.ts';

async function figure(shop: Shop, words = '/kpi on time 30d') {
  await shop.vic.says(words);
  return await shop.vic.sees('On-time delivery: 86.0 %');
}

/** The file that came last by direct message, and the words above it. */
async function fileOf(shop: Shop) {
  await shop.app.catchUp();
  const { control } = shop.sandbox;
  const dm = await control.openDm(shop.vic.id);
  const message = await control.waitFor(async () =>
    (await control.messages(shop.vic.id, dm)).findLast(({ files = [] }) => files.length > 0),
  );
  return { words: message.text, name: message.files?.[0]?.name };
}

test('other days are picked from a menu, and say what they are', async () => {
  await using shop = await withOrders();
  const card = await figure(shop);
  await shop.vic.chooses(card, 'Other days …', 'Last month');
  const month = await shop.vic.sees('Orders promised for 1 Feb to 28 Feb');
  await shop.vic.chooses(month, 'Other days …', 'Yesterday');
  await shop.vic.sees('On-time delivery: no data');
  await shop.vic.says('/kpi past promise');
  const open = await shop.vic.sees('Open past promise: ');
  await shop.vic.chooses(open, 'Other days …', 'At the end of last month');
  await shop.vic.sees('at the end of 28 Feb');
});

test('a part stands by itself: its days, its rows, its file and its chart are of it alone', async () => {
  await using shop = await withOrders();
  await shop.vic.says('/kpi on time 30d by country');
  await shop.vic.chooses(await shop.vic.sees('38 of 40'), 'Only one country …', 'FR');
  const part = await shop.vic.sees('On-time delivery, country FR: 50.0 %');
  expect(part.text).toContain('5 of 10');
  await shop.vic.presses(part, 'Chart');
  await shop.app.catchUp();
  await shop.vic.sees('On-time delivery, country FR: 50.0 %', 'dm');
  await shop.vic.presses(part, 'Rows as CSV');
  await shop.vic.sees('I am writing On-time delivery, country FR, 3 Feb to 4 Mar to a CSV file');
  const { name, words } = await fileOf(shop);
  expect(name).toBe('on-time-delivery-country-fr-3-feb-to-4-mar-2026-03-05.csv');
  expect(words).toContain('10 rows as CSV');
  await shop.vic.presses(part, '5 orders late');
  await shop.vic.sees('On-time delivery, country FR, 3 Feb to 4 Mar: 5 of 10 orders late');
  await shop.vic.presses(await shop.vic.sees('here 1 to 10'), 'Back to the figure');
  await shop.vic.presses(await shop.vic.sees('too few to judge'), 'Compare');
  await shop.vic.presses(
    await shop.vic.sees('On-time delivery, country FR: 50.0 %, down 40.0 points'),
    'All together',
  );
  await shop.vic.sees('On-time delivery: 86.0 %');
});

test('the late orders behind a figure are one tap away, each with its card; what is left out comes last and says why', async () => {
  await using shop = await withOrders();
  await shop.vic.presses(await figure(shop), '7 orders late');
  const late = await shop.vic.sees('On-time delivery, 3 Feb to 4 Mar: 7 of 50 orders late');
  expect(late.text).toMatch(/F\d · late · promised for 12 Feb · [^\n]*FR/);
  await shop.vic.presses(late, 'Open');
  await shop.vic.sees('Late: promised Thu 12 Feb');
  let page = late;
  for (let n = 1; n < 6; n += 1) {
    await shop.vic.presses(page, 'Next');
    page = await shop.vic.sees(`here ${n * 10 + 1} to `);
  }
  expect(page.text).toContain('open · left out: not delivered yet');
  expect(page.text).toContain('tried · left out: test');
  await shop.vic.presses(page, 'Back to the figure');
  await shop.vic.sees('On-time delivery: 86.0 %');
});

test('on time and whose fault it was lead to one another', async () => {
  await using shop = await withOrders();
  await shop.vic.presses(await figure(shop), 'Late by whose fault');
  const fault = await shop.vic.sees('Late by the carrier: ');
  expect(fault.text).toContain('3 Feb to 4 Mar');
});

test('an issue is raised from a figure, with its days and its part, and a second press says that it exists', async () => {
  await using shop = await withOrders();
  await shop.lena.says('/kpi on time 30d');
  const card = await shop.lena.sees('On-time delivery: 86.0 %');
  await shop.lena.presses(card, 'Raise issue');
  const form = await shop.lena.seesForm('Raise an issue');
  expect(form).toBeTruthy();
  await shop.lena.sends('Raise an issue', {} as never);
  await shop.lena.sees('Raised: ');
  await shop.lena.presses(card, 'Raise issue');
  const again = await shop.lena.sees('Already raised, and still open: ');
  expect(again.text).toContain('On-time delivery: 86.0 %, 3 Feb to 4 Mar');
});

test('a figure is shared in its channel as it is at that moment; whoever refreshes it, it stays whose it was', async () => {
  await using shop = await withOrders();
  await shop.vic.presses(await figure(shop), 'Share in channel');
  const shared = await shop.lena.sees('shared by <@U0VIC00001>');
  expect(shared.ephemeral).toBe(false);
  expect(shared.offers).toEqual(['Show to me', 'Raise issue', 'Refresh']);
  await shop.lena.presses(shared, 'Show to me');
  await shop.app.idle();
  const own = await shop.lena.sees('On-time delivery: 86.0 %');
  expect([own.ephemeral, own.offers.includes('Compare')]).toEqual([true, true]);
  await shop.lena.presses(shared, 'Refresh');
  expect((await shop.lena.sees('shared by <@U0VIC00001>')).ts).toBe(shared.ts);
});

test('a chart is shared in a channel from the direct message in which it came', async () => {
  await using shop = await withOrders();
  await shop.vic.presses(await figure(shop), 'Chart');
  await shop.app.catchUp();
  const chart = await shop.vic.sees('By day, 3 Feb to 4 Mar', 'dm');
  await shop.vic.presses(chart, 'Share in channel');
  await shop.vic.sends('Share in a channel', { channel: 'C0OPSALERT' } as never);
  await shop.vic.sees('On-time delivery is shared in', 'dm');
  const shared = await shop.lena.sees('shared by <@U0VIC00001>', 'C0OPSALERT');
  expect(shared.text).toContain('By day, 3 Feb to 4 Mar');
});

test('who lost the right between the press and the chart reads why it does not come', async () => {
  await using shop = await withOrders();
  await shop.vic.presses(await figure(shop), 'Chart');
  // As if it showed what is for leads since.
  await shop.db.prisma.chartRequest.updateMany({
    where: { workspaceId: shop.workspace.id },
    data: { permission: { key: 'kpis.cost', to: 'see costs', atLeast: 'lead' } },
  });
  await shop.app.catchUp();
  const refused = await shop.vic.sees(
    'The chart that you asked for does not come: You may not see costs: that is for a lead.',
    'dm',
  );
  expect(refused.text).not.toContain('86.0');
});

test.each(['a figure', 'a chart'])('%s is not shared in a channel of another workspace', async (what) => {
  await using shop = await withOrders();
  await shop.vic.says('/kpi on time 30d', 'dm');
  let card = await shop.vic.sees('On-time delivery: 86.0 %', 'dm');
  if (what === 'a chart') {
    await shop.vic.presses(card, 'Chart');
    await shop.app.catchUp();
    card = await shop.vic.sees('By day, 3 Feb to 4 Mar', 'dm');
  }
  await shop.vic.presses(card, 'Share in channel');
  await shop.vic.sends('Share in a channel', { channel: 'C0PARTNER1' } as never);
  expect(await shop.vic.seesForm('Share in a channel')).toContain('shared with another workspace');
  await shop.vic.says('/kpi on time 30d', 'partner-3pl');
  await shop.vic.presses(await shop.vic.sees('On-time delivery: 86.0 %', 'partner-3pl'), 'Share in channel');
  expect((await shop.vic.sees('This channel is shared', 'partner-3pl')).ephemeral).toBe(true);
});
