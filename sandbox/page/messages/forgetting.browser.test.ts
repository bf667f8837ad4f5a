import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium } from '../../../test/browser/chromium.ts';
import { pressTool } from '../../../test/browser/press-tool.ts';
import { tally } from '../../test/conversation.ts';
import { DAILY, LENA } from '../../test/manifest.ts';
import { openPage } from '../../test/page.ts';

describe('after a reload of the page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());

  test('replies that only one person saw are gone, which is explained once, and what everybody saw stays', () =>
    openPage(browser, tally, async ({ page, sandbox }) => {
      const composer = page.getByTestId('composer');
      await sandbox.control.say(LENA, DAILY, 'The van is here');
      await composer.fill('/count mug');
      await composer.press('Enter');
      await page.getByText('Count: 1').waitFor();
      await composer.fill('/nonsense');
      await composer.press('Enter');
      await page.getByTestId('notice').waitFor();
      expect(await page.getByTestId('forgotten').count()).toBe(0);

      await page.reload();
      await page.getByTestId('forgotten').getByText('Slack forgets replies that only you see').waitFor();
      await page.getByText('The van is here').waitFor();
      expect(await page.getByText('Count: 1').count()).toBe(0);
      expect(await page.getByTestId('notice').count()).toBe(0);
      await page.getByRole('button', { name: 'Got it' }).click();
      expect(await page.getByTestId('forgotten').count()).toBe(0);

      await composer.fill('/count bowl');
      await composer.press('Enter');
      await page.getByText('Count: 1').waitFor();
      await page.getByTestId('channel-ops-alerts').click();
      await page.getByTestId('channel-ops-daily').click();
      await page.getByText('Count: 1').waitFor();
      await page.reload();
      await page.getByText('The van is here').waitFor();
      expect(await page.getByText('Count: 1').count()).toBe(0);
      expect(await page.getByTestId('forgotten').count()).toBe(0);
    }));

  test('a draft is still there, in the channel and in a thread', () =>
    openPage(browser, tally, async ({ page, sandbox }) => {
      await sandbox.control.say(LENA, DAILY, 'The van is here');
      await page.getByTestId('composer').fill('half a thou');
      await pressTool(page.getByTestId('message'), 'reply');
      await page.getByTestId('thread-composer').fill('on my w');
      await page.reload();
      await pressTool(page.getByTestId('message'), 'reply');
      expect(await page.getByTestId('thread-composer').inputValue()).toBe('on my w');
      expect(await page.getByTestId('composer').inputValue()).toBe('half a thou');
    }));
});
