import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium } from '../../../test/browser/chromium.ts';
import { pressTool } from '../../../test/browser/press-tool.ts';
import { DAILY, MAYA } from '../../test/manifest.ts';
import { openPage } from '../../test/page.ts';
import { showcase, showcaseManifest } from '../../test/showcase.ts';

const LONG = 'everything-that-the-night-shift-hands-over-to-the-morning-shift-in-hamburg';
const TITLES =
  'h1, h2, h3, .header .facts, .row-name, .acting-name b, .card-title, .card-subtitle, .container-head, figcaption, .block-header';

/** Titles of which a part cannot be read. */
async function cut(page: Page): Promise<string[]> {
  return await page.locator(TITLES).evaluateAll((titles) =>
    titles
      .filter((title) => title.checkVisibility({ visibilityProperty: true }))
      .filter((title) => {
        const { left, right } = title.getBoundingClientRect();
        // A carousel is scrolled from card to card.
        const outside = (left < 0 || right > innerWidth + 1) && !title.closest('.carousel');
        return title.scrollWidth > title.clientWidth + 1 || outside;
      })
      .map((title) => `${title.className || title.tagName}: ${title.textContent}`),
  );
}

describe('on a phone', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());

  test('every title is read whole: of channels, threads, forms and cards', () =>
    openPage(
      browser,
      showcase,
      async ({ page, sandbox }) => {
        await page.setViewportSize({ width: 390, height: 780 });
        await page.emulateMedia({ reducedMotion: 'reduce' });
        await sandbox.control.createChannel(MAYA, LONG);
        await page.getByRole('button', { name: 'Open the sidebar' }).click();
        await page.getByTestId(`channel-${LONG}`).waitFor();
        expect(await cut(page)).toEqual([]);
        await page.getByTestId(`channel-${LONG}`).click();
        await page.getByRole('heading', { name: LONG, exact: true }).waitFor();
        expect(await cut(page)).toEqual([]);
        await page.getByTestId('composer').fill('Twelve boxes');
        await page.getByTestId('composer').press('Enter');
        await pressTool(page.getByTestId('message'), 'reply');
        await page.getByTestId('thread').waitFor();
        expect(await cut(page)).toEqual([]);
        await page.getByRole('button', { name: 'Close the thread' }).click();

        await page.goto(`${sandbox.url}archives/${DAILY}`);
        for (const what of ['cards', 'charts', 'texts', 'tables']) {
          await page.getByTestId('composer').fill(`/show ${what}`);
          await page.getByTestId('composer').press('Enter');
          await page.getByTestId('message').last().locator('.blocks').first().waitFor();
        }
        expect(await cut(page)).toEqual([]);
        await page.getByTestId('composer').fill('/show form');
        await page.getByTestId('composer').press('Enter');
        await page.getByTestId('modal').waitFor();
        expect(await cut(page)).toEqual([]);
        expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBe(390);
      },
      { manifest: showcaseManifest },
    ));
});
