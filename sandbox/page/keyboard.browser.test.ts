import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium } from '../../test/browser/chromium.ts';
import { DAILY, LENA, MAYA } from '../test/manifest.ts';
import { openPage } from '../test/page.ts';
import { showcase, showcaseManifest } from '../test/showcase.ts';

/** Waits for the focus. */
const focusOn = (page: Page, testId: string) => page.locator(`[data-testid="${testId}"]:focus`).waitFor();

describe('with the keyboard alone a person', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());
  const open = (use: Parameters<typeof openPage>[2]) =>
    openPage(browser, showcase, use, { manifest: showcaseManifest });

  test('is back where they were when a dialog closes', () =>
    open(async ({ page }) => {
      await page.getByTestId('composer').focus();
      await page.keyboard.press('Control+k');
      await page.getByTestId('switcher').waitFor();
      await page.keyboard.press('Escape');
      await page.getByTestId('switcher').waitFor({ state: 'detached' });
      await focusOn(page, 'composer');

      await page.keyboard.type('/show controls');
      await page.keyboard.press('Enter');
      await page.getByTestId('action-archive').focus();
      for (const key of ['Escape', 'Enter']) {
        await page.keyboard.press('Enter');
        await page.getByTestId('confirm').waitFor();
        await page.keyboard.press(key);
        await page.getByTestId('confirm').waitFor({ state: 'detached' });
        await focusOn(page, 'action-archive');
      }

      await page.getByTestId('composer').focus();
      await page.keyboard.type('/show form');
      await page.keyboard.press('Enter');
      await page.getByTestId('modal').waitFor();
      await page.keyboard.press('Escape');
      await page.getByTestId('modal').waitFor({ state: 'detached' });
      await focusOn(page, 'composer');
    }));

  test('stays in a form however often they press Esc, and is led to the invalid field', () =>
    open(async ({ page }) => {
      await page.getByTestId('composer').focus();
      await page.keyboard.type('/show form');
      await page.keyboard.press('Enter');
      const amount = page.getByRole('textbox', { name: 'How many?' });
      await amount.fill('3');
      await page.getByTestId('modal-submit').focus();
      await page.keyboard.press('Enter');
      await page.getByTestId('field-product').getByText('Please complete this required field.').waitFor();
      await focusOn(page, 'input-product');
      for (let i = 0; i < 4; i += 1) await page.keyboard.press('Escape');
      // At a second Esc the browser itself closes it; the page reopens it with its next event.
      await page.getByTestId('modal').waitFor();
      expect(await amount.inputValue()).toBe('3');
      expect(await page.getByRole('button', { name: /^Product/ }).count()).toBe(1);
    }));

  test("walks from message to message, and opens a message's actions", () =>
    open(async ({ page, sandbox }) => {
      for (const words of ['First', 'Second', 'Third']) await sandbox.control.say(LENA, DAILY, words);
      await page.getByText('Third').waitFor();
      await page.getByTestId('composer').focus();
      // Past the paperclip and the shortcuts, to the newest message.
      for (let i = 0; i < 3; i += 1) await page.keyboard.press('Shift+Tab');
      await focusOn(page, 'message');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Third');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('First');
      await page.keyboard.press('Tab');
      await focusOn(page, 'react');
      await page.keyboard.press('Enter');
      await page.getByTestId('option-eyes').waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByTestId('reaction-eyes').waitFor();
      const [first] = await sandbox.control.messages(MAYA, DAILY);
      expect(first?.reactions).toEqual([{ name: 'eyes', users: [MAYA] }]);
    }));
});
