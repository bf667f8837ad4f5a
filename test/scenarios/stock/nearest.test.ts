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
