import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { openChromium } from '../../../test/browser/chromium.ts';
import { manifestWith } from '../../test/manifest.ts';
import { openPage } from '../../test/page.ts';

describe('the inspector', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());

  test('says which events of the manifest never come', () =>
    openPage(
      browser,
      () => {},
      async ({ page }) => {
        await page.getByTestId('inspector-toggle').click();
        await page.getByTestId('inspect-problems').click();
        await page.getByTestId('warning').getByText('team_join').waitFor();
      },
      { manifest: manifestWith({ events: ['team_join'] }) },
    ));
});
