import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actAs } from '../../../test/browser/act-as.ts';
import { openChromium } from '../../../test/browser/chromium.ts';
import { pressTool } from '../../../test/browser/press-tool.ts';
import { tally } from '../../test/conversation.ts';
import { DAILY, LENA, MAYA } from '../../test/manifest.ts';
import { openPage } from '../../test/page.ts';

/** Waits for the focus. */
const focusOn = (page: Page, testId: string) => page.locator(`[data-testid="${testId}"]:focus`).waitFor();

describe('a person goes on typing', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());
  const open = (use: Parameters<typeof openPage>[2]) => openPage(browser, tally, use);

  test('after sending by the button, going elsewhere, acting as somebody else and returning from Home', () =>
    open(async ({ page }) => {
      await page.getByTestId('composer').fill('/count mug');
      await page.getByTestId('send').click();
      await focusOn(page, 'composer');
      await page.getByTestId('channel-ops-alerts').click();
      await page.getByRole('heading', { name: 'ops-alerts', exact: true }).waitFor();
      await focusOn(page, 'composer');
      await page.getByTestId('channel-ops-alerts').click();
      await focusOn(page, 'composer');
      await page.keyboard.press('Control+k');
      await page.getByTestId('switcher').getByRole('combobox').fill('daily');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'ops-daily', exact: true }).waitFor();
      await focusOn(page, 'composer');
      await actAs(page, LENA);
      await focusOn(page, 'composer');
      await page.getByTestId('channel-bot').click();
      await page.getByTestId('tab-home').click();
      await page.getByTestId('home').waitFor();
      await page.getByTestId('tab-messages').click();
      await focusOn(page, 'composer');
    }));

  test('after a form, a menu of the composer, a dismissed reply, an edit and a closed thread', () =>
    open(async ({ page }) => {
      await page.getByTestId('composer').fill('/count form');
      await page.getByTestId('send').click();
      await page.getByTestId('field-amount').locator('input').fill('3');
      await page.getByTestId('modal-submit').click();
      await page.getByTestId('modal').waitFor({ state: 'detached' });
      await focusOn(page, 'composer');
      await page.getByTestId('shortcuts').click();
      await page.keyboard.press('Escape');
      await focusOn(page, 'composer');
      await page.keyboard.type('/count mug');
      await page.keyboard.press('Enter');
      await page.getByTestId('dismiss').click();
      await focusOn(page, 'composer');
      await page.keyboard.type('Tuesday');
      await page.keyboard.press('Enter');
      await pressTool(page.getByTestId('message'), 'reply');
      await focusOn(page, 'thread-composer');
      await page.getByRole('button', { name: 'Close the thread' }).click();
      await focusOn(page, 'composer');
    }));

  test('wherever they clicked before, except in a field or a form', () =>
    open(async ({ page, sandbox }) => {
      await sandbox.control.say(LENA, DAILY, 'The van is here');
      await page.getByText('The van is here').click();
      await page.keyboard.type('two');
      expect(await page.getByTestId('composer').inputValue()).toBe('two');
      await page.getByTestId('inspector-toggle').click();
      await page.getByTestId('traffic-filter').fill('');
      await page.keyboard.type('chat');
      expect(await page.getByTestId('traffic-filter').inputValue()).toBe('chat');
      expect(await page.getByTestId('composer').inputValue()).toBe('two');
    }));

  test('Arrow up in the empty composer edits their last message, in the channel and in a thread', () =>
    open(async ({ page, sandbox }) => {
      await sandbox.control.say(MAYA, DAILY, 'Four mugs');
      await sandbox.control.say(LENA, DAILY, 'The van is here');
      await page.getByText('The van is here').waitFor();
      const composer = page.getByTestId('composer');
      await composer.fill('x');
      await composer.press('ArrowUp');
      expect(await page.getByTestId('edit-text').count()).toBe(0);
      await composer.fill('');
      await composer.press('ArrowUp');
      await focusOn(page, 'edit-text');
      expect(await page.getByTestId('edit-text').inputValue()).toBe('Four mugs');
      await page.getByTestId('edit-text').fill('Five mugs');
      await page.keyboard.press('Enter');
      await page.getByTestId('message').getByText('Five mugs').waitFor();
      await focusOn(page, 'composer');

      await pressTool(page.getByTestId('message').first(), 'reply');
      await page.getByTestId('thread-composer').fill('and a bowl');
      await page.getByTestId('thread-composer').press('Enter');
      await page.getByTestId('thread').getByText('and a bowl').waitFor();
      await page.keyboard.press('ArrowUp');
      expect(await page.getByTestId('edit-text').inputValue()).toBe('and a bowl');
      expect(await page.getByTestId('edit-text').count()).toBe(1);
      await page.keyboard.press('Escape');
      await focusOn(page, 'thread-composer');
    }));

  test('and sees the answer to a command, however far up they were reading', () =>
    open(async ({ page, sandbox }) => {
      for (let i = 0; i < 60; i += 1) await sandbox.control.say(LENA, DAILY, `Shelf ${i}`);
      await page.getByText('Shelf 59', { exact: true }).waitFor();
      await page.getByText('Shelf 2', { exact: true }).scrollIntoViewIfNeeded();
      await page.getByRole('button', { name: 'To the newest' }).waitFor();
      await page.getByTestId('composer').fill('/count mug');
      await page.getByTestId('composer').press('Enter');
      await page.getByText('Count: 1').waitFor();
      await page.getByRole('button', { name: 'To the newest' }).waitFor({ state: 'detached' });
      const seen = () =>
        page.getByText('Count: 1').evaluate((answer) => {
          const { top, bottom } = answer.getBoundingClientRect();
          return (
            document.elementFromPoint(500, (top + bottom) / 2)?.closest('.message') ===
            answer.closest('.message')
          );
        });
      await expect.poll(seen).toBe(true);
    }));
});
