import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actAs } from './act-as.ts';
import { openChromium } from './chromium.ts';
import { type Demo, startDemo } from './demo.ts';

let demo: Demo;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  demo = await startDemo();
  browser = await openChromium();
  page = await browser.newPage({ viewport: { width: 1120, height: 820 }, deviceScaleFactor: 1.25 });
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await demo?.[Symbol.asyncDispose]();
});

test('a person looks up a product, shares its card and sees it in the channel; so does a colleague', async () => {
  await page.goto(demo.url);
  await actAs(page, 'U0MAYA0001');
  await page.getByTestId('channel-ops-daily').click();
  await page.getByTestId('composer').fill('/stock MUG-01');
  await page.getByTestId('composer').press('Enter');

  const card = page.getByTestId('message').filter({ hasText: 'MUG-01 · Stoneware mug' });
  await card.waitFor();
  expect(await card.textContent()).toMatch(/Only visible to you/i);
  expect(await card.textContent()).toContain('Hamburg warehouse');
  await card.getByRole('button', { name: 'Share in channel' }).click();

  const shared = page.getByTestId('message').filter({ hasText: 'shared by' });
  await shared.waitFor();
  await shared.scrollIntoViewIfNeeded();
  await page.mouse.move(0, 0);
  if (process.env.SCREENSHOTS) await page.screenshot({ path: 'docs/demo.png' });

  await actAs(page, 'U0LENA0001');
  await page.getByTestId('channel-ops-daily').click();
  await page.getByTestId('message').filter({ hasText: 'shared by' }).waitFor();
  expect(await page.getByTestId('message').filter({ hasText: 'MUG-01' }).count()).toBe(1);
});

test('a misspelt command gets a hint, shown to the person who typed it', async () => {
  await page.getByTestId('composer').fill('/stock fnd blue mug');
  await page.getByTestId('composer').press('Enter');
  await page.getByTestId('message').filter({ hasText: 'Did you mean' }).waitFor();
});
