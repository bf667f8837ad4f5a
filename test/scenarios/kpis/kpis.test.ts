import { expect, test } from 'vitest';
import { fold, withOrders } from './given.ts';

test('a figure is asked by what people call it, compared, split, and explained to the last tenth', async () => {
  await using shop = await withOrders();
  await shop.vic.says('/kpi on time 30d');
  const figure = await shop.vic.sees('On-time delivery: 86.0 %');
  for (const words of [
    'Orders promised for 3 Feb to 4 Mar',
    '43 of 50',
    'few: likely between 73.8 % and 93.0 %',
    'left out: 1 not delivered yet, 1 test',
    'delivered by the first promise, of what was delivered and had one',
  ])
    expect(figure.text).toContain(words);
  await shop.vic.presses(figure, 'Compare');
  const compared = await shop.vic.sees(
    '86.0 %, 84.3 % at worst (1 not delivered yet), down 8.0 points on the 30 days before, worse',
  );
  expect(compared.text).toContain('4 Jan to 2 Feb: 94.0 % (47 of 50)');
  await shop.vic.presses(compared, 'What moved it');
  const moved = await shop.vic.sees('On-time delivery fell by 8.0 points');
  expect(moved.text).toContain('On-time delivery fell by 8.0 points: FR −8.0 by how it did');
  expect(moved.text).toContain('DE: 95.0 % of 40, was 95.0 % of 40');
  await shop.vic.says('/kpi on-time last month by country vs previous');
  const split = await shop.vic.sees('On-time delivery: 86.0 %');
  for (const words of ['DE', '95.0 %', '38 of 40', 'FR', '50.0 %', '5 of 10, too few to rank'])
    expect(split.text).toContain(words);
});

test('what nobody can count is said so, and so is a word that is no figure', async () => {
  await using shop = await withOrders();
  await shop.vic.says('/kpi perfect order');
  const lacking = await shop.vic.sees('Perfect orders: no data, because nobody tells me whether documents');
  await shop.vic.presses(lacking, 'What I can count');
  const list = await shop.vic.sees('figures can be asked for');
  expect(list.text).toContain('Shipping (10): On-time delivery · On-time delivery, nothing forgotten · ');
  await shop.vic.chooses(list, 'Figures of …', 'Shipping');
  const own = await shop.vic.sees('Shipping has');
  expect(own.text).toContain('/kpi late carrier · late by the carrier’s own reason');
  await shop.vic.says('/kpi fill rate 7d');
  await shop.vic.sees('Orders complete in the first parcel: no data');
  await shop.vic.says('/kpi happiness of cats');
  await shop.vic.sees('I know no KPI "happiness of cats"');
  // Each part that is misspelt is named, and what may be meant by it.
  await shop.vic.says('/kpi on tmie 30d');
  await shop.vic.sees('I know no KPI "on tmie". Did you mean "On-time delivery"?');
  await shop.vic.says('/kpi on time yesteday');
  await shop.vic.sees('On-time delivery: "yesteday" names no days. Did you mean yesterday?');
  await shop.vic.says('/kpi on time 30d vs the moon');
  await shop.vic.sees('I hold no figure against "moon"');
  await shop.vic.says('/kpi list shiping');
  await shop.vic.sees('Shipping has');
  await shop.vic.says('/kpi on tme 30d');
  await shop.vic.sees('On-time delivery: 86.0 %');
  await shop.vic.says('/kpi on time by carrier');
  await shop.vic.sees('On-time delivery cannot be split by carrier');
});

test('without words it shows the few figures of the reader’s department, the one that got worse first', async () => {
  await using shop = await withOrders();
  await shop.vic.says('/kpi');
  const overview = await shop.vic.sees('against the 30 days before');
  await shop.vic.chooses(overview, 'Another department', 'Shipping');
  const shipping = await shop.vic.sees('On-time delivery 86.0 %, down 8.0 points, worse');
  expect(shipping.text).toContain('86.0 % (43 of 50)');
  await shop.vic.chooses(shipping, 'Open a figure', 'On-time delivery');
  await shop.vic.sees('43 of 50');
});

test('the rows of a figure come as a file that adds up to it', async () => {
  await using shop = await withOrders();
  await shop.vic.says('/kpi rows on time February');
  await shop.vic.sees('I am writing On-time delivery, 1 Feb to 28 Feb to a CSV file');
});

test('whoever doubts a figure has its facts made anew: it is read meanwhile, and is the same afterwards', async () => {
  await using shop = await withOrders();
  await shop.vic.says('/ops facts');
  await shop.vic.sees('You may not see what KPIs are counted from, or have it counted anew');
  await shop.ada.says('/ops facts');
  const facts = await shop.ada.sees('Every figure has all that was told');
  await shop.ada.chooses(facts, 'Make anew …', 'Facts of orders');
  const building = await shop.ada.sees('Being counted anew: 0 orders so far');
  await shop.ada.chooses(building, 'Make anew …', 'Facts of orders');
  await shop.ada.sees('They are being made anew already');
  await shop.vic.says('/kpi on time 30d');
  await shop.vic.sees('being counted anew');
  await fold(shop);
  await shop.vic.says('/kpi on time 30d');
  const again = await shop.vic.sees('On-time delivery: 86.0 %');
  expect(again.text).not.toContain('anew');
});

test('no period says more than was told: data since, days that are held against, and days with none', async () => {
  await using shop = await withOrders();
  const asks = async (words: string, finding: string) => {
    await shop.vic.says(words);
    return (await shop.vic.sees(finding)).text;
  };
  expect(await asks('/kpi on time 180d vs previous', 'no data for the 180 days before')).toContain(
    'Orders promised for 6 Sept 2025 to 4 Mar, data since 20 Nov',
  );
  // Of a rate the days that there are; of a count none: fewer days have fewer.
  expect(
    await asks('/kpi on time 10 Dec to 13 Jan vs previous', 'down 6.0 points on 20 Nov to 9 Dec'),
  ).toContain('5 Nov to 9 Dec 2025, data since 20 Nov 2025: 100.0 % (1 of 1)');
  await asks(
    '/kpi orders 10 Dec to 9 Jan vs previous',
    'not compared: of the 31 days before there is data since 16 Nov 2025 only',
  );
  expect(await asks('/kpi on time this week vs last week', 'On-time delivery: no data')).toContain(
    '23 Feb to 26 Feb: no data',
  );
  const chart = await asks('/kpi on time 180d', 'data since 20 Nov');
  expect(chart).not.toContain('before');
});

test('only splits that tell anything are offered', async () => {
  await using shop = await withOrders();
  await shop.vic.says('/kpi on time 30d');
  const offered = JSON.stringify((await shop.vic.sees('On-time delivery: 86.0 %')).message.blocks);
  expect(offered).toContain('By country');
  expect(offered).not.toContain('By who cancelled');
});
