import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium } from '../../test/browser/chromium.ts';
import { DAILY } from '../test/manifest.ts';
import { openPage } from '../test/page.ts';
import { PIXEL } from '../test/pixel.ts';
import { showcase, showcaseManifest } from '../test/showcase.ts';

describe('the page draws', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());
  const open = (use: Parameters<typeof openPage>[2]) =>
    openPage(browser, showcase, use, { manifest: showcaseManifest });

  test.each(['charts', 'lines', 'tables', 'cards', 'texts', 'controls', 'picture', 'answers'])('%s', (what) =>
    open(async ({ page, sandbox }) => {
      await page.getByTestId('composer').fill(`/show ${what}`);
      await page.getByTestId('composer').press('Enter');
      await page.getByTestId('message').locator('.blocks').first().waitFor();
      expect(await page.getByTestId('unknown-block').count()).toBe(0);
      expect(await sandbox.control.problems()).toEqual([]);
    }),
  );

  test('a video as its still picture, which links to it', () =>
    open(async ({ page, sandbox }) => {
      await page.route('https://films.test/still.png', (route) =>
        route.fulfill({ contentType: 'image/png', body: PIXEL }),
      );
      await page.getByTestId('composer').fill('/show video');
      await page.getByTestId('composer').press('Enter');
      const links = page.getByRole('link', { name: 'How to count a shelf' });
      await links.first().waitFor();
      for (const link of await links.all())
        expect(await link.getAttribute('href')).toBe('https://films.test/1');
      expect(await sandbox.control.problems()).toEqual([]);
    }));

  test('the steps of a plan, and tells the app which answer was useful', () =>
    open(async ({ page, sandbox }) => {
      await page.getByTestId('composer').fill('/show answers');
      await page.getByTestId('composer').press('Enter');
      await page.getByText('Count the mugs').waitFor();
      await page.getByText('under way').waitFor();
      await page.getByRole('button', { name: 'Remove' }).waitFor();
      await page.getByTestId('action-useful-good').click();
      const pressed = await sandbox.control.waitFor(async () =>
        (await sandbox.control.traffic()).find((entry) => entry.name === 'block_actions useful'),
      );
      expect(pressed.request).toMatchObject({ actions: [{ type: 'feedback_buttons', value: 'good' }] });
    }));

  test('a file stored outside Slack, which only Slack itself adds to a message', () =>
    open(async ({ page, app }) => {
      await page.route('**/control/messages', async (route) => {
        const answer = await route.fetch();
        const file = '"type":"file","external_id":"stock-list","source":"remote"';
        await route.fulfill({
          response: answer,
          body: (await answer.text()).replace('"type":"divider"', file),
        });
      });
      await app.client.chat.postMessage({ channel: DAILY, text: 'A file', blocks: [{ type: 'divider' }] });
      await page.getByTestId('message').getByText('stock-list').waitFor();
      await page.getByTestId('message').getByText('remote file').waitFor();
      expect(await page.getByTestId('unknown-block').count()).toBe(0);
    }));
});
