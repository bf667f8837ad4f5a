import { expect, test } from 'vitest';
import { demoPage } from './demo-page.ts';
import { type Photo, photo, sheet } from './sheet.ts';

const MAYA = 'U0MAYA0001';
const LENA = 'U0LENA0001';
const VIC = 'U0VIC00001';

const on = demoPage({ width: 1280, height: 900 }, { asNewcomer: true });
const { said, reads, types } = on;

test('the demo opens with a morning: its cards stand in their channels', async () => {
  await reads(LENA, 'ops-alerts');
  await said('DHL pickup missed').getByText('Critical · Omar Haddad is on it until').waitFor();
  await said('Label printer 2').getByText('High · nobody is on it').waitFor();
  await on.page.getByTestId('channel-ops-approvals').click();
  await said('write off 12 × BOWL-01').getByText('waits for a lead').waitFor();
  await said('200 extra cartons').getByText('waits for a manager').waitFor();
  await on.page.getByTestId('channel-ops-daily').click();
  await said('CANDLE-01').getByText('Watched for Lena Brandt').waitFor();
});

test('Home and the commands tell of it at once', async () => {
  await reads(LENA, 'bot');
  await on.page.getByTestId('tab-home').click();
  const home = on.page.getByTestId('home');
  await home.getByText('Waiting for your yes').waitFor();
  await home.getByText('DHL pickup missed').first().waitFor();
  await home.getByText(/Rotterdam 3PL.*silent since/).waitFor();
  await reads(LENA, 'ops-daily');
  await types('/issue');
  await said(/3 open issues.*Label printer 2/s).waitFor();
  await types('/approval');
  await said(/12 × BOWL-01.*200 extra cartons/s).waitFor();
  await types('/stock BOWL-01');
  await said('no data from Rotterdam 3PL since').waitFor();
});

test("the page shows the bot's roles, in the list of members and in the switcher", async () => {
  await on.page.getByTestId('member-switcher').click();
  for (const [user, role] of [
    [LENA, 'Lead'],
    [MAYA, 'Operator'],
    [VIC, 'Viewer'],
  ] as const)
    await on.page.getByTestId(`option-${user}`).getByText(role, { exact: true }).waitFor();
  await on.page.keyboard.press('Escape');
  await on.page.keyboard.press('Control+k');
  await on.page.getByRole('option', { name: /Maya Lindqvist.*Act as · Operator/ }).waitFor();
  await on.page.keyboard.press('Escape');
});

test('after another start everything stands where it was, once, and the cards still work', async () => {
  await on.demo.restarts();
  await on.page.goto(on.demo.url);
  await reads(LENA, 'ops-alerts');
  await said('Label printer 2').waitFor();
  for (const title of ['DHL pickup missed', 'Label printer 2', 'Shelf C-14'])
    expect(await on.page.getByTestId('message').filter({ hasText: title }).count(), title).toBe(1);
  await said('Label printer 2').getByRole('button', { name: 'I’m on it' }).click();
  await said('Label printer 2').getByText('High · Lena Brandt is on it until').waitFor();
  await on.page.getByTestId('channel-ops-approvals').click();
  await said('12 × BOWL-01').getByRole('button', { name: 'Approve' }).click();
  await said(/Approved by Lena .*: write off 12 × BOWL-01/).waitFor();
  await reads(MAYA, 'ops-alerts');
  await types('/issue new critical shipping Twelve parcels to Norway lack customs papers');
  await said('Norway').getByText('Critical · nobody is on it').waitFor();
  await said('Norway').getByTestId('thread-link').waitFor();
});

/** The cards that everybody sees, as they stand in their channels. */
async function cards(): Promise<Photo[]> {
  const photos: Photo[] = [];
  const take = async (where: string, title: string) => {
    await on.page.goto(`${on.demo.url}archives/${where}`);
    await said(title).waitFor();
    photos.push(await photo(on.page, said(title)));
  };
  await take('C0OPSALERT', 'Norway');
  await take('C0OPSALERT', 'DHL pickup missed');
  await take('C0APPROVE1', '200 extra cartons');
  await take('C0APPROVE1', 'Approved by Lena');
  await on.page.goto(`${on.demo.url}archives/C0OPSDAILY`);
  await types('/stock MUG-01');
  await said('Share in channel').waitFor();
  photos.push(await photo(on.page, said('Share in channel')));
  return photos;
}

test.each([
  ['', 1280],
  ['phone-', 390],
])('pictures of the cards: %s%s px wide, light and dark', async (name, width) => {
  await on.page.setViewportSize({ width, height: 900 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await on.page.emulateMedia({ colorScheme });
    await sheet(on.browser, `cards-${name}${colorScheme}`, width, await cards());
    expect(await on.page.locator('html').evaluate((html) => html.scrollWidth)).toBe(width);
  }
});
