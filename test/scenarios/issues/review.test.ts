import { expect, test } from 'vitest';
import type { Person } from '../../harness/person.ts';
import { openShop, type Shop } from '../../harness/shop.ts';

async function minuteAt(shop: Shop, moment: string): Promise<void> {
  await shop.comes(moment);
  await shop.app.catchUp();
  await shop.app.idle();
}

/** Raised at 09:00, taken by Maya at 09:05, done at 10:30. */
async function done(shop: Shop, severity = 'high'): Promise<void> {
  await shop.vic.says(`/issue new ${severity} shipping 3PL feed dead`);
  await shop.comes('2026-03-02T08:05:00Z');
  await shop.maya.presses(await shop.maya.sees('· nobody is on it'), 'I’m on it');
  await shop.comes('2026-03-02T09:30:00Z');
  await shop.maya.presses(await shop.maya.sees('· Maya is on it until'), 'Done');
  await shop.maya.sends('How did it end?', { code: 'fixed', note: 'They have a new password.' });
  await shop.app.idle();
}

const review = {
  happened: 'The 3PL changed a password.',
  cause: 'system or data',
  ordersAffected: '42',
  value: '1250',
  toChange: 'Ask for the change calendar.',
};

async function reviews(person: Person, values: Record<string, string>) {
  await person.presses(await person.sees('Done Mon 2 Mar 10:30 CET'), 'Review');
  return await person.sends('What happened?', values);
}

/** The name of the newest file in a person's direct messages. */
async function fileFor(shop: Shop, person: Person): Promise<string> {
  const { control } = shop.sandbox;
  const dm = await control.openDm(person.id);
  const message = await control.waitFor(async () =>
    (await control.messages(person.id, dm)).findLast(({ files = [] }) => files.length > 0),
  );
  return message.files?.[0]?.name ?? '';
}

test('a follow-up is an issue assigned to somebody, and both link to each other', async () => {
  await using shop = await openShop();
  await done(shop);
  await shop.maya.presses(await shop.maya.sees('Done Mon 2 Mar 10:30 CET'), 'Add a follow-up');
  const form = 'What needs to be done?';
  const title = 'Keep the password with two people <!channel>';
  const dueAt = Date.parse('2026-03-06T11:00:00Z') / 1_000;
  expect(await shop.maya.sends(form, { title, person: 'U0VIC00001' })).toEqual({
    person: 'Vic may not take on or resolve issues: that is for an operator.',
  });
  expect(await shop.maya.sends(form, { title, person: 'U0LENA0001', dueAt })).toEqual({});
  await shop.maya.sees('Raised: Normal · #2 · Keep the password');
  const line = await shop.vic.sees('Maya added follow-up 2, Keep the password with two people');
  expect(line.message.text).not.toContain('<!');
  const asked = await shop.lena.sees('Normal · Maya asks you to take it', 'dm');
  await shop.lena.presses(asked, 'Accept');
  await shop.app.idle();
  const card = await shop.vic.sees('#2 · from ');
  expect(card.text).toContain('About Follows issue 1 3PL feed dead: Done');
  expect(card.text).toContain('due Fri 6 Mar 12:00 CET');
  expect(card.text).toContain('#2 · from a follow-up of issue 1');
  await shop.vic.says('/issue 1');
  const origin = await shop.vic.sees('Vic raised it');
  expect(origin.text).toContain('Follow-up 2 Keep the password with two people <!channel>: On it: Lena');
});

test('a follow-up assigned to oneself sends no direct message', async () => {
  await using shop = await openShop();
  await done(shop);
  await shop.maya.presses(await shop.maya.sees('Done Mon 2 Mar 10:30 CET'), 'Add a follow-up');
  await shop.maya.sends('What needs to be done?', { title: '🔥🔥', person: 'U0MAYA0001' });
  await shop.vic.sees('Maya will take it');
  await shop.app.idle();
  await shop.maya.says('/issue mine');
  await shop.maya.sees('1 open issue of yours');
  expect(await shop.maya.seesAll('dm')).not.toContainEqual(expect.stringContaining('asks you'));
});

test.each([
  ['three thousand characters', 'x'.repeat(3_000)],
  ['right-to-left text', 'طلب متأخر جدا'],
  ['a broadcast and a link', '<!channel> <https://evil.example|free> *bold*'],
  ['only emoji', '🔥🔥🔥'],
])('a review made of %s is shown and exported as plain text', async (_, text) => {
  await using shop = await openShop();
  await done(shop);
  const long = text.slice(0, 2_000);
  expect(await reviews(shop.maya, { ...review, happened: long, wentWell: long, toChange: long })).toEqual({});
  const seen = await shop.maya.sees('Review of issue 1: system or data');
  expect(JSON.stringify(seen.message)).not.toContain('<!channel');
  await shop.maya.presses(seen, 'As Markdown');
  expect(await fileFor(shop, shop.maya)).toBe('issue-1-review.md');
});

test('a review shows impact, cause, times, timeline and follow-ups, and refuses to overwrite a newer version', async () => {
  await using shop = await openShop();
  await done(shop);
  expect(await reviews(shop.maya, { happened: 'Dead.', ordersAffected: '-1' })).toEqual({
    cause: 'Please complete this required field.',
    ordersAffected: 'Enter at least 0.',
  });
  expect(await shop.maya.sends('What happened?', review)).toEqual({});
  await shop.vic.sees('Maya wrote a review');
  const seen = await shop.maya.sees('Review of issue 1: system or data');
  expect(seen.ephemeral).toBe(true);
  for (const words of [
    'Time to acknowledge: 5 min',
    'Time to resolve: 1 h 30 min',
    'Orders affected: 42',
    'Value affected: €1,250.00',
    'Cause: System or data',
    'The 3PL changed a password.',
    'Ask for the change calendar.',
    '10:30 CET · Maya marked it done (fixed): They have a new password.',
    'None yet: “Add a follow-up”',
  ])
    expect(seen.text).toContain(words);
  await shop.app.idle();

  await shop.lena.presses(await shop.lena.sees('Done Mon 2 Mar 10:30 CET'), 'Review');
  await shop.lena.presses(await shop.lena.sees('Review of issue 1'), 'Change the review');
  expect(await shop.lena.seesForm('What happened?')).toContain('The 3PL changed a password.');
  await shop.maya.presses(seen, 'Change the review');
  await shop.maya.sends('What happened?', { ...review, cause: 'our process' });
  await shop.vic.sees('Maya changed the review');
  expect(await shop.lena.sends('What happened?', { ...review, cause: 'supplier' })).toEqual({
    happened: expect.stringContaining('Maya saved a review at 10:30, after you began.'),
  });
});

test('a high issue without a review reminds its last owner once, after two working days', async () => {
  await using shop = await openShop();
  await done(shop);
  await minuteAt(shop, '2026-03-04T09:29:00Z');
  expect(await shop.vic.seesAll()).not.toContainEqual(expect.stringContaining('has no review'));
  await minuteAt(shop, '2026-03-04T09:30:00Z');
  const line = await shop.maya.sees('It was High and has no review: what can we learn from it?');
  expect(line.text).toContain('<@U0MAYA0001>');
  await minuteAt(shop, '2026-03-06T08:00:00Z');
  expect((await shop.vic.seesAll()).filter((text) => text.includes('has no review'))).toHaveLength(1);
});

test('a review or a reopening stops the reminder; a normal issue has no review', async () => {
  await using shop = await openShop();
  await done(shop);
  await reviews(shop.maya, review);
  await shop.app.idle();
  await shop.vic.says('/issue new normal shipping Lamp broken');
  await shop.maya.presses(await shop.maya.sees('#2 · from '), 'Done');
  await shop.maya.sends('How did it end?', { code: 'fixed' });
  await shop.app.idle();
  const normal = await shop.vic.sees('#2 · from ');
  expect(normal.offers.filter(Boolean)).toEqual(['Reopen', 'Close', 'Note']);
  await shop.vic.says('/issue new critical shipping Door stuck');
  await shop.maya.presses(await shop.maya.sees('#3 · from '), 'Done');
  await shop.maya.sends('How did it end?', { code: 'fixed' });
  await shop.app.idle();
  const critical = await shop.lena.sees('#3 · from ');
  expect(critical.offers.filter(Boolean)).toEqual(['Reopen', 'Close', 'Review']);
  await shop.vic.presses(critical, 'Review');
  await shop.vic.sees('You may not review issues');
  await shop.lena.presses(critical, 'Reopen');
  await shop.lena.sends('Why reopen it?', { why: 'Stuck again.' });
  await minuteAt(shop, '2026-03-04T10:00:00Z');
  await minuteAt(shop, '2026-03-05T10:00:00Z');
  expect(await shop.vic.seesAll()).not.toContainEqual(expect.stringContaining('has no review'));
});

test('the timeline shows every event on the reader’s clock, page by page', async () => {
  await using shop = await openShop();
  await done(shop);
  await shop.omar.presses(await shop.omar.sees('Done Mon 2 Mar 10:30 CET'), 'Timeline');
  const seen = await shop.omar.sees('Timeline of issue 1');
  expect(seen.ephemeral).toBe(true);
  for (const words of [
    '03:00 EST · Vic raised it',
    '03:05 EST · Maya is on it',
    '04:30 EST · Maya marked it done',
  ])
    expect(seen.text).toContain(words);
  expect(seen.text).toContain('Time to acknowledge: 5 min');
  expect(seen.offers).toEqual(['Show issue 1']);

  for (let i = 1; i <= 22; i += 1) {
    await shop.vic.presses(await shop.vic.sees('Done Mon 2 Mar 10:30 CET'), 'Note');
    await shop.vic.sends('What should people know?', { text: `Note ${i} <!here>` });
    await shop.passes(60_000);
  }
  await shop.app.idle();
  await shop.omar.presses(seen, 'Show issue 1');
  await shop.omar.presses(await shop.omar.sees('· Vic: Note 22 <!here>'), 'Timeline');
  const newest = await shop.omar.sees('Timeline of issue 1');
  expect(newest.text).toContain('· Vic: Note 22 <!here>');
  expect(newest.text).not.toContain('Vic raised it');
  await shop.omar.presses(newest, 'Earlier');
  const oldest = await shop.omar.sees('03:00 EST · Vic raised it');
  expect(oldest.text).toContain('· Vic: Note 2 <!here>');
  expect(oldest.text).not.toContain('Vic: Note 3 ');
  expect(oldest.offers).toEqual(['Show issue 1']);
});
