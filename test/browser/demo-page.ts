import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { actAs } from './act-as.ts';
import { openChromium } from './chromium.ts';
import { type Demo, startDemo } from './demo.ts';

/** What a test does in the page of a demo. */
export interface DemoPage {
  readonly demo: Demo;
  readonly browser: Browser;
  readonly page: Page;
  /** The newest message with these words, as whoever acts sees it. */
  said(words: string | RegExp): Locator;
  /** Acts as somebody, in a channel. */
  reads(user: string, channel: string): Promise<void>;
  /** Sends a line from the composer. */
  types(line: string): Promise<void>;
}

/** A page on a demo of the file's own, from before its first test until after its last. */
export function demoPage(viewport = { width: 1180, height: 860 }, { asNewcomer = false } = {}): DemoPage {
  let demo: Demo;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    demo = await startDemo({ asNewcomer });
    browser = await openChromium();
    page = await browser.newPage({ viewport });
    await page.goto(demo.url);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await demo?.[Symbol.asyncDispose]();
  });
  return {
    get demo() {
      return demo;
    },
    get browser() {
      return browser;
    },
    get page() {
      return page;
    },
    said: (words) => page.getByTestId('message').filter({ hasText: words }).last(),
    async reads(user, channel) {
      await actAs(page, user);
      await page.getByTestId(`channel-${channel}`).click();
    },
    async types(line) {
      await page.getByTestId('composer').fill(line);
      await page.getByTestId('composer').press('Enter');
    },
  };
}
