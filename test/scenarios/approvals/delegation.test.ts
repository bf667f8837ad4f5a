import { expect, test } from 'vitest';
import { randomIds } from '../../../src/core/runtime/ids.ts';
import { delegatesOf, delegatorsOf } from '../../../src/features/approvals/delegation/in-force.ts';
import { openShop, type Shop } from '../../harness/shop.ts';

/** The names of the people in whose place this person may decide now. */
async function delegatorNames(shop: Shop, name: string): Promise<readonly string[]> {
  const people = await shop.db.prisma.person.findMany({ where: { workspaceId: shop.workspace.id } });
  const id = people.find((person) => person.name === name)?.id ?? '';
  const scope = shop.db.database.scope(shop.workspace.id);
  const ids = await delegatorsOf(scope, id, shop.clock.now());
  return ids.map((one) => people.find((person) => person.id === one)?.name ?? '?').sort();
}

test('a command delegates decisions, tells the delegate, and the delegation ends by itself', async () => {
  await using shop = await openShop();
  await shop.omar.says('/approval delegate <@U0LENA0001> until Friday');
  const made = await shop.omar.sees('Lena decides in your place until the end of 6 Mar');
  expect(made.ephemeral).toBe(true);
  await shop.app.idle();
  const told = await shop.lena.sees('Omar asks you to decide in their place until', 'dm');
  expect(told.text).toContain('in your own name, but not what either of you asked for');
  expect(await delegatorNames(shop, 'Lena')).toEqual(['Omar']);
  expect(await delegatorNames(shop, 'Omar')).toEqual([]);
  // In New York, where Omar is, Friday ends at 05:00 UTC on Saturday.
  await shop.comes('2026-03-07T04:59:59Z');
  expect(await delegatorNames(shop, 'Lena')).toEqual(['Omar']);
  await shop.comes('2026-03-07T05:00:00Z');
  expect(await delegatorNames(shop, 'Lena')).toEqual([]);
  await shop.omar.says('/approval delegate');
  await shop.omar.sees('Nobody decides in your place now');
});

test('a delegation from tomorrow on is not in force today', async () => {
  await using shop = await openShop();
  await shop.lena.says('/approval delegate Maya from tomorrow until 2026-03-05 17:00');
  await shop.lena.sees('Maya decides in your place from 3 Mar 00:00 CET until 5 Mar 17:00 CET');
  expect(await delegatorNames(shop, 'Maya')).toEqual([]);
  await shop.comes('2026-03-02T23:00:00Z');
  expect(await delegatorNames(shop, 'Maya')).toEqual(['Lena']);
});

test('the form delegates as well, and refuses each bad value at its field', async () => {
  await using shop = await openShop();
  await shop.lena.says('/approval delegate');
  await shop.lena.presses(await shop.lena.sees('Nobody decides in your place now'), 'Delegate …');
  const form = 'Who decides in your place?';
  const at = (iso: string) => Math.floor(new Date(iso).getTime() / 1_000);
  const friday = at('2026-03-06T16:00:00Z');
  expect(await shop.lena.sends(form, { who: 'U0LENA0001', until: friday })).toEqual({ who: 'That is you.' });
  expect(await shop.lena.sends(form, { who: 'U0VIC00001', until: friday })).toEqual({
    who: 'Vic may not decide approvals: that is for an operator.',
  });
  expect((await shop.lena.sends(form, { who: 'U0GUEST001', until: friday })).who).toContain(
    'I have not met that person',
  );
  expect(await shop.lena.sends(form, { who: 'U0MAYA0001', until: at('2026-03-01T08:00:00Z') })).toEqual({
    until: 'That moment has passed.',
  });
  expect(
    await shop.lena.sends(form, { who: 'U0MAYA0001', from: at('2026-03-07T08:00:00Z'), until: friday }),
  ).toEqual({ until: 'The end comes after the beginning.' });
  expect(
    await shop.lena.sends(form, { who: 'U0MAYA0001', from: null, until: at('2026-06-06T08:00:00Z') }),
  ).toEqual({ until: 'That is too long: at most 60 days.' });
  expect(await shop.lena.sends(form, { who: 'U0MAYA0001', until: friday })).toEqual({});
  await shop.lena.sees('Maya decides in your place until 6 Mar 17:00 CET');
  await shop.lena.says('/approval delegate @Omar from Thursday until Friday');
  await shop.lena.sees('Maya decides in your place until 6 Mar 17:00: end that first.');
  expect(await delegatorNames(shop, 'Omar')).toEqual([]);
});

test('a delegated authority cannot be delegated again', async () => {
  await using shop = await openShop();
  await shop.omar.says('/approval delegate @Lena until Friday');
  await shop.lena.says('/approval delegate @Maya until Friday');
  await shop.lena.sees('Maya decides in your place until the end of 6 Mar');
  expect(await delegatorNames(shop, 'Maya')).toEqual(['Lena']);
  await shop.ada.says('/approval delegate @Omar until Friday');
  const ada = await shop.ada.sees('Omar decides in your place');
  expect(ada.text).toContain('Omar is away then as well, and has handed on to Lena.');
  expect(await delegatorNames(shop, 'Lena')).toEqual(['Omar']);
});

test('either side can end a delegation early and the other is told; a second click says since when', async () => {
  await using shop = await openShop();
  await shop.omar.says('/approval delegate @Lena until Friday');
  const made = await shop.omar.sees('Lena decides in your place');
  await shop.app.idle();
  const told = await shop.lena.sees('Omar asks you to decide', 'dm');
  await shop.lena.presses(told, 'Give it back');
  await shop.app.idle();
  await shop.omar.sees('Lena no longer decides in your place: Lena ended it', 'dm');
  expect(await delegatorNames(shop, 'Lena')).toEqual([]);
  await shop.passes(60_000);
  await shop.omar.presses(made, 'End it');
  await shop.omar.sees('It has been over since 03:00.');

  await shop.omar.says('/approval delegate @Maya until Friday');
  await shop.omar.says('/approval delegate');
  await shop.omar.presses(
    await shop.omar.sees('Maya decides in your place until the end of 6 Mar'),
    'End it',
  );
  await shop.app.idle();
  await shop.maya.sees('You no longer decide in the place of Omar: Omar ended it', 'dm');
});

test('a manager sees and ends all delegations, others only their own', async () => {
  await using shop = await openShop();
  await shop.lena.says('/approval delegate @Maya until Friday');
  const lenas = await shop.lena.sees('Maya decides in your place');
  await shop.vic.says('/approval delegate');
  await shop.vic.sees('You decide no approvals, so there is nothing to delegate.');
  await shop.omar.says('/approval delegate');
  await shop.omar.presses(await shop.omar.sees('Nobody decides in your place now'), 'Everybody’s');
  await shop.app.idle();
  const all = await shop.omar.sees('1 delegation in force or to come');
  expect(all.text).toContain('Maya decides in the place of Lena until');
  await shop.omar.presses(all, 'End it');
  await shop.app.idle();
  await shop.lena.sees('Maya no longer decides in your place: a manager ended it', 'dm');
  await shop.maya.sees('You no longer decide in the place of Lena', 'dm');
  await shop.lena.presses(lenas, 'End it');
  await shop.lena.sees('It has been over since 09:00.');
});

test('two delegations at the same moment make one, and a person who left delegates nothing', async () => {
  await using shop = await openShop();
  await Promise.all([
    shop.omar.says('/approval delegate @Lena until Friday'),
    shop.omar.says('/approval delegate @Maya until Friday'),
  ]);
  await shop.omar.sees('end that first.');
  const made = await shop.db.prisma.approvalDelegation.findMany({
    where: { workspaceId: shop.workspace.id },
  });
  expect(made).toHaveLength(1);
  const scope = shop.db.database.scope(shop.workspace.id);
  expect(await delegatesOf(scope, [made[0]?.fromId ?? ''], shop.clock.now())).toEqual([made[0]?.toId]);
  await shop.db.prisma.person.updateMany({
    where: { workspaceId: shop.workspace.id, name: 'Omar' },
    data: { departedAt: shop.clock.now() },
  });
  expect(
    await delegatorsOf(scope, made[0]?.toId ?? randomIds.uuid(shop.clock.now()), shop.clock.now()),
  ).toEqual([]);
});

test('a command without an end is answered with an example', async () => {
  await using shop = await openShop();
  await shop.maya.says('/approval delegate @Lena someday <!channel>');
  await shop.maya.sees('Say who and until when.');
  await shop.maya.says('/approval delegate @Nobody until Friday');
  await shop.maya.sees('I don’t know anybody called Nobody.');
});

/** Everything that follows from the last press has been done and sent. */
async function settles(shop: Shop): Promise<void> {
  await shop.app.idle();
  await shop.app.catchUp();
  await shop.app.idle();
}

test('a delegate is asked and approves in their own name, but only while the delegation is in force', async () => {
  await using shop = await openShop();
  await shop.omar.says('/approval delegate @Lena from 10:00 until 12:00');
  await shop.maya.says('/approval new');
  await shop.maya.sends('Ask for an approval', { what: 'order cartons', why: 'None left.', amount: '20' });
  await settles(shop);
  // 10:00 in New York, where Omar is, is 16:00 in Berlin.
  const card = await shop.lena.sees('Maya asks to order cartons');
  await shop.lena.presses(card, 'Approve');
  await shop.lena.sees('That is for a manager to decide now.');
  await shop.comes('2026-03-02T15:00:00Z');
  await shop.lena.presses(card, 'Approve');
  await settles(shop);
  const after = await shop.vic.sees('Approved by Lena');
  expect(after.text).toContain('Lena said yes for Omar');

  await shop.maya.says('/approval new');
  await shop.maya.sends('Ask for an approval', { what: 'order tape', why: 'None left.', amount: '20' });
  await settles(shop);
  const second = await shop.lena.sees('Maya asks to order tape');
  await shop.comes('2026-03-02T17:00:00Z');
  await shop.lena.presses(second, 'Approve');
  await shop.lena.sees('That is for a manager to decide now.');
});

test('nobody approves their own request as a delegate', async () => {
  await using shop = await openShop();
  await shop.omar.says('/approval delegate @Maya until Friday');
  await shop.maya.says('/approval new');
  await shop.maya.sends('Ask for an approval', { what: 'order cartons', why: 'None left.', amount: '20' });
  await settles(shop);
  await shop.maya.presses(await shop.maya.sees('Maya asks to order cartons'), 'Approve');
  await settles(shop);
  const rows = await shop.db.prisma.approval.findMany({ where: { workspaceId: shop.workspace.id } });
  expect(rows.map(({ state }) => state)).toEqual(['waiting']);
  // A delegate cannot approve the delegator's own request either: Omar asks, and Maya is his delegate.
  await shop.omar.says('/approval new');
  await shop.omar.sends('Ask for an approval', { what: 'order tape', why: 'None left.', amount: '20' });
  await settles(shop);
  await shop.maya.presses(await shop.maya.sees('Omar asks to order tape'), 'Approve');
  await settles(shop);
  expect(await shop.db.prisma.approvalVote.count({ where: { workspaceId: shop.workspace.id } })).toBe(0);
});
