import { expect, test } from 'vitest';
import { demoPage } from './demo-page.ts';
import { photo, sheet } from './sheet.ts';

const VIC = 'U0VIC00001';
const LENA = 'U0LENA0001';
/** The sample's order whose parcel is late by the carrier's fault; see prisma/seed/week/numbers.ts. */
const late = '25066';

const on = demoPage({ width: 1280, height: 1600 });
const { said, reads, types } = on;

/** With SCREENSHOTS set, replaces the picture of this name in docs by the message. */
async function draws(name: string, words: string | RegExp): Promise<void> {
  await sheet(on.browser, `shipments-${name}`, 1024, [await photo(on.page, said(words))]);
}

test('a customer asks where the parcel is: from the number of the order to a text for the customer', async () => {
  await reads(VIC, 'ops-daily');
  await types(`/shipment ${late}`);
  const card = /Late: promised .*DHL says .*last scan Lille.*00340434292125066001/s;
  for (const words of [/order 25066/, /Sent to the wrong depot/, /heard .* from EasyPost|EasyPost/])
    await said(card).getByText(words).first().waitFor();
  await draws('card', card);
  await said(card).getByRole('button', { name: 'More' }).click();
  // Who may only look changes nothing of it.
  expect(await on.page.getByRole('option', { name: 'Update' }).count()).toBe(0);
  expect(await said(card).getByRole('button', { name: 'Update' }).count()).toBe(0);
  await on.page.getByRole('option', { name: 'Text for the customer' }).click();
  const text = /The parcel with your order 25066 \(DHL, tracking number 00340434292125066001\) is on its way/;
  await said(text).waitFor();
  // It says when it comes and that we are sorry, and nobody’s fault.
  await said(text).getByText(/sorry/).first().waitFor();
  expect(
    await said(text)
      .getByText(/wrong depot|fault/)
      .count(),
  ).toBe(0);
  await said(text).getByRole('button', { name: 'Back to the shipment' }).click();
  await said(card).getByRole('button', { name: 'Watch' }).click();
  await said('Watching').waitFor();
});

test.each([
  ['what needs somebody now', '', /parcels? late .*\d+ exceptions/s, 'today'],
  ['what is late, and by whose doing', ' late', /carrier at fault.*HAM → FR.*ROT → DK/s, 'late'],
  [
    'what is wrong, and what to do',
    ' exceptions',
    /exceptions .*the oldest for.*remind the customer.*failed delivery because of/s,
    'exceptions',
  ],
  ['how carriers did', ' carriers', /late by (?:its|their) own fault.*too few to rank/s, 'carriers'],
  ['what suppliers owe', ' inbound', /2 receipts overdue.*84 × THROW-01.*60 × LAMP-05/s, 'inbound'],
])('%s stands one command away', async (_, command, words, name) => {
  await reads(LENA, 'ops-daily');
  await types(`/shipment${command}`);
  await said(words).waitFor();
  await draws(name, words);
});

test('what is out of stock says how many pieces its next receipt comes too late for, and their price', async () => {
  await reads(LENA, 'ops-daily');
  await types('/shipment inbound');
  // How many they are goes with how fast lamps sell, which is another number on each day and in each season.
  const lamp = /60 × LAMP-05.*out of stock, ([1-9]\d*) short until the next receipt \(€([\d,]+)\.(\d\d)\)/s;
  await said(lamp).waitFor();
  const [, pieces = '', euros = '', cents = ''] = lamp.exec((await said(lamp).textContent()) ?? '') ?? [];
  expect(Number(`${euros.replaceAll(',', '')}${cents}`)).toBe(Number(pieces) * 4_695);
});

test('a carrier strikes: a lead declares it, sees its parcels, and ends it', async () => {
  await types('/shipment disruption');
  await said('No disruption is declared').getByRole('button', { name: 'Declare a disruption' }).click();
  const form = on.page.getByTestId('modal');
  await form.getByLabel('What it is').click();
  await on.page.getByRole('option', { name: 'Strike' }).click();
  await form.getByLabel('Carrier').fill('DHL');
  await form.getByLabel('From').fill('HAM');
  await form.getByLabel(/^To/).fill('FR');
  await form.getByLabel('Since').fill(threeDaysAgo());
  await on.page.getByTestId('modal-submit').click();
  await form.waitFor({ state: 'detached' });
  await said('Strike at DHL, HAM → FR is declared').getByRole('button', { name: 'Show its parcels' }).click();
  const parcels = /Strike at DHL, HAM → FR.*00340434292125066001/s;
  await said(parcels)
    .getByText(/order 25066/)
    .first()
    .waitFor();
  await said(parcels).getByRole('button', { name: 'All disruptions' }).click();
  await said('1 disruption: Strike at DHL').getByRole('button', { name: 'It is over' }).click();
  await on.page.getByTestId('confirm-yes').click();
  await said('Strike at DHL, HAM → FR is over').getByText('Its lanes are watched again').waitFor();
});

/** As the form's input takes a moment. */
function threeDaysAgo(): string {
  return new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 16);
}

test.each([1280, 390])('at %i px the page is no wider than the screen', async (width) => {
  await on.page.setViewportSize({ width, height: 1600 });
  for (const [command, words] of [
    [` ${late}`, /Shipment 00340434292125066001/],
    [' late', /Late parcels/],
    [' exceptions', /the oldest for/],
    [' carriers', /late by (?:its|their) own fault/],
    [' inbound', /receipts overdue/],
  ] as const) {
    await types(`/shipment${command}`);
    await said(words).waitFor();
    if (width === 390 && command === ` ${late}`) await draws('card-phone', words);
    // Nor is a table wider than what it stands in: what is off to the right is not read.
    const tables = said(words).locator('table');
    for (const wide of await tables.evaluateAll((all) =>
      all.map((one) => one.scrollWidth - (one.parentElement?.clientWidth ?? 0)),
    ))
      expect(wide, command).toBeLessThanOrEqual(0);
  }
  expect(await on.page.locator('html').evaluate((html) => html.scrollWidth)).toBe(width);
});
