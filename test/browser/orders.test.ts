import { expect, test } from 'vitest';
import { demoPage } from './demo-page.ts';
import { photo, sheet } from './sheet.ts';

const LENA = 'U0LENA0001';
/** The sample's order with everything on its card. */
const picture = '25042';

const on = demoPage({ width: 1280, height: 1000 });
const { said, reads, types } = on;

/** With SCREENSHOTS set, replaces the picture of this name in docs by the message. */
async function draws(name: string, words: string | RegExp): Promise<void> {
  await sheet(on.browser, `orders-${name}`, 1024, [await photo(on.page, said(words))]);
}

/** What its table takes, and how wide it is drawn: it shows all of it without scrolling. */
async function widthOf(words: string | RegExp) {
  return await said(words)
    .locator('.table-frame')
    .evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth]);
}

test('the backlog opens from its headline: a cell, its list, the file and back', async () => {
  await reads(LENA, 'ops-daily');
  await types('/order');
  await said(/73 to ship, 7 past ship-by .*8 stopped/s)
    .getByRole('button', { name: 'Open the backlog' })
    .click();
  const backlog = /73 to ship.*Over 24 h late/s;
  await said(backlog).waitFor();
  await draws('backlog', backlog);
  const [needed, shown] = await widthOf(backlog);
  expect(needed).toBe(shown);
  // What is to send in yen and dollars stands above the table; nothing leaves later today.
  await said(backlog)
    .getByRole('cell', { name: / \+ JPY, USD$/ })
    .waitFor();
  expect(await said(backlog).getByText('Later today').count()).toBe(0);
  await said(backlog).getByText('Open a cell').click();
  await on.page.getByRole('option', { name: 'Allocated, over 24 h late: 2' }).click();
  const list = '2 allocated orders to ship, over 24 h late';
  await said(list).getByText('25045').first().waitFor();
  await said(list).getByRole('button', { name: 'As CSV' }).click();
  await said('I am writing orders to a CSV file').waitFor();
  await said(list).getByRole('button', { name: 'Backlog' }).click();
  await said(backlog).waitFor();
});

test('what is stuck stands by its value, and says since when', async () => {
  await types('/order stuck');
  const stuck = '8 orders stopped at a hand-over';
  await said(stuck).waitFor();
  for (const words of [
    'paid and not allocated',
    'allocated and not picked',
    'packed and not handed over',
    'labelled and not scanned',
  ])
    await said(stuck).getByText(words).first().waitFor();
  await draws('stuck', stuck);
});

test('a card has all of an order; its timeline and its watch open from it', async () => {
  await types(`/order ${picture}`);
  const card = /Order 25042 · shopify.*Parcel DHL/s;
  for (const words of [
    /2 of 3 lines shipped/,
    /by Maya Lindqvist/,
    /Was on hold once/,
    /Refunded €10.95/,
    /Also open for this customer: 25043/,
    /Open issue: #7/,
  ])
    await said(card).getByText(words).first().waitFor();
  await draws('card', card);
  const [needed, shown] = await widthOf(card);
  expect(needed).toBe(shown);
  await said(card).getByRole('button', { name: 'More' }).click();
  await on.page.getByRole('option', { name: 'Timeline' }).click();
  await said(/Placed on shopify/)
    .getByText('Put on hold: address')
    .first()
    .waitFor();
  await said(/Placed on shopify/)
    .getByRole('button', { name: 'Back to the order' })
    .click();
  await said(card).getByRole('button', { name: 'Watch' }).click();
  await said('Watching order 25042').waitFor();
});

test('a title that would call the whole channel is shown as it is written', async () => {
  await types('/order 25059');
  const cell = said(/Order 25059/).getByRole('cell', { name: /<!channel> \*free\*/ });
  await cell.waitFor();
  expect(await cell.locator('a, b, strong').count()).toBe(0);
});
