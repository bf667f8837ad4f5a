import { expect, test } from 'vitest';
import { loggedErrors } from '../../harness/log.ts';
import { openShop } from '../../harness/shop.ts';

/** Nobody has seen her before. */
const gina = 'U0GUEST001';

async function asking(error: string) {
  const shop = await openShop();
  shop.expectComplaint(/missing_scope/);
  await shop.sandbox.control.fault({ method: 'users.info', kind: 'error', error, times: 1 });
  const { ack } = await shop.sandbox.control.command(gina, 'C0GENERAL1', '/stock MUG-01');
  return { shop, said: JSON.stringify(ack) };
}

test.each(['missing_scope', 'user_not_visible'])(
  'when Slack refuses to show somebody (%s), the admins are told and the person is not sent round in circles',
  async (error) => {
    const errors = loggedErrors();
    const { shop, said } = await asking(error);
    await using _ = shop;
    expect(said).toContain('Slack does not let me look you up.');
    expect(said).toMatch(/The admins have been told\. Reference: QM-/);
    expect(said).not.toContain('Try again in a minute');
    const told = await shop.ada.sees('People in the look-up of Slack accounts could not be read', 'dm');
    expect(told.text).toContain(error);
    expect(errors).toHaveLength(1);
  },
);

test('when Slack is only slow to answer, trying again is the right advice', async () => {
  const { shop, said } = await asking('ratelimited');
  await using _ = shop;
  expect(said).toContain('Try again in a minute');
});
