import { expect, test } from 'vitest';
import { openShop, type Shop } from '../../harness/shop.ts';
import { needing } from './policy.ts';
import { asks, counts, minuteAt, setPolicy, settles } from './shop.ts';

async function told(shop: Shop, text: string): Promise<number> {
  await shop.app.idle();
  return (await shop.omar.seesAll('dm')).filter((line) => line.includes(text)).length;
}

test('an undecided request has three reminders, then expires in working hours across the weekend', async () => {
  // Friday 15:00 in Berlin; eight working hours end on Monday at 15:00.
  await using shop = await openShop({ at: '2026-03-06T14:00:00Z' });
  await asks(shop, shop.maya, 'order tape');
  expect((await shop.vic.sees('Maya asks to order tape')).text).toContain('until Mon 9 Mar 15:00 CET');
  await minuteAt(shop, '2026-03-06T14:29:00Z');
  expect(await told(shop, 'Still waiting for your yes or no')).toBe(0);
  await minuteAt(shop, '2026-03-06T14:30:00Z');
  expect(await told(shop, 'Still waiting for your yes or no')).toBe(1);
  // Half of the remaining time: Sunday 03:15 lies between Friday 15:30 and Monday 15:00.
  await minuteAt(shop, '2026-03-08T02:14:00Z');
  expect(await told(shop, 'Still waiting for your yes or no')).toBe(1);
  await minuteAt(shop, '2026-03-08T02:15:00Z');
  expect(await told(shop, 'Still waiting for your yes or no')).toBe(2);
  // Then at the next nine o'clock.
  await minuteAt(shop, '2026-03-08T08:00:00Z');
  expect(await told(shop, 'Still waiting for your yes or no')).toBe(3);
  await minuteAt(shop, '2026-03-09T13:59:00Z');
  expect(await told(shop, 'Still waiting for your yes or no')).toBe(3);
  const card = await shop.vic.sees('Maya asks to order tape');
  await minuteAt(shop, '2026-03-09T14:00:00Z');
  const after = await shop.vic.sees('Expired: Maya asks to order tape');
  expect(after.ts).toBe(card.ts);
  expect(after.offers).toEqual([]);
  await shop.maya.sees('Nobody decided it in time: it has expired', 'dm');
  await shop.omar.says('/approval 1');
  expect((await shop.omar.sees('Expired')).offers).toEqual([]);
});

test('a request expires by the working hours of its location', async () => {
  // Friday 15:00 in Berlin is 9:00 in New York: eight hours end there at 17:00, which is 23:00 in Berlin.
  await using shop = await openShop({ at: '2026-03-06T14:00:00Z', stock: { 'MUG-01': 400 }, unitCost: 500n });
  await shop.db.prisma.location.updateMany({
    where: { workspaceId: shop.workspace.id },
    data: { timeZone: 'America/New_York' },
  });
  await shop.maya.says('/stock adjust MUG-01 -30 lost');
  await shop.app.idle();
  expect((await shop.vic.sees('Maya asks to write off 30')).text).toContain('until Fri 6 Mar 23:00 CET');
});

test('an approver is not reminded after voting, and nobody after the decision', async () => {
  await using shop = await openShop();
  await setPolicy(shop, needing('both', [[2, 'manager']]));
  await asks(shop, shop.maya, 'order tape');
  await shop.omar.presses(await shop.vic.sees('Maya asks to order tape'), 'Approve');
  await minuteAt(shop, '2026-03-02T08:30:00Z');
  expect(await told(shop, 'Still waiting for your yes or no')).toBe(0);
  const reminder = await shop.ada.sees('Still waiting for your yes or no: Maya asks to order tape', 'dm');
  expect(reminder.offers).toEqual(['Show approval 1']);
  await shop.ada.presses(reminder, 'Show approval 1');
  const own = await shop.ada.sees('Maya asked for it', 'dm');
  expect(own.ephemeral).toBe(true);
  await shop.ada.presses(own, 'Approve');
  await settles(shop);
  await shop.vic.sees('Approved by');
  await minuteAt(shop, '2026-03-03T08:30:00Z');
  // The reminder stays as it was.
  const after = await shop.ada.sees('Still waiting for your yes or no', 'dm');
  expect(after.ts).toBe(reminder.ts);
  expect((await shop.ada.seesAll('dm')).filter((line) => line.includes('Still waiting'))).toHaveLength(1);
});

test('a yes after the deadline is too late, even before the request is marked as expired', async () => {
  await using shop = await openShop();
  await asks(shop, shop.maya, 'order tape');
  const card = await shop.vic.sees('Maya asks to order tape');
  await shop.comes('2026-03-02T16:00:00Z');
  await shop.omar.presses(card, 'Approve');
  await shop.app.idle();
  // 17:00 in Berlin is 11:00 on Omar's clock.
  await shop.omar.sees('It expired at 11:00.');
  expect(await counts(shop)).toEqual({ votes: 0, effects: 0 });
  await settles(shop);
  await shop.vic.sees('Expired');
});

test('a request expires later by the working hours that Slack was away', async () => {
  await using shop = await openShop();
  // Whoever may not read the channel cannot look whether a post that failed arrived after all.
  shop.expectComplaint(/missing_scope conversations\.history/);
  await shop.maya.says('/approval');
  await shop.app.idle();
  await shop.maya.sees('Nothing waits for a yes');
  await shop.sandbox.control.fault({
    method: 'chat.postMessage',
    kind: 'server_error',
    status: 503,
    times: 1_000,
  });
  await shop.maya.says('/approval new');
  await shop.app.idle();
  await shop.maya.sends('Ask for an approval', { what: 'order tape', why: 'It is out.' });
  await shop.passes(9 * 3_600_000);
  await shop.app.catchUp();
  const where = { workspaceId: shop.workspace.id };
  expect(await shop.db.prisma.approval.findFirst({ where })).toMatchObject({
    state: 'waiting',
    // It is Monday 18:00 in Berlin, and the hours from 09:00 to 17:00 were lost.
    expiresAt: new Date('2026-03-03T16:00:00Z'),
  });
});

/** Maya makes a request, and Slack takes none of its cards until 13:00 in Berlin. */
async function asksUnheard(shop: Shop, what: string, cards: number): Promise<void> {
  shop.expectComplaint(/ratelimited/);
  await shop.maya.says('/approval new');
  await shop.app.idle();
  const toThirteen = { retry_after: 15_000, times: cards } as const;
  await shop.sandbox.control.fault({ method: 'chat.postMessage', kind: 'ratelimited', ...toThirteen });
  await shop.maya.sends('Ask for an approval', { what, why: 'It is out.' });
  await settles(shop);
  await minuteAt(shop, '2026-03-02T12:00:00Z');
}

async function expiry(shop: Shop) {
  const where = { workspaceId: shop.workspace.id };
  return await shop.db.prisma.approval.findFirstOrThrow({
    where,
    select: { state: true, stage: true, expiresAt: true },
  });
}

// It is Monday 17:00 in Berlin, and the four hours from 09:00 were lost.
const fourHoursLater = { state: 'waiting', expiresAt: new Date('2026-03-03T12:00:00Z') };

test('an outage still extends the deadline after the cards were redrawn', async () => {
  await using shop = await openShop({ at: '2026-03-02T07:50:00Z' });
  await asksUnheard(shop, 'order tape', 1);
  const card = await shop.vic.sees('Maya asks to order tape');
  await shop.omar.presses(card, 'Ask');
  await shop.app.idle();
  expect(await shop.omar.sends('What do you want to know', { text: 'Which width?' })).toEqual({});
  await settles(shop);
  await minuteAt(shop, '2026-03-02T16:00:00Z');
  expect(await expiry(shop)).toEqual({ ...fourHoursLater, stage: 0 });
});

test('hours lost at the first stage still extend the deadline at the second', async () => {
  await using shop = await openShop({ at: '2026-03-02T07:50:00Z' });
  await setPolicy(
    shop,
    needing('big', [
      [1, 'lead'],
      [1, 'admin'],
    ]),
  );
  await asksUnheard(shop, 'order tape', 1);
  await shop.lena.presses(await shop.vic.sees('Maya asks to order tape'), 'Approve');
  await settles(shop);
  await minuteAt(shop, '2026-03-02T16:00:00Z');
  expect(await expiry(shop)).toEqual({ ...fourHoursLater, stage: 1 });
});

test('an outage that lasts past the deadline extends it as well', async () => {
  await using shop = await openShop({ at: '2026-03-02T07:50:00Z' });
  await asks(shop, shop.maya, 'order tape');
  const card = await shop.omar.sees('Maya asks to order tape');
  await shop.comes('2026-03-02T14:00:00Z');
  await shop.sandbox.control.fault({
    method: 'chat.update',
    kind: 'server_error',
    status: 503,
    times: 1_000,
  });
  await shop.omar.presses(card, 'Ask');
  await shop.app.idle();
  await shop.omar.sends('What do you want to know', { text: 'Which width?' });
  await shop.app.idle();
  await shop.comes('2026-03-02T16:00:00Z');
  await shop.app.catchUp();
  // The edit has waited for two hours, since 15:00 in Berlin.
  expect(await expiry(shop)).toMatchObject({ state: 'waiting', expiresAt: new Date('2026-03-03T10:00:00Z') });
});
