import type { Browser, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actAs } from '../../test/browser/act-as.ts';
import { openChromium } from '../../test/browser/chromium.ts';
import { picture } from '../../test/browser/picture.ts';
import { pressTool } from '../../test/browser/press-tool.ts';
import { DAILY, LENA, MAYA } from '../test/manifest.ts';
import { openPage } from '../test/page.ts';
import { showcase, showcaseManifest } from '../test/showcase.ts';

const MOST_DRAWN = 120;
const MOST_NODES = 6_000;

describe('on the page a person', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());
  const open = (use: Parameters<typeof openPage>[2]) =>
    openPage(browser, showcase, use, { manifest: showcaseManifest });

  test('fills in a form whose options the app suggests, and corrects its errors', () =>
    open(async ({ page, sandbox }) => {
      await page.getByTestId('composer').fill('/show form');
      await page.getByTestId('send').click();
      await page.getByTestId('input-product').click();
      await page.getByLabel('Search').fill('mug');
      await page.getByTestId('option-Mug, sand').click();
      await page.getByTestId('input-product').getByText('Mug, sand').waitFor();
      const amount = page.getByTestId('field-amount');
      await amount.locator('input').fill('11');
      await page.getByTestId('modal-submit').click();
      await amount.getByText('Ten at most.').waitFor();
      await picture(page, 'modal');
      await amount.locator('input').fill('7');
      await page.getByTestId('modal-submit').click();
      await page.getByTestId('modal').waitFor({ state: 'detached' });
      await page.getByTestId('channel-bot').getByLabel('1 unread mention').waitFor();
      await page.getByTestId('channel-bot').click();
      await page.getByTestId('message').getByText('Counted 7 of Mug, sand').waitFor();
      expect(await sandbox.control.problems()).toEqual([]);
    }));

  test('does not lose a form by pressing Esc', () =>
    open(async ({ page }) => {
      await page.getByTestId('composer').fill('/show form');
      await page.getByTestId('send').click();
      await page.getByTestId('field-amount').locator('input').fill('3');
      await page.keyboard.press('Escape');
      await page.getByText('Discard what you typed?').waitFor();
      await page.getByRole('button', { name: 'Keep editing' }).click();
      expect(await page.getByTestId('field-amount').locator('input').inputValue()).toBe('3');
      await page.keyboard.press('Escape');
      await page.getByTestId('modal-leave').click();
      await page.getByTestId('modal').waitFor({ state: 'detached' });
    }));

  test('uses a shortcut of the app on a message', () =>
    open(async ({ page }) => {
      await page.getByTestId('composer').fill('Twelve boxes');
      await page.getByTestId('composer').press('Enter');
      await pressTool(page.getByTestId('message'), 'message-menu');
      await page.getByTestId('option-count_message').click();
      await page.getByTestId('thread-link').click();
      await page.getByTestId('thread').getByText('That message has 12 letters').waitFor();
    }));

  test('answers "are you sure" before anything is sent', () =>
    open(async ({ page, sandbox }) => {
      await page.getByTestId('composer').fill('/show controls');
      await page.getByTestId('composer').press('Enter');
      await page.getByTestId('action-archive').click();
      await page.getByTestId('confirm-deny').click();
      const pressed = async () =>
        (await sandbox.control.traffic()).filter((entry) => entry.name === 'block_actions archive').length;
      expect(await pressed()).toBe(0);
      await page.getByTestId('action-archive').click();
      await page.getByTestId('confirm-yes').click();
      await sandbox.control.waitFor(async () => (await pressed()) === 1);
    }));

  test('reads a thousand messages of which few are drawn, and follows a link to an old one', () =>
    open(async ({ page, sandbox }) => {
      for (let i = 0; i < 999; i += 1) await sandbox.control.say(LENA, DAILY, `Count ${i}`);
      await page.getByText('Count 998', { exact: true }).waitFor();
      const drawn = () => page.getByTestId('message').count();
      expect(await drawn()).toBeLessThanOrEqual(MOST_DRAWN);
      expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(MOST_NODES);

      const asked: string[] = [];
      const onAnswer = (answer: Response) => void asked.push(new URL(answer.url()).pathname);
      page.on('response', onAnswer);
      const got = page.waitForResponse((answer) => answer.url().endsWith('/control/messages'));
      await sandbox.control.say(LENA, DAILY, 'Count 999');
      await page.getByText('Count 999', { exact: true }).waitFor();
      page.off('response', onAnswer);
      expect(asked.sort()).toEqual(['/control/messages', '/control/notifications', '/control/overview']);
      // One message is loaded, not the conversation.
      expect(((await (await got).json()) as { result: unknown[] }).result).toHaveLength(1);

      const old = (await sandbox.control.messages(MAYA, DAILY))[100]?.ts ?? '';
      await page.goto(`${sandbox.url}archives/${DAILY}/p${old.replace('.', '')}`);
      await page.getByText('Count 100', { exact: true }).waitFor();
      expect(await drawn()).toBeLessThanOrEqual(MOST_DRAWN);
      expect(await page.getByText('Count 999', { exact: true }).count()).toBe(0);
      await page.getByRole('button', { name: 'To the newest' }).click();
      await page.getByText('Count 999', { exact: true }).waitFor();
      await sandbox.control.say(
        LENA,
        DAILY,
        `See ${page.url().replace(/archives.*/, '')}archives/${DAILY}/p${old.replace('.', '')}`,
      );
      await page.getByRole('link').click();
      await page.getByText('Count 100', { exact: true }).waitFor();
    }));

  test('finds their draft again, goes elsewhere by keyboard, and dismisses a private answer', () =>
    open(async ({ page }) => {
      await page.getByTestId('composer').fill('half a thou');
      await page.keyboard.press('Control+k');
      await page.getByTestId('switcher').getByRole('combobox').fill('alerts');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'ops-alerts', exact: true }).waitFor();
      expect(await page.getByTestId('composer').inputValue()).toBe('');
      await page.getByTestId('composer').fill('/nonsense');
      await page.getByTestId('composer').press('Enter');
      await page.getByTestId('dismiss').click();
      await page.getByTestId('notice').waitFor({ state: 'detached' });
      await page.getByTestId('channel-ops-daily').click();
      await page.getByRole('heading', { name: 'ops-daily', exact: true }).waitFor();
      expect(await page.getByTestId('composer').inputValue()).toBe('half a thou');
    }));

  test('adds a reaction to a message and removes it', () =>
    open(async ({ page, sandbox }) => {
      await sandbox.control.say(LENA, DAILY, 'Done');
      await pressTool(page.getByTestId('message'), 'react');
      await page.getByTestId('option-eyes').click();
      await page.getByTestId('reaction-eyes').click();
      await page.getByTestId('reaction-eyes').waitFor({ state: 'detached' });
    }));

  test('sees every call and delivery with its payload, and everything Slack refused', () =>
    open(async ({ page, app }) => {
      await page.getByTestId('inspector-toggle').click();
      await page.getByTestId('composer').fill('/show tables');
      await page.getByTestId('composer').press('Enter');
      await page.getByTestId('traffic-filter').fill('chat.post');
      const entry = page.getByTestId('traffic-entry').filter({ hasText: 'chat.postMessage' });
      await entry.getByRole('button').click();
      await entry.getByText('"text": "Here are the tables"').first().waitFor();
      await entry.getByText(/\d ms/).waitFor();
      const divider = { type: 'divider' as const };
      const blocks = Array.from({ length: 51 }, () => divider);
      await app.client.chat.postMessage({ channel: DAILY, text: 'Too much', blocks }).catch(() => undefined);
      await page.getByTestId('traffic-entry').filter({ hasText: 'invalid_blocks' }).waitFor();
      await page.getByTestId('inspect-problems').click();
      await page.getByTestId('problem').first().waitFor();
    }));

  test('reads the JSON of an unknown block between known ones', () =>
    open(async ({ page, sandbox, app }) => {
      await page.route('**/control/messages', async (route) => {
        const answer = await route.fetch();
        await route.fulfill({
          response: answer,
          body: (await answer.text()).replace('"divider"', '"hologram"'),
        });
      });
      const text = (words: string) => ({
        type: 'section' as const,
        text: { type: 'plain_text' as const, text: words },
      });
      await app.client.chat.postMessage({
        channel: DAILY,
        text: 'Three blocks',
        blocks: [text('Before'), { type: 'divider' }, text('After')],
      });
      await page.getByTestId('unknown-block').getByText('hologram').first().waitFor();
      await page.getByText('Before').waitFor();
      await page.getByText('After').waitFor();
      expect(await sandbox.control.problems()).toEqual([]);
    }));

  test('chooses light or dark, and the choice is kept', () =>
    open(async ({ page }) => {
      const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const light = await paper();
      await page.getByTestId('theme-dark').click();
      await page.reload();
      await page.getByTestId('composer').waitFor();
      expect(await paper()).not.toBe(light);
      await actAs(page, LENA);
      expect(await paper()).not.toBe(light);
    }));
});
