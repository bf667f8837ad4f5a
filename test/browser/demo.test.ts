import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openChromium } from './chromium.ts';

const port = 4490;
let demo: ChildProcess;
let browser: Browser;
let folder: string;
let page: Page;

/** Starts `npm run demo` as a newcomer does, on a data folder of its own, and waits for its address. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quartermaster-demo-'));
  demo = spawn(
    process.execPath,
    ['--import', 'tsx', 'scripts/demo.ts', '--port', String(port), '--data', join(folder, 'data')],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let said = '';
  for await (const chunk of demo.stdout ?? []) {
    said += String(chunk);
    if (said.includes('Quartermaster is ready')) break;
  }
  expect(said).toContain(`http://127.0.0.1:${port}/`);
  browser = await openChromium();
  page = await browser.newPage({ viewport: { width: 1180, height: 860 }, deviceScaleFactor: 1.5 });
}, 110_000);

afterAll(async () => {
  await browser?.close();
  if (demo && demo.exitCode === null) {
    demo.kill('SIGTERM');
    await once(demo, 'exit');
  }
  await rm(folder, { recursive: true, force: true });
});

test('a person looks up a product, shares its card and sees it in the channel; so does somebody else', async () => {
  await page.goto(`http://127.0.0.1:${port}/`);
  await page
    .getByTestId('member-switcher')
    .selectOption({ label: 'Maya Lindqvist' })
    .catch(() => page.getByTestId('member-switcher').selectOption('U0MAYA0001'));
  await page.getByTestId('channel-ops-daily').click();
  await page.getByTestId('composer').fill('/stock MUG-01');
  await page.getByTestId('composer').press('Enter');

  const card = page.getByTestId('message').filter({ hasText: 'MUG-01 · Stoneware mug' });
  await card.waitFor();
  expect(await card.textContent()).toMatch(/Only visible to you/i);
  expect(await card.textContent()).toContain('Hamburg warehouse');
  await card.getByRole('button', { name: 'Share in channel' }).click();

  const shared = page.getByTestId('message').filter({ hasText: 'shared by' });
  await shared.waitFor();
  await shared.scrollIntoViewIfNeeded();
  if (process.env.SCREENSHOTS) await page.screenshot({ path: 'docs/demo.png' });

  await page.getByTestId('member-switcher').selectOption('U0LENA0001');
  await page.getByTestId('channel-ops-daily').click();
  await page.getByTestId('message').filter({ hasText: 'shared by' }).waitFor();
  expect(await page.getByTestId('message').count()).toBe(1);
});

test('a command that is misspelt is answered with a hint, to the one who typed it', async () => {
  await page.getByTestId('composer').fill('/stock fnd blue mug');
  await page.getByTestId('composer').press('Enter');
  await page.getByTestId('message').filter({ hasText: 'Did you mean' }).waitFor();
});
