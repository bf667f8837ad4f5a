import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actAs } from '../../test/browser/act-as.ts';
import { openChromium } from '../../test/browser/chromium.ts';
import { input, option, plain } from '../test/blocks.ts';
import { DAILY, LENA, MAYA } from '../test/manifest.ts';
import { openPage } from '../test/page.ts';
import { showcase, showcaseManifest } from '../test/showcase.ts';

const blocks = [
  {
    type: 'actions',
    block_id: 'row',
    elements: [
      { type: 'static_select', action_id: 'where', options: [option('a'), option('b')] },
      { type: 'button', action_id: 'go', text: plain('Go') },
    ],
  },
  input({ type: 'plain_text_input', action_id: 'said' }, { block_id: 'note' }),
];

describe('in a message', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());

  test('what a member picks and types goes along with the next press, and nobody else sees it', () =>
    openPage(
      browser,
      showcase,
      async ({ page, sandbox, app }) => {
        app.action(/./, async ({ ack }) => ack());
        await app.client.chat.postMessage({ channel: DAILY, text: 'Count', blocks: blocks as never });
        await page.getByTestId('action-where').click();
        await page.getByTestId('option-b').click();
        await page.getByTestId('action-where').getByText('option b').waitFor();
        await page.getByTestId('field-note').locator('input').fill('by hand');
        await page.getByTestId('action-go').click();
        const pressed = await sandbox.control.waitFor(async () =>
          (await sandbox.control.traffic()).find((entry) => entry.name === 'block_actions go'),
        );
        expect(pressed.request).toMatchObject({
          user: { id: MAYA },
          state: {
            values: {
              row: { where: { selected_option: { value: 'b' } } },
              note: { said: { value: 'by hand' } },
            },
          },
        });
        await page.reload();
        await page.getByTestId('action-where').getByText('option b').waitFor();
        expect(await page.getByTestId('field-note').locator('input').inputValue()).toBe('by hand');
        await actAs(page, LENA);
        await page.getByTestId('action-where').getByText('Select an option').waitFor();
      },
      { manifest: showcaseManifest },
    ));
});
