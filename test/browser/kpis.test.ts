import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { demoPage } from './demo-page.ts';
import { photo, sheet } from './sheet.ts';

const LENA = 'U0LENA0001';
const MAYA = 'U0MAYA0001';

const on = demoPage({ width: 1280, height: 1600 });
const { said, reads, types } = on;

/** With SCREENSHOTS set, replaces the picture of this name in docs by the message. */
async function draws(name: string, message: Locator): Promise<void> {
  await sheet(on.browser, `kpis-${name}`, 1024, [await photo(on.page, message)]);
}

async function presses(message: Locator, name: string): Promise<void> {
  await message.getByRole('button', { name, exact: true }).click();
}

/** Picks an option of the menu that shows these words, on a message. */
async function picks(message: Locator, shown: string, option: string): Promise<void> {
  await message.getByRole('button', { name: shown }).click();
  await on.page.getByRole('option', { name: option, exact: true }).click();
}

/** The newest chart with these words among the direct messages with the bot, once its picture is there. */
async function chart(words: RegExp): Promise<Locator> {
  await on.page.getByTestId('channel-bot').click();
  const message = said(words).filter({ has: on.page.locator('table') });
  await message.locator('img[alt], [data-testid=chart]').last().waitFor({ timeout: 30_000 });
  return message;
}

/** No table is wider than what it stands in: what is off to the right is not read. */
async function fits(message: Locator): Promise<void> {
  const wide = await message
    .locator('table')
    .evaluateAll((all) => all.map((one) => one.scrollWidth - (one.parentElement?.clientWidth ?? 0)));
  for (const more of wide) expect(more).toBeLessThanOrEqual(0);
}

test('the figures of a fresh shop say that they are being counted, and come by themselves', async () => {
  await reads(LENA, 'ops-daily');
  await expect
    .poll(
      async () => {
        await types('/kpi on time 30d');
        await said(/On-time delivery: (?:\d|I am still counting)/).waitFor();
        return await said(/On-time delivery: /).textContent();
      },
      { timeout: 900_000, interval: 10_000 },
    )
    .toMatch(/On-time delivery: \d/);
}, 960_000);

test('why did on time change? From the figures of a department to the rows, by buttons alone', async () => {
  await types('/kpi');
  const overview = said(/against the 30 days before/);
  await overview.waitFor();
  await picks(overview, 'Warehouse', 'Shipping');
  await overview.getByText('On-time delivery', { exact: true }).waitFor();
  await draws('overview', overview);
  await picks(overview, 'Open a figure', 'On-time delivery');
  const figure = said(/delivered by the first promise/);
  await presses(figure, 'Compare');
  await figure
    .getByText(/on the 30 days before|on \d+ \w+ to/)
    .first()
    .waitFor();
  await draws('figure', figure);
  await presses(figure, 'What moved it');
  const moved = said(/On-time delivery (?:rose|fell) by .* by how it did/);
  await moved.waitFor();
  await draws('moved', moved);
  await presses(moved, 'Chart');
  await said(/The chart comes to your direct messages/).waitFor();
  await presses(moved, 'Rows as CSV');
  await said(/I am writing On-time delivery, .* to a CSV file/).waitFor();
  await presses(moved, 'Back to the figure');
  await figure
    .getByText(/on the 30 days before|on \d+ \w+ to/)
    .first()
    .waitFor();
  const drawn = await chart(/On-time delivery (?:rose|fell) by/);
  await draws('moved-chart', drawn);
  await on.page
    .getByText(/as CSV, as of/)
    .last()
    .waitFor();
});

test.each([
  [
    'a trend, with what it says in words',
    '/kpi on time 30d',
    /On-time delivery: [\d.]+ %,/,
    /On-time delivery: [\d.]+ %, .*; [\d.]+ % on /,
    'trend',
  ],
  [
    'parts, the worst first',
    '/kpi late by the carrier 30d by carrier',
    /Late by the carrier: [\d.]+ %/,
    /Late by the carrier: .* is worst/,
    'bars',
  ],
  [
    'counts, drawn by Slack itself',
    '/kpi orders 30d by channel',
    /Orders placed: [\d,]+ orders/,
    /Orders placed: .* is highest/,
    'native',
  ],
])('charts come as messages of their own: %s', async (_, command, figure, words, name) => {
  await reads(MAYA, 'ops-daily');
  await types(command);
  await presses(said(figure), 'Chart');
  await said(/The chart comes to your direct messages/).waitFor();
  const drawn = await chart(words);
  await draws(`chart-${name}`, drawn);
});

test('on a phone, light and dark, everything is as wide as the screen', async () => {
  await reads(MAYA, 'ops-daily');
  await on.page.getByTestId('channel-bot').click();
  await on.page.setViewportSize({ width: 360, height: 1600 });
  const trend = said(/On-time delivery: [\d.]+ %, .*; [\d.]+ % on /).filter({
    has: on.page.locator('table'),
  });
  await trend.locator('img[alt]').last().waitFor();
  await fits(trend);
  await draws('chart-phone', trend);
  await on.page.emulateMedia({ colorScheme: 'dark' });
  await draws('chart-phone-dark', trend);
  for (const words of [/Late by the carrier: .* is worst/, /Orders placed: .* is highest/])
    await fits(said(words).filter({ has: on.page.locator('table') }));
  expect(await on.page.locator('html').evaluate((html) => html.scrollWidth)).toBe(360);
});
