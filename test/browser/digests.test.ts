import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { demoPage } from './demo-page.ts';
import { photo, sheet } from './sheet.ts';

const LENA = 'U0LENA0001';

const on = demoPage({ width: 1280, height: 1800 });
const { said, reads, types } = on;

/** With SCREENSHOTS set, replaces the picture of this name in docs by the message. */
async function draws(name: string, part: Locator, width = 1024): Promise<void> {
  await sheet(on.browser, `digests-${name}`, width, [await photo(on.page, part)]);
}

const morning = /Morning figures ·/;

test('the morning digest of the sample stands in #ops-daily soon after the first start, with what went wrong', async () => {
  await reads(LENA, 'ops-daily');
  const posted = said(morning);
  await posted.waitFor({ timeout: 300_000 });
  // What went wrong on the last weekday, and what needs somebody now.
  await expect
    .poll(async () => await posted.textContent())
    .toMatch(/On-time shipment [\d.]+ %, down [\d.]+ points.*HAM/);
  await posted.getByText('DHL pickup missed, 140 parcels on the dock').first().waitFor();
  await posted.locator('img[alt], [data-testid=chart]').last().waitFor({ timeout: 30_000 });
  await posted.scrollIntoViewIfNeeded();
  await draws('morning', posted);
}, 320_000);

test('each button of it opens what it names, for whoever presses alone', async () => {
  const posted = said(morning);
  await posted.getByRole('button', { name: '1 Critical' }).click();
  await said(/DHL pickup missed/)
    .filter({ hasText: 'Only visible to you' })
    .waitFor();
  await posted.getByRole('button', { name: 'Open a figure' }).click();
  await on.page.getByRole('option', { name: 'On-time shipment', exact: true }).click();
  await said(/On-time shipment: [\d.]+ %/).waitFor();
});

test('on a phone it is as wide as the screen, light and dark', async () => {
  await reads(LENA, 'ops-daily');
  await on.page.setViewportSize({ width: 390, height: 2400 });
  const posted = said(morning);
  await posted.waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await on.page.emulateMedia({ colorScheme });
    const wide = await posted
      .locator('table')
      .evaluateAll((all) => all.map((one) => one.scrollWidth - (one.parentElement?.clientWidth ?? 0)));
    for (const more of wide) expect(more).toBeLessThanOrEqual(0);
    await draws(colorScheme === 'light' ? 'morning-phone' : 'morning-phone-dark', posted, 390);
  }
  await on.page.emulateMedia({ colorScheme: 'light' });
  await on.page.setViewportSize({ width: 1280, height: 1800 });
});

test('a morning digest is set up from nothing, without a manual', async () => {
  await on.page.setViewportSize({ width: 1280, height: 1800 });
  await reads(LENA, 'ops-daily');
  await types('/digest');
  const list = said(/Ready-made, not set up yet/);
  await list.waitFor();
  await draws('list', list);
  await list.getByRole('button', { name: 'New digest' }).click();
  const form = on.page.getByRole('dialog');
  await form.getByText('New digest').first().waitFor();
  await form.getByLabel('Name').fill('Morning of customer service');
  await form.getByLabel('When').fill('every weekday 7:45');
  await form.getByRole('button', { name: 'Show the next times' }).click();
  await form.getByText(/Next: .*07:45/).waitFor();
  await draws('form', form, 560);
  await form.getByRole('button', { name: 'Set up' }).click();
  const card = said(/It is set up/);
  await card.waitFor();
  await card.getByText(/every weekday at 07:45/).waitFor();
  await draws('card', card);
  await card.getByRole('button', { name: 'Preview' }).click();
  const preview = said(/Morning of customer service ·/);
  await preview.waitFor({ timeout: 30_000 });
  await preview.getByText(/Needs somebody/).waitFor();
  await card.getByRole('button', { name: 'Send now' }).click();
  await on.page.getByTestId('confirm-yes').click();
  await said(/It is being posted, beside its times/).waitFor();
  await said(/posted by hand, beside its times/).waitFor({ timeout: 60_000 });
});
