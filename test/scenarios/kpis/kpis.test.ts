import { expect, test } from 'vitest';
import { fold, withOrders } from './given.ts';

test('a figure is asked by what people call it, compared, split, and explained to the last tenth', async () => {
  await using shop = await withOrders();
  await shop.vic.says('/kpi on time 30d');
  const figure = await shop.vic.sees('On-time delivery: 86.0 %');
  for (const words of [
    '3 Feb to 4 Mar, promised for',
    '43 of 50',
    'few: likely between 73.8 % and 93.0 %',
    'left out: 1 not delivered yet, 1 test',
    'delivered by the first promise, of what was delivered and had one, version 1',
  ])
    expect(figure.text).toContain(words);
  await shop.vic.presses(figure, 'Compare');
  const compared = await shop.vic.sees(
    '86.0 %, 84.3 % at worst (1 not delivered yet), down 8.0 points on the days before, worse',
  );
  expect(compared.text).toContain('4 Jan to 2 Feb: 94.0 % (47 of 50)');
  await shop.vic.presses(compared, 'What moved it');
  const moved = await shop.vic.sees('On-time delivery fell by 8.0 points');
  expect(moved.text).toContain('95.0 % of 40 → 95.0 % of 40');
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
  await shop.vic.sees('figures can be asked for');
  await shop.vic.says('/kpi fill rate 7d');
  await shop.vic.sees('Orders complete in the first parcel: no data');
  await shop.vic.says('/kpi happiness of cats');
  await shop.vic.sees('I know no KPI "happiness of cats"');
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
