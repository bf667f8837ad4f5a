import { expect, test } from 'vitest';
import { openShop } from '../../harness/shop.ts';

test('a code with a letter too many or a zero too few finds the code among the first suggestions', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10, 'LAMP-01': 5 } });
  for (const typed of ['mugg-1', 'mug-1', 'MUGG-001']) {
    await shop.maya.says(`/stock ${typed}`);
    const list = await shop.maya.sees(`No SKU, barcode or title fits "${typed}"`);
    expect(list.offers[0], typed).toBe('Show MUG-01');
    expect(list.offers, typed).not.toContain('Show LAMP-01');
  }
});

test('a code that begins others is offered with the one it names but for a zero, and no card is shown at once', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10, 'MUG-12': 5 } });
  await shop.maya.says('/stock mug-1');
  const list = await shop.maya.sees('2 SKUs fit "mug-1"');
  expect(list.offers.filter(Boolean)).toEqual(['Show MUG-01', 'Show MUG-12']);
});

test('of titles that hold one of the words, those are offered first that nearly hold the others', async () => {
  await using shop = await openShop();
  for (const [code, title] of [
    ['BED-01', 'Bed cover, deep blue'],
    ['CUP-01', 'Cup, navy blue'],
    ['MUG-01', 'Stoneware mug, sea blue'],
  ] as const)
    await shop.given.sku(code, { title });
  await shop.maya.says('/stock blue mg');
  const list = await shop.maya.sees('No SKU, barcode or title fits "blue mg"');
  expect(list.offers[0]).toBe('Show MUG-01');
});

test('a code beside words of its title is that product; a code of two words comes before the titles that share one', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  for (const n of [2, 3, 4]) await shop.given.sku(`CUP-0${n}`, { title: `Mug ${n}` });
  await shop.given.sku('KORB-77', { title: 'Körbchen für Brötchen' });
  await shop.maya.says('/stock KORB-77 brötchen');
  await shop.maya.sees('KORB-77 · Körbchen für Brötchen');
  await shop.maya.says('/stock mug 1');
  expect((await shop.maya.sees('4 SKUs fit "mug 1"')).offers[0]).toBe('Show MUG-01');
});

test('what exists exactly is not offered beside what differs by a zero', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10, 'MUG-10': 5 } });
  await shop.maya.says('/stock find MUG-01');
  await shop.maya.sees('MUG-01 · Title of MUG-01');
});

test('what has no levels is not said to be in order', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.given.sku('KORB-77');
  await shop.maya.says('/stock KORB-77 MUG-01');
  await shop.maya.sees('2 SKUs, none out, low or to reorder, 1 without stock levels');
  await shop.maya.says('/stock KORB-77 ZZZ-99');
  await shop.maya.sees('1 SKU, no stock levels yet');
});

test('words around a code are no part of what is asked', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10, 'MUG-02': 5 } });
  await shop.maya.says('/stock stock of MUG-01 please');
  await shop.maya.sees('MUG-01 · Title of MUG-01');
  await shop.maya.says('/stock how many MUG-01 and MUG-02 do we have?');
  expect((await shop.maya.sees('2 SKUs')).text).not.toContain('Not found');
});

test('one letter is the beginning of a code', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10, 'MUG-02': 5, 'LAMP-01': 5 } });
  await shop.maya.says('/stock m');
  expect((await shop.maya.sees('2 SKUs fit "m"')).offers).not.toContain('Show LAMP-01');
});

test('of titles that fit alike what sells comes first, and further pages have the rest', async () => {
  await using shop = await openShop({ at: '2026-03-02T08:00:00Z' });
  for (let n = 1; n <= 14; n += 1)
    await shop.given.sku(`CUP-${String(n).padStart(2, '0')}`, { title: `Stoneware mug no ${n}` });
  const best = await shop.given.sku('CUP-99', { title: 'Stoneware mug, the one that everybody wants' });
  await shop.db.prisma.skuDay.create({
    data: {
      workspaceId: shop.workspace.id,
      skuId: best,
      day: new Date('2026-02-20'),
      ordered: 40n,
      cancelled: 0n,
      shipped: 40n,
    },
  });
  await shop.maya.says('/stock find stonware mug');
  const first = await shop.maya.sees('More than 10 SKUs fit "stonware mug", here 1 to 10');
  expect(first.offers[0]).toBe('Show CUP-99');
  await shop.maya.presses(first, 'Show more');
  const second = await shop.maya.sees('15 SKUs fit "stonware mug", here 11 to 15');
  expect(second.offers).not.toContain('Show more');
  expect(new Set([...first.offers, ...second.offers].filter((one) => one?.startsWith('Show CUP'))).size).toBe(
    15,
  );
  await shop.maya.presses(second, 'Back');
  await shop.maya.sees('here 1 to 10');
});
