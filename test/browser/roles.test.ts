import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SandboxClient } from '../../sandbox/client.ts';
import { actAs } from './act-as.ts';
import { openChromium } from './chromium.ts';
import { type Demo, startDemo } from './demo.ts';
import { picture } from './picture.ts';
import { pressTool } from './press-tool.ts';

const ADA = 'U0ADA00001';
const DAILY = 'C0OPSDAILY';
const LENA = 'U0LENA0001';
const OMAR = 'U0OMAR0001';
const VIC = 'U0VIC00001';
const GINA = 'U0GUEST001';

let demo: Demo;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  demo = await startDemo();
  browser = await openChromium();
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const slack = new SandboxClient(demo.url);
  await slack.say(LENA, DAILY, 'Good morning! Two orders wait for the *blue mugs*: `1042` and `1043`.');
  await slack.say(OMAR, DAILY, '@Maya can you count them before the van comes?');
  await slack.say(OMAR, 'C0OPSALERT', '@Vic the label printer is out of paper again');
  await slack.openConversation(VIC, [LENA]);
  await page.goto(demo.url);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await demo?.[Symbol.asyncDispose]();
});

async function types(words: string): Promise<void> {
  await page.getByTestId('composer').fill(words);
  await page.getByTestId('composer').press('Enter');
}

const said = (words: string | RegExp) => page.getByTestId('message').filter({ hasText: words }).last();

test('a viewer completes a command, and learns what they may not do and whom to ask', async () => {
  await actAs(page, VIC);
  await page.getByTestId('channel-ops-daily').click();
  await page.getByTestId('composer').fill('/st');
  await page.getByTestId('composer').press('Tab');
  await page.getByTestId('usage').getByText('blue mug').waitFor();
  await page.getByTestId('composer').pressSequentially('MUG-01');
  await page.getByTestId('composer').press('Enter');
  await said('MUG-01 · Stoneware mug').getByRole('cell', { name: 'Hamburg warehouse' }).waitFor();
  await types('/ops health');
  await said('You may not see the health of the bot').waitFor();
  await picture(page, 'light');
});

test('a lead shares a card, and a colleague answers in its thread', async () => {
  await actAs(page, LENA);
  await types('/stock MUG-01');
  await said('MUG-01 · Stoneware mug').getByRole('button', { name: 'Share in channel' }).click();
  await said('shared by').waitFor();
  await actAs(page, VIC);
  await pressTool(said('shared by'), 'reply');
  await page.getByTestId('thread-composer').fill('Thank you, that is enough for Friday');
  await page.getByTestId('thread-composer').press('Enter');
  await page.getByTestId('thread').getByText('1 reply').waitFor();
  await picture(page, 'thread');
  await actAs(page, LENA);
  await said('shared by').getByTestId('thread-link').waitFor();
});

test("an admin sees the known people and the bot's health", async () => {
  await actAs(page, ADA);
  await types('/ops people');
  await said('5 people known').waitFor();
  await page.getByTestId('theme-dark').click();
  await picture(page, 'dark');
  await page.getByTestId('theme-light').click();
  await types('/ops health');
  await said('Database').waitFor();
});

test('while Slack does not identify a person, the bot tells them so, and knows them once it does', async () => {
  await page.getByTestId('inspector-toggle').click();
  await page
    .getByTestId('traffic-entry')
    .filter({ hasText: '/ops people' })
    .first()
    .getByRole('button')
    .click();
  await picture(page, 'inspector');
  await page.getByTestId('inspect-faults').click();
  await page.getByTestId('fault-method').fill('users.info');
  await page.getByTestId('fault-kind').selectOption('server_error');
  await page.getByTestId('fault-times').fill('20');
  await page.getByTestId('fault-add').click();
  await page.getByTestId('fault').getByText('20 calls').waitFor();
  await actAs(page, GINA);
  await page.getByTestId('channel-general').click();
  await types('/stock MUG-01');
  await said('Slack does not tell me who you are right now').waitFor();
  expect(await said('Slack does not tell me').textContent()).toContain('Try again in a minute');
  await page.getByTestId('clear-faults').click();
  await page.getByText('No faults are set.').waitFor();
  await page.getByTestId('inspector-toggle').click();
  await types('/stock MUG-01');
  await said('Quartermaster').filter({ hasNotText: 'Slack does not tell me' }).waitFor();
});

test('a phone has room for the whole conversation, with the sidebar in a drawer', async () => {
  await page.setViewportSize({ width: 390, height: 780 });
  await page.getByRole('button', { name: 'Open the sidebar' }).click();
  await actAs(page, LENA);
  await page.getByTestId('channel-ops-daily').click();
  await said('shared by').waitFor();
  expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBe(390);
  await types('/stock MUG-01');
  await said('MUG-01 · Stoneware mug').waitFor();
  await picture(page, 'phone');
});
