import { expect, test } from 'vitest';
import type { Fault } from '../../../sandbox/state/faults.ts';
import { openShop, type Shop } from '../../harness/shop.ts';

const follows = 'The card will follow as soon as Slack accepts the change.';

/** An issue's card in the channel, posted and at rest. */
async function raised(shop: Shop) {
  await shop.maya.says('/issue new high shipping DHL pickup missed');
  const card = await shop.vic.sees('· nobody is on it');
  await shop.app.idle();
  return card;
}

const told = async (shop: Shop, text = follows) =>
  (await shop.maya.seesAll()).filter((one) => one.includes(text)).length;

test.each<readonly [string, Fault]>([
  ['limits the rate', { method: 'chat.update', kind: 'ratelimited', retry_after: 30 }],
  ['is away', { method: 'chat.update', kind: 'server_error', status: 503, times: 2 }],
  ['takes four seconds', { method: 'chat.update', kind: 'slow', ms: 4_000 }],
])(
  'while Slack %s, a press is answered privately after two seconds, and the card follows',
  async (_, fault) => {
    await using shop = await openShop();
    shop.expectComplaint(/./);
    const card = await raised(shop);
    await shop.sandbox.control.fault(fault);
    const began = performance.now();
    await shop.maya.presses(card, 'I’m on it');
    const answer = await shop.maya.sees(follows);
    expect(performance.now() - began).toBeLessThan(3_500);
    expect(answer.ephemeral).toBe(true);
    expect(answer.text).toContain('DHL pickup missed');
    expect((await shop.vic.seesAll()).filter((text) => text.includes(follows))).toEqual([]);
    await shop.passes(31_000);
    await shop.app.catchUp();
    await shop.vic.sees('· Maya is on it until');
    expect(await told(shop)).toBe(1);
  },
);

test('a form sent from a card that must wait is answered privately too', async () => {
  await using shop = await openShop();
  shop.expectComplaint(/ratelimited/);
  const card = await raised(shop);
  await shop.maya.presses(card, 'I’m on it');
  await shop.vic.sees('· Maya is on it until');
  await shop.app.idle();
  await shop.sandbox.control.fault({ method: 'chat.update', kind: 'ratelimited', retry_after: 30 });
  await shop.maya.presses(await shop.maya.sees('· Maya is on it until'), 'Done');
  await shop.maya.sends('How did it end?', { code: 'fixed' });
  await shop.maya.sees(follows);
});

test('a channel’s pace makes the card wait, and the member is told', async () => {
  await using shop = await openShop({ paceMs: 1_000 });
  const card = await raised(shop);
  await shop.maya.presses(card, 'I’m on it');
  await shop.maya.sees(follows);
});

test('a card redrawn in time is the only answer, also when Slack takes a second for it', async () => {
  await using shop = await openShop();
  const card = await raised(shop);
  await shop.sandbox.control.fault({ method: 'chat.update', kind: 'slow', ms: 1_000 });
  await shop.maya.presses(card, 'I’m on it');
  await shop.vic.sees('· Maya is on it until');
  await shop.app.idle();
  expect(await told(shop)).toBe(0);
  // What only Maya sees: the answer to her command.
  expect((await shop.maya.seesAll()).length - (await shop.vic.seesAll()).length).toBe(1);
});

test('a card whose change Slack refuses is not promised', async () => {
  await using shop = await openShop();
  shop.expectComplaint(/restricted_action/);
  const card = await raised(shop);
  await shop.sandbox.control.fault({ method: 'chat.update', kind: 'error', error: 'restricted_action' });
  await shop.maya.presses(card, 'I’m on it');
  await shop.maya.sees('The card stays as it is: Slack does not accept the change.');
  expect(await told(shop)).toBe(0);
});
