import type { Browser, Locator, Page } from 'playwright-core';

const frame = '<!doctype html><style>body{margin:0}main{display:inline-block}img{display:block}</style>';

/** With SCREENSHOTS set, replaces the picture of this name in docs by these parts of the page, one below the other. */
export async function sheet(
  browser: Browser,
  name: string,
  width: number,
  parts: readonly Photo[],
): Promise<void> {
  if (!process.env.SCREENSHOTS) return;
  const pictures = parts.map(({ bytes }) => `<img src="data:image/png;base64,${bytes.toString('base64')}">`);
  const blank = await browser.newPage({ viewport: { width, height: 100 } });
  await blank.setContent(`${frame}<main>${pictures.join('')}</main>`);
  await blank.locator('main').screenshot({ path: `docs/${name}.png` });
  await blank.close();
}

export interface Photo {
  readonly bytes: Buffer;
}

/** A part of the page as it looks now; empty unless SCREENSHOTS is set. */
export async function photo(page: Page, part: Locator): Promise<Photo> {
  if (!process.env.SCREENSHOTS) return { bytes: Buffer.alloc(0) };
  await page.mouse.move(0, 0);
  return { bytes: await part.screenshot() };
}
