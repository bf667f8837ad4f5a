import type { Page } from 'playwright-core';

/** With SCREENSHOTS set, replaces the picture of this name in docs. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS) await page.screenshot({ path: `docs/sandbox-${name}.png` });
}
