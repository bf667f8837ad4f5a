import { expect, test } from 'vitest';
import { openShop } from '../../harness/shop.ts';
import { needing } from './policy.ts';
import { asks, counts, delegates, personIdOf, setPolicy, setRoles, settles } from './shop.ts';

const cartons = 'order 200 extra cartons';

test('a request reaches its approvers, and an approval by direct message shows on every card', async () => {
  await using shop = await openShop();
  await setPolicy(shop, needing('large', [[1, 'manager']], { directly: true }));
  await asks(shop, shop.maya, cartons, '120.50');
  const card = await shop.vic.sees(`Maya asks to ${cartons}`);
  expect(card.ephemeral).toBe(false);
  expect(card.text).toContain('€120.50');
  expect(card.text).toContain('We run out on Friday.');
  expect(card.text).toContain('Ada or Omar can decide');
  expect(card.offers).toEqual(['Approve', 'Reject', 'Ask']);
  const omars = await shop.omar.sees(`Maya asks to ${cartons}`, 'dm');
  const adas = await shop.ada.sees(`Maya asks to ${cartons}`, 'dm');

  await shop.passes(5 * 60_000);
  await shop.omar.presses(omars, 'Approve');
  await settles(shop);
  for (const [who, where, ts] of [
    [shop.vic, 'ops-daily', card.ts],
    [shop.omar, 'dm', omars.ts],
    [shop.ada, 'dm', adas.ts],
  ] as const) {
    const after = await who.sees(`Approved by Omar: ${cartons}`, where);
    expect(after.ts).toBe(ts);
    expect(after.offers).toEqual([]);
  }
  await shop.maya.sees('Nothing runs by itself: do it now.', 'dm');
  expect((await shop.vic.sees('Omar said yes')).message.thread_ts).toBe(card.ts);
  expect(await counts(shop)).toEqual({ votes: 1, effects: 1 });
});

test('a rejection needs a reason, ends the request and tells the requester why', async () => {
  await using shop = await openShop();
  await asks(shop, shop.maya, cartons);
  const card = await shop.omar.sees(`Maya asks to ${cartons}`);
  await shop.omar.presses(card, 'Reject');
  await shop.app.idle();
  expect(await shop.omar.sends('Why not?', { reason: ' ' })).toHaveProperty('reason');
  expect(await shop.omar.sends('Why not?', { reason: 'We have 900 in the cellar <!channel>' })).toEqual({});
  await settles(shop);
  const after = await shop.vic.sees(`Rejected by Omar: ${cartons}`);
  expect(after.ts).toBe(card.ts);
  expect(after.offers).toEqual([]);
  expect(after.text).toContain('We have 900 in the cellar <!channel>');
  await shop.maya.sees('Omar said no: We have 900 in the cellar', 'dm');
  expect(await counts(shop)).toEqual({ votes: 1, effects: 0 });
});

test('of two approvers who press at the same moment one decides, and the other is told who was first', async () => {
  await using shop = await openShop();
  await asks(shop, shop.maya, cartons);
  const card = await shop.vic.sees(`Maya asks to ${cartons}`);
  await Promise.all([shop.omar.presses(card, 'Approve'), shop.ada.presses(card, 'Approve')]);
  await settles(shop);
  const after = await shop.vic.sees('Approved by');
  const [first, second] = after.text.includes('Approved by Omar')
    ? (['Omar', 'ada'] as const)
    : (['Ada', 'omar'] as const);
  expect((await shop[second].sees(`${first} approved it at`)).ephemeral).toBe(true);
  expect(await counts(shop)).toEqual({ votes: 1, effects: 1 });
});

test('a second press by the same approver counts once and says when they voted', async () => {
  await using shop = await openShop();
  await setPolicy(shop, needing('both', [[2, 'manager']]));
  await asks(shop, shop.maya, cartons);
  const card = await shop.vic.sees(`Maya asks to ${cartons}`);
  await shop.omar.presses(card, 'Approve');
  await shop.app.idle();
  const after = await shop.vic.sees('1 of 2 managers said yes');
  expect(after.ts).toBe(card.ts);
  await shop.omar.presses(after, 'Approve');
  await shop.omar.sees('You said yes at 03:00 already: everybody has one vote.');
  expect(await counts(shop)).toEqual({ votes: 1, effects: 0 });
});

test('each stage asks its own approvers, and everybody counts in one stage only', async () => {
  await using shop = await openShop();
  await setPolicy(
    shop,
    needing('big', [
      [2, 'lead'],
      [1, 'manager'],
    ]),
  );
  await asks(shop, shop.maya, cartons);
  const card = await shop.vic.sees(`Maya asks to ${cartons}`);
  expect(card.text).toContain('stage 1 of 2: 0 of 2 leads said yes');
  await shop.lena.presses(card, 'Approve');
  await shop.app.idle();
  const first = await shop.vic.sees('stage 1 of 2: 1 of 2 leads said yes');
  expect(first.ts).toBe(card.ts);
  await shop.passes(60_000);
  await shop.omar.presses(first, 'Approve');
  await settles(shop);
  const second = await shop.vic.sees('stage 2 of 2: waits for a manager');
  expect(second.ts).toBe(card.ts);
  // Ada alone decides it now, and an edit notifies nobody: she gets the card as a direct message.
  await shop.ada.sees('stage 2 of 2: waits for a manager', 'dm');
  await shop.omar.presses(second, 'Approve');
  await shop.omar.sees('everybody has one vote');
  await shop.lena.presses(second, 'Approve');
  await shop.lena.sees('everybody has one vote');
  await shop.ada.presses(second, 'Approve');
  await settles(shop);
  await shop.vic.sees('Approved by Lena, Omar and Ada');
  expect(await counts(shop)).toEqual({ votes: 3, effects: 1 });
});

const leadThenManager = needing('big', [
  [1, 'lead'],
  [1, 'manager'],
]);

test('an approver whom a later stage needs cannot vote at an earlier one', async () => {
  await using shop = await openShop();
  await setRoles(shop, shop.ada, ['viewer']);
  await setPolicy(shop, leadThenManager);
  await asks(shop, shop.maya, cartons);
  const card = await shop.vic.sees(`Maya asks to ${cartons}`);
  expect(card.text).toContain('Lena can decide');
  await shop.omar.presses(card, 'Approve');
  const no = await shop.omar.sees('Your yes is needed at stage 2: somebody else has to say this one.');
  expect(no.text).toContain('Ask Lena.');
  await shop.lena.presses(card, 'Approve');
  await settles(shop);
  await shop.omar.presses(await shop.vic.sees('stage 2 of 2'), 'Approve');
  await settles(shop);
  await shop.vic.sees('Approved by Lena and Omar');
});

test('the requester is told when nobody is left to approve at the next stage', async () => {
  await using shop = await openShop();
  await setPolicy(shop, leadThenManager);
  await asks(shop, shop.maya, cartons);
  const card = await shop.vic.sees(`Maya asks to ${cartons}`);
  await setRoles(shop, shop.ada, ['viewer']);
  await setRoles(shop, shop.omar, ['viewer']);
  await shop.lena.presses(card, 'Approve');
  await settles(shop);
  await shop.maya.sees('it waits for a manager, and nobody is there who could say yes', 'dm');
});

test('a person who cannot vote at this stage is told whose turn it is', async () => {
  await using shop = await openShop();
  await asks(shop, shop.maya, cartons);
  const answer = await shop.maya.sees('Approval 1 waits for a yes from a manager: Ada or Omar.');
  expect(answer.ephemeral).toBe(true);
  const card = await shop.vic.sees(`Maya asks to ${cartons}`);
  await shop.lena.presses(card, 'Approve');
  const no = await shop.lena.sees('That is for a manager to decide now.');
  expect(no.text).toContain('Ask Ada or Omar.');
  expect(no.ephemeral).toBe(true);
  // A viewer has no vote on any request, and reads the same.
  await shop.vic.presses(card, 'Ask');
  await shop.vic.sees('You may not ask questions about approvals: that is for an operator.');
  await shop.vic.sees('Maya asked for this one and knows more.');
  await shop.vic.choosesFor(card, cartons, 'Withdraw (who asked for it)');
  await shop.vic.sees('Maya asked for it: only they can withdraw it.');
  await shop.vic.presses(card, 'Approve');
  await shop.vic.presses(card, 'Reject');
  await shop.app.idle();
  const told = (await shop.vic.seesAll()).filter((text) =>
    text.includes('That is for a manager to decide now.'),
  );
  expect(told).toHaveLength(2);
  expect(told[0]).toContain('Ask Ada or Omar.');
  await shop.lena.presses(card, 'Reject');
  await shop.app.idle();
  expect(await shop.sandbox.control.views(shop.lena.id)).toEqual([]);
  expect(await counts(shop)).toEqual({ votes: 0, effects: 0 });
});

test('nobody approves their own request: not by card, command, second account, new role or delegate', async () => {
  await using shop = await openShop();
  await asks(shop, shop.omar, cartons);
  await shop.omar.sees('waits for a yes from a manager: Ada.');
  const card = await shop.vic.sees(`Omar asks to ${cartons}`);
  await shop.omar.presses(card, 'Approve');
  await shop.omar.sees('You asked for it yourself: somebody else has to decide it.');
  await shop.omar.says('/approval 1');
  await shop.app.idle();
  const own = await shop.omar.sees('Omar asked for it');
  expect([own.offers, own.offersMore]).toEqual([['Withdraw'], []]);
  // A new role does not help.
  await setRoles(shop, shop.omar, ['admin']);
  await shop.omar.presses(card, 'Approve');
  await shop.app.idle();
  // Nor does another account of the same person.
  const { prisma } = shop.db;
  const workspaceId = shop.workspace.id;
  await prisma.member.update({
    where: { workspaceId_slackUserId: { workspaceId, slackUserId: shop.vic.id } },
    data: { personId: await personIdOf(shop, shop.omar) },
  });
  await shop.vic.presses(card, 'Approve');
  await shop.vic.sees('You asked for it yourself: somebody else has to decide it.');
  // Nor does a delegate of the requester.
  await delegates(shop, shop.omar, shop.lena, {
    startsAt: '2026-03-01T00:00:00Z',
    endsAt: '2026-03-08T00:00:00Z',
  });
  await shop.lena.presses(card, 'Approve');
  await shop.lena.sees('That is for a manager to decide now.');
  expect(await counts(shop)).toEqual({ votes: 0, effects: 0 });
});

test('a delegate votes in their own name, and a delegated authority counts once', async () => {
  await using shop = await openShop();
  await setPolicy(shop, needing('both', [[2, 'manager']]));
  await delegates(shop, shop.omar, shop.lena, {
    startsAt: '2026-03-02T09:00:00Z',
    endsAt: '2026-03-02T12:00:00Z',
  });
  await asks(shop, shop.maya, cartons);
  const card = await shop.vic.sees(`Maya asks to ${cartons}`);
  await shop.lena.presses(card, 'Approve');
  await shop.lena.sees('That is for 2 managers to decide now.');
  await shop.comes('2026-03-02T09:00:00Z');
  await shop.vic.says('/approval 1');
  await shop.vic.sees('Ada, or Lena for Omar, can decide');
  await shop.lena.presses(card, 'Approve');
  await shop.app.idle();
  const after = await shop.vic.sees('Lena said yes for Omar');
  const now = await shop.vic.sees('1 of 2 managers said yes');
  expect(after.message.thread_ts).toBe(now.ts);
  await shop.omar.presses(now, 'Approve');
  await shop.omar.sees('Lena voted with that authority at 04:00: it counts once.');
  await shop.passes(60_000);
  await shop.ada.presses(now, 'Approve');
  await settles(shop);
  await shop.vic.sees('Approved by Lena and Ada');
  expect(await counts(shop)).toEqual({ votes: 2, effects: 1 });
});

test('a request that nobody could approve is refused at once, with what it would need', async () => {
  await using shop = await openShop();
  await setPolicy(shop, needing('three', [[3, 'manager']]));
  await shop.maya.says('/approval new');
  const errors = await shop.maya.sends('Ask for an approval', { what: cartons, why: 'Because.' });
  expect(errors.what).toContain('it needs 3 managers other than you, and there are only 2 people.');
  expect(await shop.db.prisma.approval.count({ where: { workspaceId: shop.workspace.id } })).toBe(0);
});

test('only the requester can withdraw a request', async () => {
  await using shop = await openShop();
  await asks(shop, shop.maya, cartons);
  const card = await shop.vic.sees(`Maya asks to ${cartons}`);
  await shop.lena.choosesFor(card, cartons, 'Withdraw (who asked for it)');
  await shop.lena.sees('Maya asked for it: only they can withdraw it.');
  await shop.maya.choosesFor(card, cartons, 'Withdraw (who asked for it)');
  await settles(shop);
  const after = await shop.vic.sees(`Withdrawn by Maya: ${cartons}`);
  expect(after.ts).toBe(card.ts);
  expect(after.offers).toEqual([]);
});

test('a question appears in the thread and mentions the requester, who answers there', async () => {
  await using shop = await openShop();
  await asks(shop, shop.maya, cartons);
  const card = await shop.omar.sees(`Maya asks to ${cartons}`);
  await shop.omar.presses(card, 'Ask');
  await shop.app.idle();
  expect(await shop.omar.sends('What do you want to know', { text: 'Which size?' })).toEqual({});
  await settles(shop);
  const question = await shop.maya.sees('Omar asks: Which size?');
  expect(question.message.thread_ts).toBe(card.ts);
  expect(question.text).toContain('<@U0MAYA0001>');
  // Maya may not be in that channel.
  const asked = await shop.maya.sees('Omar asks: Which size?', 'dm');
  expect(asked.offers).toEqual(['Answer', 'Show approval 1']);
  await shop.lena.presses(question, 'Answer');
  await shop.lena.sees('That is for Maya to answer: they asked for it.');
  await shop.maya.presses(question, 'Answer');
  await shop.app.idle();
  expect(await shop.maya.sends('What do you answer?', { text: '40 × 30.' })).toEqual({});
  await settles(shop);
  const answer = await shop.omar.sees('Maya answers: 40 × 30.');
  expect(answer.text).toContain('<@U0OMAR0001>');
  await shop.omar.sees('Maya answers: 40 × 30.', 'dm');
  const waiting = await shop.vic.sees('waits for a manager');
  expect(waiting.offers).toEqual(['Approve', 'Reject', 'Ask']);
  await shop.omar.presses(waiting, 'Approve');
  await settles(shop);
  await shop.maya.presses(asked, 'Answer');
  expect((await shop.maya.sees('Omar approved it at', 'dm')).ephemeral).toBe(true);
});

test('a message that stays in the direct messages offers to look again, and no decision', async () => {
  await using shop = await openShop();
  await asks(shop, shop.maya, cartons);
  await shop.omar.says('approval 1', 'dm');
  await settles(shop);
  const answer = await shop.omar.sees('Maya asked for it', 'dm');
  expect(answer.ephemeral).toBe(false);
  expect(answer.text).toContain('As of Mon 2 Mar 03:00 EST.');
  expect(answer.offers).toEqual(['Show approval 1']);
  await shop.omar.presses(answer, 'Show approval 1');
  await shop.app.idle();
  const own = await shop.omar.sees('Maya asked for it', 'dm');
  expect(own.ephemeral).toBe(true);
  await shop.omar.presses(own, 'Approve');
  await settles(shop);
  await shop.vic.sees('Approved by Omar');
  expect(await counts(shop)).toEqual({ votes: 1, effects: 1 });
});

test('a manager can override where the rule allows it, with a reason that everybody reads', async () => {
  await using shop = await openShop();
  await setPolicy(
    shop,
    needing(
      'slow',
      [
        [2, 'lead'],
        [1, 'admin'],
      ],
      { breakGlass: true },
    ),
  );
  await asks(shop, shop.maya, cartons);
  const card = await shop.vic.sees(`Maya asks to ${cartons}`);
  await shop.lena.choosesFor(card, cartons, 'Override (emergency)');
  await shop.lena.sees('You may not override approvals');
  await shop.omar.choosesFor(card, cartons, 'Override (emergency)');
  await shop.app.idle();
  const reason = 'The line stands still.';
  expect(await shop.omar.sends('Override', { reason, sure: [] })).toEqual({
    sure: 'Tick this to go on, or cancel.',
  });
  expect(await shop.omar.sends('Override', { reason, sure: ['yes'] })).toEqual({});
  await settles(shop);
  await shop.vic.sees(`Overridden by Omar: ${cartons}`);
  for (const who of [shop.lena, shop.ada, shop.maya])
    await who.sees('Omar overrode it: The line stands still.', 'dm');
  const notice = await shop.vic.sees('Omar overrode it: The line stands still.');
  expect(notice.message.reply_broadcast).toBe(true);
  expect(await counts(shop)).toEqual({ votes: 1, effects: 1 });
});

test('nobody overrides their own request, nor any request whose rule does not allow it', async () => {
  await using shop = await openShop();
  await asks(shop, shop.omar, cartons);
  const card = await shop.vic.sees(`Omar asks to ${cartons}`);
  expect(() => card.more(cartons)).not.toThrow();
  await setPolicy(shop, needing('slow', [[1, 'manager']], { breakGlass: true }));
  await asks(shop, shop.omar, 'order tape');
  const mine = await shop.vic.sees('Omar asks to order tape');
  await shop.omar.choosesFor(mine, 'order tape', 'Override (emergency)');
  await shop.omar.sees('You asked for it yourself: somebody else has to decide it.');
  expect(await counts(shop)).toEqual({ votes: 0, effects: 0 });
});
