import { expect, test } from 'vitest';
import { demoPage } from './demo-page.ts';

const MAYA = 'U0MAYA0001';
const LENA = 'U0LENA0001';
const VIC = 'U0VIC00001';

const on = demoPage();
const { said, reads } = on;

/** With SCREENSHOTS set, replaces the picture of this name in docs. */
async function picture(name: string): Promise<void> {
  if (process.env.SCREENSHOTS) await on.page.screenshot({ path: `docs/approvals-${name}.png` });
}

test('an operator who lost thirty mugs corrects the stock from its card, and learns whose approval it waits for', async () => {
  await reads(MAYA, 'ops-daily');
  await on.page.getByTestId('composer').fill('/stock MUG-01');
  await on.page.getByTestId('composer').press('Enter');
  await said('MUG-01').getByRole('button', { name: 'Adjust' }).click();
  const form = on.page.getByTestId('modal');
  await form.getByLabel('Location').click();
  await on.page.getByRole('option', { name: /Hamburg/ }).click();
  await form.getByLabel('Change').fill('30');
  await form.getByLabel('Cause').click();
  await on.page.getByRole('option', { name: 'Lost', exact: true }).click();
  await form.getByLabel('Note').fill('The pallet never came out of the container.');
  await on.page.getByTestId('modal-submit').click();
  await form.getByText('Whole units with a sign: -3 or +3.').waitFor();
  await form.getByLabel('Change').fill('-30');
  await picture('form');
  await on.page.getByTestId('modal-submit').click();
  await form.waitFor({ state: 'detached' });
  await said(/Approval \d+ waits for a yes from a (lead|manager)/).waitFor();
});

test('the approver finds the card in the channel and at Home, with everything needed to decide', async () => {
  await reads(LENA, 'ops-approvals');
  const card = said('Maya Lindqvist asks to write off 30 × MUG-01');
  await card.getByText('The pallet never came out of the container.').waitFor();
  await picture('waiting');
  await reads(LENA, 'bot');
  await on.page.getByTestId('tab-home').click();
  await on.page.getByText('Waiting for your yes').waitFor();
  await picture('home');
  await on.page.getByTestId('tab-messages').click();
});

test('a viewer who presses Approve is told whose turn it is', async () => {
  await reads(VIC, 'ops-approvals');
  const card = said('asks to write off 30 × MUG-01');
  await card.getByRole('button', { name: 'Approve' }).click();
  await said(/That is for a lead to decide now/).waitFor();
  await card.getByRole('button', { name: 'Approve' }).waitFor();
});

test('another lead approves: it is done, and every copy of the card says so and offers no more decisions', async () => {
  await reads(LENA, 'ops-approvals');
  const card = said('30 × MUG-01');
  await card.getByRole('button', { name: 'Approve' }).click();
  await said(/Approved by Lena .*: write off 30 × MUG-01/).waitFor();
  expect(await said('30 × MUG-01').getByRole('button', { name: 'Approve' }).count()).toBe(0);
  await reads(VIC, 'ops-approvals');
  const shared = said(/Approved by Lena .*: write off 30 × MUG-01/);
  await shared.waitFor();
  expect(await shared.getByRole('button', { name: 'Approve' }).count()).toBe(0);
  await shared.getByText(/\d+ available, was \d+.*Undo until/).waitFor();
  await picture('done');
  await reads(MAYA, 'bot');
  await said(/is done|available/).waitFor();
  await picture('told');
});
