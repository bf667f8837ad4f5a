import type { App } from '@slack/bolt';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { actAs } from '../../test/browser/act-as.ts';
import type { Sandbox, SandboxOptions } from '../index.ts';
import { connect } from './bolt-app.ts';
import { DAILY, MAYA } from './manifest.ts';

export interface OpenPage {
  page: Page;
  sandbox: Sandbox;
  app: App;
}

/** A fresh page on a fresh sandbox with this app, as Maya in #ops-daily. An error in the page fails the test. */
export async function openPage(
  browser: Browser,
  prepare: (app: App) => void,
  use: (open: OpenPage) => Promise<void>,
  options: Partial<SandboxOptions> = {},
  look: BrowserContextOptions = {},
): Promise<void> {
  await using talk = await connect(prepare, options);
  const context = await browser.newContext(look);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (line) => line.type() === 'error' && errors.push(line.text()));
  await page.goto(`${talk.sandbox.url}archives/${DAILY}`);
  await actAs(page, MAYA);
  await page.getByTestId('channel-ops-daily').click();
  await use({ page, sandbox: talk.sandbox, app: talk.app });
  expect(errors).toEqual([]);
  await context.close();
}
