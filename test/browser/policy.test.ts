import { expect, test } from 'vitest';
import { actAs } from './act-as.ts';
import { demoPage } from './demo-page.ts';

const OMAR = 'U0OMAR0001';

const on = demoPage();
const { said, types } = on;

/** With SCREENSHOTS set, replaces the picture of this name in docs. */
async function picture(name: string): Promise<void> {
  if (process.env.SCREENSHOTS) await on.page.screenshot({ path: `docs/approvals-${name}.png` });
}

test('a manager reads the policy, changes a rule by its three dots, and reads beside the input what cannot work', async () => {
  await actAs(on.page, OMAR);
  await on.page.getByTestId('channel-ops-daily').click();
  await types('/approval policy');
  const policy = said(/Who approves what: \d+ rules/);
  await policy.getByText('at most 5 units and €50.00 in 24 hours per person and item').waitFor();
  await picture('policy');
  await policy.getByRole('button', { name: 'More' }).first().click();
  await on.page.getByRole('option', { name: 'Edit' }).click();
  const form = on.page.getByTestId('modal');
  await form.getByLabel('Most units in 24 hours').fill('-10');
  await on.page.getByTestId('modal-submit').click();
  await form.getByText('Say at least one unit.').waitFor();
  await picture('policy-form');
  await form.getByLabel('Most units in 24 hours').fill('10');
  await on.page.getByTestId('modal-submit').click();
  await form.waitFor({ state: 'detached' });
  await said('at most 10 units and €50.00 in 24 hours per person and item').waitFor();
});

test('a rule with named approvers and an override is added without typing a name', async () => {
  await said('Who approves what').getByRole('button', { name: 'Add a rule' }).click();
  const form = on.page.getByTestId('modal');
  await form.getByLabel('Name').fill('Everything in Hamburg');
  await form.getByLabel('Location').click();
  await on.page.getByRole('option', { name: /Hamburg/ }).click();
  await form.getByLabel('Stage 2, after it: or these people').click();
  await on.page.getByRole('option', { name: /Omar/ }).click();
  await on.page.getByRole('option', { name: /Ada/ }).click();
  await on.page.keyboard.press('Escape');
  await form.getByText('A manager can override it').click();
  await on.page.getByTestId('modal-submit').click();
  await said(/Everything in Hamburg/).waitFor();
  expect(await said(/Everything in Hamburg/).textContent()).toMatch(
    /a lead, then .* or .*; a manager can override it in an emergency/,
  );
});

test('a person who goes away delegates their decisions', async () => {
  await types('/approval delegate');
  await said('Nobody decides in your place now').getByRole('button', { name: 'Delegate …' }).click();
  const form = on.page.getByTestId('modal');
  await form.getByLabel('Who decides in your place?').click();
  await on.page.getByRole('option', { name: /Lena/ }).click();
  await picture('delegate-form');
  await on.page.keyboard.press('Escape');
});
