import { expect, test } from 'vitest';
import { openShop, type Shop } from '../../harness/shop.ts';
import { changes } from './acts.ts';

/** Moves the clock, runs due work and waits for its messages. */
async function minuteAt(shop: Shop, moment: string): Promise<void> {
  await shop.comes(moment);
  await shop.app.catchUp();
  await shop.app.idle();
}

/** Thread lines with this text; a broadcast shows in the thread and in the channel. */
async function told(shop: Shop, text: string): Promise<readonly string[]> {
  await shop.app.idle();
  return (await shop.vic.seesAll()).filter((line) => line.includes(text));
}

test('an issue raised in one line gets a card in the channel, and "I’m on it" makes an owner with a promise', async () => {
  await using shop = await openShop();
  await shop.vic.says('/issue new high shipping 3PL feed dead');
  expect((await shop.vic.sees('Raised: High · #1 · 3PL feed dead')).ephemeral).toBe(true);
  const card = await shop.maya.sees('· nobody is on it');
  expect(card.ephemeral).toBe(false);
  expect(card.text).toContain('🟠 High · nobody is on it\n3PL feed dead');
  expect(card.text).toContain('raised by Vic Mon 2 Mar 09:00 CET');

  await shop.passes(5 * 60_000);
  await shop.maya.presses(card, 'I’m on it');
  await shop.app.idle();
  const edited = await shop.lena.sees('· Maya is on it until');
  expect(edited.ts).toBe(card.ts);
  expect(edited.text).toContain('High · Maya is on it until Mon 2 Mar 10:05 CET');
  const line = await shop.lena.sees('Maya is on it until Mon 2 Mar 10:05 CET');
  expect(line.message.thread_ts).toBe(card.ts);
});

test('a promise can be changed; when it passes, the owner is reminded once and then the leads are told', async () => {
  await using shop = await openShop();
  await shop.vic.says('/issue new high shipping 3PL feed dead');
  const card = await shop.maya.sees('· nobody is on it');
  await shop.maya.presses(card, 'I’m on it');
  await shop.app.idle();
  await changes(shop.maya, await shop.maya.sees('· Maya is on it until Mon 2 Mar 10:00 CET'), {
    promise: '4h',
  });
  await shop.app.idle();
  const changed = await shop.maya.sees('· Maya is on it until Mon 2 Mar 13:00 CET');
  expect(changed.ts).toBe(card.ts);

  await minuteAt(shop, '2026-03-02T11:59:59Z');
  expect(await told(shop, 'has passed')).toHaveLength(0);
  await minuteAt(shop, '2026-03-02T12:00:00Z');
  const reminder = await shop.maya.sees('The promise of Mon 2 Mar 13:00 CET has passed');
  expect(reminder.text).toContain('<@U0MAYA0001>');
  await minuteAt(shop, '2026-03-02T12:14:00Z');
  expect(await told(shop, 'has said nothing since')).toHaveLength(0);
  await minuteAt(shop, '2026-03-02T12:15:00Z');
  const leads = await shop.lena.sees(
    'Maya promised an update by Mon 2 Mar 13:00 CET and has said nothing since',
  );
  expect(leads.text).toContain('<@U0LENA0001>');
  expect(leads.message.reply_broadcast).toBe(true);
  await minuteAt(shop, '2026-03-02T18:00:00Z');
  expect(await told(shop, 'has passed')).toHaveLength(1);
});

test('a second "I’m on it" learns who was first and since when; one’s own old button says so too', async () => {
  await using shop = await openShop();
  await shop.vic.says('/issue new high shipping 3PL feed dead');
  const card = await shop.maya.sees('· nobody is on it');
  // A private card keeps its old buttons.
  await shop.lena.says('/issue 1');
  const lenas = await shop.lena.sees('Vic raised it');
  await shop.maya.says('/issue 1');
  const mayas = await shop.maya.sees('Vic raised it');
  await shop.maya.presses(card, 'I’m on it');
  await shop.passes(60_000);
  await shop.lena.presses(lenas, 'I’m on it');
  const no = await shop.lena.sees('Maya has been on it since 09:00: they were first.');
  expect(no.ephemeral).toBe(true);
  await shop.maya.presses(mayas, 'I’m on it');
  await shop.maya.sees('You have been on it since 09:00.');
  expect(await told(shop, 'CET. Issue 1,')).toHaveLength(1);
  expect((await shop.vic.sees('· Maya is on it until')).ts).toBe(card.ts);
});

test('of two people who press at the same moment one becomes the owner and the other is told', async () => {
  await using shop = await openShop();
  await shop.vic.says('/issue new high shipping 3PL feed dead');
  const card = await shop.maya.sees('· nobody is on it');
  await Promise.all([shop.maya.presses(card, 'I’m on it'), shop.lena.presses(card, 'I’m on it')]);
  const line = await shop.vic.sees('is on it until');
  const [first, second] = line.text.includes('Maya is')
    ? (['Maya', 'lena'] as const)
    : (['Lena', 'maya'] as const);
  await shop[second].sees(`${first} has been on it since 09:00: they were first.`);
  expect(await told(shop, 'CET. Issue 1,')).toHaveLength(1);
});

test('a viewer can raise and note; taking, assigning and resolving are refused privately and change nothing', async () => {
  await using shop = await openShop();
  await shop.vic.says('/issue new high shipping 3PL feed dead');
  const card = await shop.vic.sees('· nobody is on it');
  await shop.vic.presses(card, 'I’m on it');
  expect((await shop.vic.sees('You may not take on issues: that is for an operator')).ephemeral).toBe(true);
  await shop.vic.presses(card, 'Change');
  await shop.vic.sees('You may not change issues: that is for an operator');
  await shop.vic.presses(card, 'Assign');
  await shop.vic.sees('You may not assign issues: that is for a lead');
  await shop.vic.presses(card, 'Done');
  await shop.vic.sees('You may not resolve issues');
  expect(await shop.sandbox.control.views(shop.vic.id)).toEqual([]);
  await shop.vic.presses(card, 'Note');
  expect(await shop.vic.sends('Add', { text: 'Their status page is red <!channel>' })).toEqual({});
  await shop.maya.sees('Vic: Their status page is red <!channel>');
  const still = await shop.maya.sees('· nobody is on it');
  expect(still.text).toContain('High · nobody is on it\n3PL feed dead');
});

test('an assigned person accepts in a direct message, whose card lives as long as the issue', async () => {
  await using shop = await openShop();
  await shop.vic.says('/issue new high shipping 3PL feed dead');
  const card = await shop.lena.sees('· nobody is on it');
  await shop.lena.presses(card, 'Assign');
  const errors = await shop.lena.sends('Who should take it?', { person: 'U0VIC00001' });
  expect(errors).toEqual({ person: 'Vic may not take on or resolve issues: that is for an operator.' });
  expect(await shop.lena.sends('Who should take it?', { person: 'U0MAYA0001' })).toEqual({});
  await shop.app.idle();
  await shop.vic.sees('· Maya is asked, nobody is on it yet');
  const asked = await shop.maya.sees('High · Lena asks you to take it', 'dm');
  expect(asked.offers.filter(Boolean)).toEqual(['Accept', 'Decline']);
  await shop.maya.presses(asked, 'Accept');
  await shop.app.idle();
  expect((await shop.maya.sees('· Maya is on it until', 'dm')).ts).toBe(asked.ts);
  await shop.vic.sees('· Maya is on it until');
  await shop.lena.presses(await shop.lena.sees('· Maya is on it until'), 'Hand over');
  expect(await shop.lena.sends('Who should take it?', { person: 'U0MAYA0001' })).toEqual({
    person: 'Maya is on it already.',
  });
  await shop.maya.presses(await shop.maya.sees('· Maya is on it until', 'dm'), 'Done');
  await shop.maya.sends('How did it end?', { code: 'fixed' });
  await shop.app.idle();
  const over = await shop.maya.sees('Done Mon 2 Mar 09:00 CET (fixed)', 'dm');
  expect(over.ts).toBe(asked.ts);
  expect(over.offers).not.toContain('Done');
});

test('a snoozed issue comes back by itself and mentions its owner', async () => {
  await using shop = await openShop();
  await shop.vic.says('/issue new normal shipping Label printer jams');
  const card = await shop.maya.sees('· nobody is on it');
  await shop.maya.presses(card, 'I’m on it');
  await shop.app.idle();
  await changes(shop.maya, await shop.maya.sees('· Maya is on it until'), { snooze: 'tomorrow' });
  await shop.app.idle();
  await shop.vic.sees('Normal · waiting until Tue 3 Mar 09:00 CET, then Maya again');
  await minuteAt(shop, '2026-03-02T20:00:00Z');
  expect(await told(shop, 'has passed')).toHaveLength(0);
  await minuteAt(shop, '2026-03-03T08:00:00Z');
  const woken = await shop.maya.sees('The snooze has ended');
  expect(woken.text).toContain('<@U0MAYA0001>');
  expect((await shop.vic.sees('· Maya is on it until')).text).toContain('until Tue 3 Mar 13:00 CET');
});

test('a done issue keeps code and note, refuses old buttons, can be reopened and closes after a week', async () => {
  await using shop = await openShop();
  await shop.vic.says('/issue new high shipping 3PL feed dead');
  const card = await shop.maya.sees('· nobody is on it');
  await shop.lena.says('/issue 1');
  const old = await shop.lena.sees('Vic raised it');
  await shop.maya.presses(card, 'I’m on it');
  await shop.app.idle();
  await shop.maya.presses(await shop.maya.sees('· Maya is on it until'), 'Done');
  await shop.maya.sends('How did it end?', { code: 'worked around', note: 'File sent by hand.' });
  await shop.app.idle();
  const done = await shop.vic.sees('Done Mon 2 Mar 09:00 CET (worked around)');
  expect(done.text).toContain('File sent by hand.');
  expect(done.offers.filter(Boolean)).toEqual(['Reopen', 'Close', 'Review']);
  expect(done.offersMore).toEqual(['Note', 'Add a follow-up', 'Timeline', 'Steps and history']);
  await shop.lena.presses(old, 'I’m on it');
  await shop.lena.sees('Issue 1 has been done since 09:00.');

  await shop.maya.presses(done, 'Reopen');
  expect((await shop.maya.sees('You may not reopen issues: that is for a lead')).ephemeral).toBe(true);
  await shop.lena.presses(done, 'Reopen');
  await shop.lena.sends('Why reopen it?', { why: 'Dead again.' });
  await shop.app.idle();
  const reopened = await shop.vic.sees('· nobody is on it');
  expect(reopened.text).toContain('reopened Mon 2 Mar 09:00 CET by Lena (Dead again.)');
  expect((await shop.maya.sees('Lena reopened it: Dead again.')).text).toContain('<@U0MAYA0001>');

  await shop.lena.presses(await shop.lena.sees('· nobody is on it'), 'Done');
  await shop.lena.sends('How did it end?', { code: 'fixed' });
  await minuteAt(shop, '2026-03-09T07:59:00Z');
  await shop.vic.sees('Done Mon 2 Mar 09:00 CET (fixed)');
  await minuteAt(shop, '2026-03-09T08:00:00Z');
  const closed = await shop.vic.sees('Closed Mon 9 Mar 09:00 CET, done Mon 2 Mar 09:00 CET (fixed)');
  expect(closed.offers.filter(Boolean)).toEqual(['Reopen', 'Review']);
  expect(closed.text).toContain('reopened Mon 2 Mar 09:00 CET by Lena');
});

test('leads change severity and close done issues; a promise is changed by its owner or by a lead', async () => {
  await using shop = await openShop();
  await shop.vic.says('/issue new normal shipping Label printer jams');
  const card = await shop.lena.sees('· nobody is on it');
  await changes(shop.lena, card, { severity: 'critical' });
  await shop.vic.sees('Lena changed the severity from Normal to Critical');
  await shop.app.idle();
  await shop.maya.presses(await shop.maya.sees('Critical · nobody is on it'), 'I’m on it');
  await shop.app.idle();
  expect((await shop.vic.sees('· Maya is on it until')).text).toContain('until Mon 2 Mar 09:15 CET');
  await changes(shop.omar, await shop.omar.sees('· Maya is on it until'), { promise: 'workday' });
  await shop.vic.sees('Omar changed the promise to Tue 3 Mar 09:00 CET');
  await shop.app.idle();

  await shop.maya.presses(await shop.maya.sees('· Maya is on it until'), 'Done');
  await shop.maya.sends('How did it end?', { code: 'fixed' });
  await shop.app.idle();
  const done = await shop.lena.sees('Done Mon 2 Mar 09:00 CET (fixed)');
  await shop.maya.presses(done, 'Close');
  await shop.maya.sees('You may not close issues: that is for a lead');
  await shop.lena.presses(done, 'Close');
  expect((await shop.vic.sees('Closed Mon 2 Mar 09:00 CET (fixed)')).ts).toBe(card.ts);
  await shop.vic.sees('Lena closed it');
});

test('an owner who reopens their own issue is named once, without a mention', async () => {
  await using shop = await openShop();
  await shop.vic.says('/issue new high shipping 3PL feed dead');
  await shop.lena.presses(await shop.lena.sees('· nobody is on it'), 'Done');
  await shop.lena.sends('How did it end?', { code: 'fixed' });
  await shop.app.idle();
  await shop.lena.presses(await shop.lena.sees('Done Mon 2 Mar 09:00 CET'), 'Reopen');
  await shop.lena.sends('Why reopen it?', { why: 'Dead again.' });
  expect((await shop.vic.sees('Lena reopened it: Dead again.')).text).not.toContain('<@');
});

test('when a lead breaks their own promise, others who direct are told, not the lead again', async () => {
  await using shop = await openShop();
  await shop.vic.says('/issue new high shipping 3PL feed dead');
  await shop.lena.presses(await shop.lena.sees('· nobody is on it'), 'I’m on it');
  await minuteAt(shop, '2026-03-02T09:00:00Z');
  expect((await shop.lena.sees('has passed: how far is it?')).text).toContain('<@U0LENA0001>');
  await minuteAt(shop, '2026-03-02T09:15:00Z');
  const line = await shop.omar.sees('Lena promised an update by');
  expect(line.text).toContain('<@U0OMAR0001>');
  expect(line.text).not.toContain('<@U0LENA0001>');
});
