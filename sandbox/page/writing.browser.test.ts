import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium } from '../../test/browser/chromium.ts';
import { pressTool } from '../../test/browser/press-tool.ts';
import { heardEvents } from '../test/events.ts';
import { DAILY, LENA, MAYA, manifestWith } from '../test/manifest.ts';
import { openPage } from '../test/page.ts';
import { showcase, showcaseManifest } from '../test/showcase.ts';

const csv = (name: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from('sku,units\n') });
const { settings } = manifestWith({ events: ['message.channels'] });
const manifest = { ...showcaseManifest, ...(settings ? { settings } : {}) };

describe('on the page a person', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());
  const open = (use: Parameters<typeof openPage>[2]) => openPage(browser, showcase, use, { manifest });

  test('attaches files, removes one again, and the app reads them', () =>
    open(async ({ page, sandbox }) => {
      const files = page.getByTestId('attach-files');
      await files.setInputFiles([csv('monday.csv'), csv('wrong.csv')]);
      await page.getByRole('button', { name: 'Remove wrong.csv' }).click();
      await files.setInputFiles([csv('tuesday.csv')]);
      await page.getByTestId('composer').fill('count these');
      await page.getByTestId('composer').press('Enter');
      await page.getByTestId('message').getByText('monday.csv').waitFor();
      await page.getByTestId('message').getByText('Read 2 files').waitFor();
      expect(await page.getByRole('list', { name: 'Attached files' }).count()).toBe(0);
      await files.setInputFiles([csv('alone.csv')]);
      await page.getByTestId('send').click();
      await page.getByTestId('message').getByText('alone.csv').waitFor();
      expect(await sandbox.control.problems()).toEqual([]);
    }));

  test('submits files with a form', () =>
    open(async ({ page, sandbox }) => {
      await page.getByTestId('composer').fill('/show upload');
      await page.getByTestId('composer').press('Enter');
      await page.getByTestId('modal').getByText('Lists of last year').waitFor();
      const field = page.getByTestId('field-lists');
      await page.getByTestId('modal-submit').click();
      await field.getByText('Please complete this required field.').waitFor();
      await field.locator('input').setInputFiles([csv('monday.csv'), csv('tuesday.csv')]);
      await field.getByText('tuesday.csv').waitFor();
      await page.getByTestId('modal-submit').click();
      await page.getByTestId('modal').waitFor({ state: 'detached' });
      await page.getByTestId('channel-bot').click();
      await page.getByTestId('message').getByText('Got monday.csv and tuesday.csv').waitFor();
      expect(await sandbox.control.problems()).toEqual([]);
    }));

  test('edits their own message as they typed it, and the app is notified', () =>
    open(async ({ page, sandbox }) => {
      await page.getByTestId('composer').fill('@Lena has 4 & a half');
      await page.getByTestId('composer').press('Enter');
      await pressTool(page.getByTestId('message'), 'message-menu');
      await page.getByTestId('option- edit').click();
      expect(await page.getByTestId('edit-text').inputValue()).toBe('@Lena has 4 & a half');
      await page.keyboard.press('Escape');
      await page.getByTestId('edit-text').waitFor({ state: 'detached' });
      await pressTool(page.getByTestId('message'), 'message-menu');
      await page.getByTestId('option- edit').click();
      await page.getByTestId('edit-text').fill('@Lena has 5');
      await page.getByTestId('edit-text').press('Enter');
      await page.getByTestId('message').getByText('(edited)').waitFor();
      const [message] = await sandbox.control.messages(LENA, DAILY);
      expect(message?.text).toBe(`<@${LENA}> has 5`);
      expect((await heardEvents(sandbox.control)).map((e) => e.subtype)).toEqual([
        undefined,
        'message_changed',
      ]);
    }));

  test('deletes their own message after a question, and nobody else’s', () =>
    open(async ({ page, sandbox }) => {
      await sandbox.control.say(LENA, DAILY, 'Mine');
      const row = (words: string) => page.getByTestId('message').filter({ hasText: words });
      await pressTool(row('Mine'), 'message-menu');
      await page.getByTestId('option- link').waitFor();
      expect(await page.getByTestId('option- delete').count()).toBe(0);
      await page.keyboard.press('Escape');

      await sandbox.control.say(MAYA, DAILY, 'Wrong channel');
      for (const answer of ['confirm-deny', 'confirm-yes']) {
        await pressTool(row('Wrong channel'), 'message-menu');
        await page.getByTestId('option- delete').click();
        await page.getByTestId(answer).click();
        await page.getByTestId('confirm').waitFor({ state: 'detached' });
      }
      await row('Wrong channel').waitFor({ state: 'detached' });
      expect((await sandbox.control.messages(MAYA, DAILY)).map((m) => m.text)).toEqual(['Mine']);
    }));

  test('completes a name in the middle of a sentence', () =>
    open(async ({ page }) => {
      const composer = page.getByTestId('composer');
      await composer.fill('Ask  about the mugs');
      for (let i = 0; i < ' about the mugs'.length; i += 1) await composer.press('ArrowLeft');
      await composer.pressSequentially('@Len');
      await page.getByTestId('completion').getByText('@Lena').waitFor();
      await composer.press('Tab');
      expect(await composer.inputValue()).toBe('Ask @Lena about the mugs');
      await composer.pressSequentially('today, ');
      expect(await composer.inputValue()).toBe('Ask @Lena today, about the mugs');
    }));
});
