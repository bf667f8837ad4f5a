import { expect, test } from 'vitest';
import { openShop, type Shop } from '../../harness/shop.ts';
import { changes, looksAt, starts, ticks } from './acts.ts';

async function minuteAt(shop: Shop, moment: string): Promise<void> {
  await shop.comes(moment);
  await shop.app.catchUp();
  await shop.app.idle();
}

/** A shipment issue that Maya owns, with the strike playbook started at 09:00. */
async function strike(shop: Shop): Promise<void> {
  await shop.maya.says('/issue new Nothing is collected');
  await shop.maya.sends('What is wrong?', { kind: 'shipment', severity: 'high' });
  await shop.maya.presses(await shop.maya.sees('· nobody is on it'), 'I’m on it');
  await shop.app.idle();
  await starts(shop.maya, await looksAt(shop.maya), 'carrier-strike');
  await shop.app.idle();
}

async function tells(shop: Shop, text: string): Promise<readonly string[]> {
  await shop.app.idle();
  return (await shop.vic.seesAll()).filter((line) => line.includes(text));
}

test('starting a playbook shows progress and next step on the card, and all steps in the thread', async () => {
  await using shop = await openShop();
  await strike(shop);
  const card = await shop.vic.sees('step 1 of 7');
  expect(card.text).toContain(
    'step 1 of 7: Ask the carrier which depots and services are affected, and until when by Mon 2 Mar 09:15 CET (Shipping)',
  );
  expect(card.message.text).toContain('· Maya is on it until');
  const list = await shop.vic.sees('Maya started the playbook Carrier strike: 7 steps');
  expect(list.message.thread_ts).toBe(card.ts);
  expect(list.text).toContain(
    '6. Write to customers whose parcels are late: by Mon 2 Mar 11:00 CET (Customer service)',
  );
  expect(list.text).toContain(
    '7. Report every morning what is still affected: by Tue 3 Mar 09:00 CET (the owner of the issue)',
  );
  expect(list.text).toContain('Step 1: Call the carrier’s account manager first');
  expect(list.text).toContain('Step 6: Text for customers: “A strike at our carrier');
  expect(card.offersMore).toContain('Step 1 done');
  const own = await looksAt(shop.maya);
  expect(own.text).toContain('Playbook: Carrier strike, 0 of 7 steps done');
  expect(own.offersMore).toContain('Step done');
  expect(own.offersMore).not.toContain('Start a playbook');
});

test('a step can be ticked once; a second person learns who ticked it and when', async () => {
  await using shop = await openShop();
  await strike(shop);
  await shop.lena.says('/issue 1');
  const lenas = await shop.lena.sees('1. Ask the carrier which depots');
  await shop.passes(5 * 60_000);
  await shop.maya.presses(await shop.maya.sees('#1 · from '), 'Step 1 done');
  await shop.vic.sees('Maya did step 1, Ask the carrier which depots');
  await shop.app.idle();
  await shop.vic.sees('step 2 of 7: Stop printing labels for the affected services by Mon 2 Mar 09:30 CET');
  await shop.passes(60_000);
  await shop.lena.presses(lenas, 'Step 1 done');
  expect((await shop.lena.sees('Maya did step 1 at 09:05: they were first.')).ephemeral).toBe(true);
  await shop.lena.says('/issue 1');
  expect((await shop.lena.sees('done by Maya 09:05 CET')).text).toContain('1. Ask the carrier');
  expect(await tells(shop, 'did step 1')).toHaveLength(1);
});

test('two people who tick a step at the same moment tick it once', async () => {
  await using shop = await openShop();
  await strike(shop);
  const step = '2. Stop printing labels for the affected services';
  const cards = await Promise.all([looksAt(shop.maya), looksAt(shop.lena)]);
  const errors = await Promise.all([ticks(shop.maya, cards[0], step), ticks(shop.lena, cards[1], step)]);
  const line = await shop.vic.sees('did step 2');
  const first = line.text.includes('Maya did') ? 'Maya' : 'Lena';
  const late = { step: `${first} did step 2 at 09:00: they were first.` };
  expect(errors).toEqual(first === 'Maya' ? [{}, late] : [late, {}]);
  expect(await tells(shop, 'did step 2')).toHaveLength(1);
});

test('skipping a step requires a reason, and any text is accepted', async () => {
  await using shop = await openShop();
  await strike(shop);
  await shop.maya.presses(await looksAt(shop.maya), 'Skip a step');
  const reason = `<!channel> 🔥 طلب متأخر ${'x'.repeat(2_900)}`;
  expect(await shop.maya.sends('Why is it not needed?', { reason: ' ' })).toEqual({ reason: 'Say why.' });
  await shop.maya.sends('Why is it not needed?', { reason });
  const line = await shop.vic.sees('Maya skipped step 1');
  expect(line.message.text).not.toContain('<!');
  await shop.app.idle();
  expect((await looksAt(shop.vic)).text).toContain('Playbook: Carrier strike, 0 of 7 steps done, 1 skipped');
});

test('a late step mentions its owner in the thread, once; a done issue reminds nobody', async () => {
  await using shop = await openShop();
  await shop.db.prisma.person.updateMany({
    where: { workspaceId: shop.workspace.id, name: 'Lena' },
    data: { departments: ['shipping'] },
  });
  await strike(shop);
  await minuteAt(shop, '2026-03-02T08:14:00Z');
  expect(await tells(shop, 'is not done')).toHaveLength(0);
  await minuteAt(shop, '2026-03-02T08:15:00Z');
  const late = await shop.lena.sees('Step 1, Ask the carrier which depots');
  expect(late.text).toContain('<@U0LENA0001>');
  expect(late.text).toContain('was due Mon 2 Mar 09:15 CET and is not done');
  expect((await shop.vic.sees('step 1 of 7')).text).toContain('by Mon 2 Mar 09:15 CET, late (Shipping)');
  // Step 5 is a manager's, due at 10:30.
  await minuteAt(shop, '2026-03-02T09:30:00Z');
  expect((await shop.lena.sees('Step 5, Change delivery promises')).text).toContain('<@U0OMAR0001>');
  expect(await tells(shop, 'Step 1, Ask the carrier')).toHaveLength(1);
  await minuteAt(shop, '2026-03-02T13:00:00Z');
  await shop.maya.presses(await shop.maya.sees('· Maya is on it until'), 'Done');
  expect(await shop.maya.seesForm('How did it end?')).toContain('Done, with 7 of 7 steps open.');
  await shop.maya.sends('How did it end?', { code: 'fixed' });
  await shop.vic.sees('Maya marked it done (fixed), with 7 of 7 steps open. Issue 1');
  await shop.app.idle();
  await minuteAt(shop, '2026-03-03T09:00:00Z');
  expect(await tells(shop, 'Step 7, Report every morning')).toHaveLength(0);
  const over = await shop.vic.sees('Done Mon 2 Mar 14:00 CET');
  expect(over.text).toContain('0 of 7 steps done');
  expect(over.offersMore.join()).not.toContain('Step 1');

  await shop.lena.presses(over, 'Reopen');
  await shop.lena.sends('Why reopen it?', { why: 'They strike again.' });
  await shop.app.idle();
  await minuteAt(shop, '2026-03-03T09:05:00Z');
  // The reopened issue has no owner, so the department's leads are reminded.
  expect((await shop.lena.sees('Step 7, Report every morning')).text).toContain('<@U0LENA0001>');
});

test('a snoozed issue does not remind of late steps until it comes back', async () => {
  await using shop = await openShop();
  await strike(shop);
  await changes(shop.maya, await shop.maya.sees('· Maya is on it until'), { snooze: '4h' });
  await shop.app.idle();
  await minuteAt(shop, '2026-03-02T11:00:00Z');
  expect(await tells(shop, 'is not done')).toHaveLength(0);
  await minuteAt(shop, '2026-03-02T12:00:00Z');
  await minuteAt(shop, '2026-03-02T12:01:00Z');
  await shop.vic.sees('Step 1, Ask the carrier which depots');
});

test('taking a snoozed issue reminds of its late steps at once', async () => {
  await using shop = await openShop();
  await strike(shop);
  await changes(shop.maya, await shop.maya.sees('· Maya is on it until'), { snooze: '4h' });
  await shop.app.idle();
  await minuteAt(shop, '2026-03-02T08:20:00Z');
  await shop.maya.presses(await shop.maya.sees('High · waiting until'), 'I’m on it');
  await shop.app.idle();
  await minuteAt(shop, '2026-03-02T08:21:00Z');
  await shop.vic.sees('Step 1, Ask the carrier which depots');
});

test('a step can be added with an owner and a due moment', async () => {
  await using shop = await openShop();
  await shop.maya.says('/issue new high shipping 3PL feed dead');
  await shop.vic.sees('· nobody is on it');
  await shop.maya.presses(await looksAt(shop.maya), 'Add a step');
  const at = (moment: string) => Date.parse(moment) / 1_000;
  const form = 'What needs to be done?';
  const values = { what: 'Print the lists <!channel>', owner: 'warehouse' };
  expect(await shop.maya.sends(form, { ...values, dueAt: at('2026-03-02T07:00:00Z') })).toEqual({
    dueAt: 'That moment has passed.',
  });
  await shop.maya.sends(form, { ...values, dueAt: at('2026-03-02T09:00:00Z') });
  const line = await shop.vic.sees('Maya added step 1, Print the lists <!channel>, by Mon 2 Mar 10:00 CET');
  expect(line.message.text).not.toContain('<!');
  await shop.app.idle();
  const card = await shop.vic.sees(
    'step 1 of 1: Print the lists <!channel> by Mon 2 Mar 10:00 CET (Warehouse)',
  );
  await shop.maya.presses(card, 'Step 1 done');
  await shop.app.idle();
  // Every step is done, so a playbook can start.
  await shop.vic.sees('1 of 1 step done');
  await starts(shop.maya, await looksAt(shop.maya), 'feed-dead');
  await shop.app.idle();
  expect((await looksAt(shop.vic)).text).toContain('Playbook: Feed dead, 1 of 6 steps done');
});

test('a playbook starts once, and not by a viewer; steps of a done issue cannot be ticked', async () => {
  await using shop = await openShop();
  await shop.maya.says('/issue new high shipping Nothing is collected');
  await shop.vic.sees('· nobody is on it');
  await shop.vic.presses(await looksAt(shop.vic), 'Start a playbook');
  await shop.vic.sees('You may not start playbooks: that is for an operator');
  const lenas = await looksAt(shop.lena);
  await starts(shop.maya, await looksAt(shop.maya), 'recall');
  await shop.app.idle();
  expect(await starts(shop.lena, lenas, 'oversell')).toEqual({
    playbook: 'Another list of steps is under way: 8 of 8 steps are left.',
  });
  const old = await looksAt(shop.lena);
  await shop.maya.presses(await shop.maya.sees('#1 · from '), 'Done');
  await shop.maya.sends('How did it end?', { code: 'false alarm' });
  await shop.app.idle();
  await shop.lena.presses(old, 'Step 1 done');
  await shop.lena.sees('Issue 1 has been done since 09:00.');
});
