import { expect, test } from 'vitest';
import { newContext } from '../../harness/database.ts';
import { foldAll } from '../../harness/facts.ts';
import { givenOrders } from '../../harness/given-orders.ts';
import { openShop, type Shop } from '../../harness/shop.ts';

// A Thursday, 09:00 in Hamburg.
const at = '2026-03-05T08:00:00Z';

/** Orders promised for days of February and January: of France more came late lately. */
async function withOrders() {
  const shop = await openShop({ at, stock: {} });
  const order = givenOrders(shop.db.prisma, shop.workspace, () => shop.clock.now());
  const promised = async (number: string, day: string, country: string, isKept: boolean) => {
    const on = new Date(day);
    const until = new Date(on.getTime() + 23 * 3_600_000);
    return await order(number, {
      shipCountry: country,
      placedAt: new Date(on.getTime() - 4 * 86_400_000),
      handedOverAt: new Date(on.getTime() - 2 * 86_400_000),
      deliveredAt: new Date(until.getTime() + (isKept ? -3_600_000 : 3_600_000)),
      promises: [{ on, until }],
    });
  };
  for (let n = 0; n < 40; n += 1) await promised(`D${n}`, '2026-02-10', 'DE', n > 1);
  for (let n = 0; n < 10; n += 1) await promised(`F${n}`, '2026-02-12', 'FR', n > 4);
  for (let n = 0; n < 40; n += 1) await promised(`JD${n}`, '2026-01-10', 'DE', n > 1);
  for (let n = 0; n < 10; n += 1) await promised(`JF${n}`, '2026-01-12', 'FR', n > 0);
  await order('open', {
    promises: [{ on: new Date('2026-02-20'), until: new Date('2026-02-20T23:00:00Z') }],
  });
  await order('tried', {
    test: true,
    deliveredAt: new Date('2026-02-20T10:00:00Z'),
    promises: [{ on: new Date('2026-02-20'), until: new Date('2026-02-20T23:00:00Z') }],
  });
  await fold(shop);
  return shop;
}

async function fold(shop: Shop) {
  await shop.db.prisma.factChange.createMany({
    data: [
      {
        workspaceId: shop.workspace.id,
        family: 'order',
        subject: shop.workspace.id,
        id: shop.workspace.id,
        notedAt: shop.clock.now(),
      },
    ],
    skipDuplicates: true,
  });
  await foldAll(await newContext({ at, workspace: shop.workspace }));
}

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
  const compared = await shop.vic.sees('86.0 %, down 8.0 points on the days before, worse');
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
  await shop.vic.sees('I am writing rows of a kpi to a CSV file');
});

test('whoever doubts a figure has its facts made anew: it is read meanwhile, and is the same afterwards', async () => {
  await using shop = await withOrders();
  await shop.vic.says('/ops facts');
  await shop.vic.sees('You may not have the facts of KPIs made anew');
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

test('a figure is drawn, by day and by a split; the picture comes with its finding in words', async () => {
  await using shop = await withOrders();
  await shop.vic.says('/kpi on time 30d');
  await shop.vic.presses(await shop.vic.sees('On-time delivery: 86.0 %'), 'Chart');
  await shop.vic.sees('On-time delivery: 50.0 % on 12 Feb');
  await shop.vic.says('/kpi on time 30d by country');
  await shop.vic.presses(await shop.vic.sees('38 of 40'), 'Chart');
  await shop.vic.sees('The picture comes to your direct messages with me');
  const pictures = async () => {
    const dm = await shop.sandbox.control.openDm(shop.vic.id);
    const messages = await shop.sandbox.control.messages(shop.vic.id, dm);
    return messages.flatMap(({ files = [] }) => files.map(({ name }) => name));
  };
  await expect.poll(pictures).toEqual(['on-time-delivery.png', 'on-time-delivery.png']);
});
