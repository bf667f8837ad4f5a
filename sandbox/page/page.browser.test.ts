import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actAs } from '../../test/browser/act-as.ts';
import { openChromium } from '../../test/browser/chromium.ts';
import type { SandboxOptions } from '../index.ts';
import { tally } from '../test/conversation.ts';
import { DAILY, LENA, MAYA } from '../test/manifest.ts';
import { openPage } from '../test/page.ts';

describe('on the page a person', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());

  const open = (use: Parameters<typeof openPage>[2], options: Partial<SandboxOptions> = {}) =>
    openPage(browser, tally, use, options);

  test('completes a command, presses the button of its answer, and nobody else sees it', () =>
    open(async ({ page }) => {
      const composer = page.getByTestId('composer');
      await composer.fill('/co');
      await composer.press('Tab');
      expect(await composer.inputValue()).toBe('/count ');
      await page.getByTestId('usage').getByText('[thing]').waitFor();
      await composer.pressSequentially('mug');
      await composer.press('Enter');
      const message = page.getByTestId('message');
      await message.getByText('Only visible to you').waitFor();
      await message.getByText('Count: 1').waitFor();
      await page.getByTestId('action-more').click();
      await message.getByText('Count: 2').waitFor();
      await actAs(page, LENA);
      await page.getByTestId('channel-ops-daily').click();
      await page.getByTestId('welcome').waitFor();
      expect(await message.count()).toBe(0);
    }));

  test('corrects a field of a form', () =>
    open(async ({ page, sandbox }) => {
      await page.getByTestId('composer').fill('/count form');
      await page.getByTestId('send').click();
      const field = page.getByTestId('field-amount');
      await field.locator('input').fill('11');
      await page.getByTestId('modal-submit').click();
      await field.getByText('Ten at most.').waitFor();
      await field.locator('input').fill('7');
      await page.getByTestId('modal-submit').click();
      await page.getByTestId('modal').waitFor({ state: 'detached' });
      await page.getByTestId('channel-bot').click();
      await page.getByTestId('message').getByText('Counted 7').waitFor();
      expect(await sandbox.control.problems()).toEqual([]);
    }));

  test('reads the answer to a mention in its thread, and replies there', () =>
    open(async ({ page, sandbox }) => {
      await page.getByTestId('composer').fill('@Tally count');
      await page.getByTestId('send').click();
      await page.getByTestId('thread-link').click();
      const thread = page.getByTestId('thread');
      await thread.getByText('Heard:').waitFor();
      await page.getByTestId('thread-composer').fill('thanks');
      await page.getByTestId('thread-composer').press('Enter');
      await thread.getByText('2 replies').waitFor();
      const [message] = await sandbox.control.messages(LENA, DAILY);
      expect(message?.replies.map((r) => r.text)).toContain('thanks');
    }));

  test('learns why nothing happened', () =>
    open(
      async ({ page }) => {
        await page.getByTestId('composer').fill('/nonsense');
        await page.getByTestId('composer').press('Enter');
        await page.getByTestId('notice').getByText('/nonsense is not a valid command').waitFor();
        await page.getByTestId('composer').fill('/count never');
        await page.getByTestId('composer').press('Enter');
        await page.getByTestId('notice').getByText('operation_timeout').waitFor();
      },
      { ackTimeoutMs: 300 },
    ));

  test('stays at the app’s Home while acting as one member after the other, each with their own', () =>
    open(async ({ page, sandbox }) => {
      await page.getByTestId('channel-bot').click();
      await page.getByTestId('tab-home').click();
      await page.getByTestId('home').getByText('Your counts').waitFor();
      await actAs(page, LENA);
      await page.getByTestId('home').getByText('Your counts').waitFor();
      expect(await page.getByTestId('tab-home').getAttribute('aria-selected')).toBe('true');
      expect(await sandbox.control.home(LENA)).not.toBeNull();
      await page.getByTestId('tab-messages').click();
      await page.getByTestId('composer').fill('hello');
      await page.getByTestId('composer').press('Enter');
      await page.getByTestId('message').getByText('You said: hello').waitFor();
      await actAs(page, MAYA);
      await page.getByTestId('welcome').waitFor();
      expect(await page.getByTestId('message').count()).toBe(0);
    }));

  test('opens the app’s Home, and sees unread messages elsewhere', () =>
    open(async ({ page, app }) => {
      await page.getByTestId('channel-bot').click();
      await page.getByTestId('tab-home').click();
      await page.getByTestId('home').getByText('Your counts').waitFor();
      await app.client.chat.postMessage({ channel: 'C0OPSALERT', text: 'Something is late' });
      await page.getByTestId('channel-ops-alerts').getByLabel('unread').waitFor();
      await page.getByTestId('channel-ops-alerts').click();
      await page.getByTestId('message').getByText('Something is late').waitFor();
    }));
});
