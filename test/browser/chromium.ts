import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** Opens the machine's Chromium, or the one in CHROMIUM. Fails if there is none: nothing is skipped. */
export async function openChromium(): Promise<Browser> {
  const path = process.env.CHROMIUM ?? places.find((place) => existsSync(place));
  if (!path)
    throw new Error(
      'There is no Chromium on this machine: install one (apt-get install chromium), or say where it is in CHROMIUM.',
    );
  return await chromium.launch({
    executablePath: path,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
