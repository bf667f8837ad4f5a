import type { Page } from 'playwright-core';

/** Switches to another member of the workspace, and waits until the page is theirs. */
export async function actAs(page: Page, user: string): Promise<void> {
  await page.getByTestId('member-switcher').click();
  await page.getByTestId(`option-${user}`).click();
  await page.locator(`[data-acting="${user}"]`).waitFor();
}
