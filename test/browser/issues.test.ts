import { expect, test } from 'vitest';
import { demoPage } from './demo-page.ts';
import { pressTool } from './press-tool.ts';

const ADA = 'U0ADA00001';
const MAYA = 'U0MAYA0001';
const OMAR = 'U0OMAR0001';
const LENA = 'U0LENA0001';
const VIC = 'U0VIC00001';

const on = demoPage();
const { said } = on;

/** The living card, which everybody sees. */
const card = () =>
  on.page
    .getByTestId('message')
    .filter({ hasText: 'the label printer is dead' })
    .filter({ hasText: 'raised by' })
    .filter({ hasNotText: /only visible to you/i })
    .last();

/** Switches to a member who reads #ops-alerts. */
const reads = async (user: string) => await on.reads(user, 'ops-alerts');

/** With SCREENSHOTS set, replaces the picture of this name in docs. */
async function picture(name: string): Promise<void> {
  if (process.env.SCREENSHOTS) await on.page.screenshot({ path: `docs/issues-${name}.png` });
}

test('a person raises trouble from a message, with a form that quotes it', async () => {
  await reads(MAYA);
  await on.page.getByTestId('composer').fill('the label printer is dead');
  await on.page.getByTestId('composer').press('Enter');
  await pressTool(said('the label printer is dead'), 'message-menu');
  await on.page.getByRole('option', { name: 'Raise an issue' }).click();
  const form = on.page.getByTestId('modal');
  await form.waitFor();
  expect(await form.getByLabel('What is wrong?').inputValue()).toBe('the label printer is dead');
  await form.getByLabel('Severity').click();
  await on.page.getByRole('option', { name: 'High' }).click();
  await form.getByLabel('Department').click();
  await on.page.getByRole('option', { name: 'Shipping' }).click();
  await form.getByLabel('Details').fill('Forty parcels wait for their labels; the van comes at four.');
  await picture('form');
  await on.page.getByTestId('modal-submit').click();
  await form.waitFor({ state: 'detached' });
  await said('Raised: High').waitFor();
  await card().getByText('nobody is on it').waitFor();
});

test('a viewer who presses “I’m on it” learns why not, and nobody else sees it', async () => {
  await reads(VIC);
  await card().getByRole('button', { name: 'I’m on it' }).click();
  await said('You may not take on issues')
    .getByText(/only visible to you/i)
    .waitFor();
  await reads(OMAR);
  await card().getByText('nobody is on it').waitFor();
  expect(await on.page.getByText('You may not take on').count()).toBe(0);
  await picture('open');
});

test('“I’m on it” puts the person on the card with a promise, and a line in its thread says so', async () => {
  await card().getByRole('button', { name: 'I’m on it' }).click();
  await card().getByText('is on it until').waitFor();
  expect(await card().getByRole('button', { name: 'I’m on it' }).count()).toBe(0);
  await card().getByTestId('thread-link').click();
  await on.page.getByTestId('thread').getByText('Omar Haddad is on it until').last().waitFor();
  await picture('on-it');
});

test('a colleague records how it ended; the card and its thread tell everybody', async () => {
  await reads(LENA);
  await card().getByText('is on it until').waitFor();
  await card().getByRole('button', { name: 'Done' }).click();
  const form = on.page.getByTestId('modal');
  await form.getByLabel('How did it end?').click();
  await on.page.getByRole('option', { name: 'Worked around' }).click();
  await form.getByLabel('Note').fill('Labels come from the office printer until Thursday.');
  await picture('done-form');
  await on.page.getByTestId('modal-submit').click();
  await form.waitFor({ state: 'detached' });
  await card().getByText('Labels come from the office printer').waitFor();
  await reads(ADA);
  expect(await card().getByRole('button').allTextContents()).toEqual(
    expect.arrayContaining(['Reopen', 'Close', 'Review']),
  );
  expect(await card().getByRole('button', { name: 'Done', exact: true }).count()).toBe(0);
  await card().getByTestId('thread-link').click();
  await on.page
    .getByTestId('thread')
    .getByText(/Lena .* marked it done \(worked around\): .*until Thursday\. Issue \d+,/)
    .waitFor();
  await picture('done');
});
