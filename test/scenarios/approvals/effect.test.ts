import { expect, test } from 'vitest';
import { openShop, type Shop } from '../../harness/shop.ts';
import { counts, setRoles, settles } from './shop.ts';

/** Sets the available stock, as sales and deliveries would. */
async function setAvailable(shop: Shop, available: number): Promise<void> {
  await shop.db.prisma.level.updateMany({
    where: { workspaceId: shop.workspace.id, bucket: 'available' },
    data: { quantity: available },
  });
}

async function available(shop: Shop): Promise<number | undefined> {
  const where = { workspaceId: shop.workspace.id, bucket: 'available' };
  return (await shop.db.prisma.level.findFirst({ where }))?.quantity;
}

const options = { stock: { 'MUG-01': 400 }, unitCost: 500n };

test('approvers are asked again when stock changed after their card was drawn, and read the change', async () => {
  await using shop = await openShop(options);
  await shop.maya.says('/stock adjust MUG-01 -30 lost');
  await shop.app.idle();
  const card = await shop.vic.sees('Maya asks to write off 30 × MUG-01');
  await shop.lena.says('/approval 1');
  const kept = await shop.lena.sees('Maya asked for it');
  await setAvailable(shop, 100);
  await shop.lena.presses(card, 'Approve');
  await settles(shop);
  expect(await available(shop)).toBe(100);
  const again = await shop.vic.sees('It was asked again: this has changed');
  expect(again.ts).toBe(card.ts);
  expect(again.text).toContain('Available in Hamburg: was 400, is 100.');
  expect(again.offers).toEqual(['Approve', 'Reject', 'Ask']);
  // An edit notifies nobody.
  await shop.lena.sees('It has to be decided again: Available in Hamburg: was 400, is 100.', 'dm');
  await shop.maya.sees('It has to be decided again: Available in Hamburg: was 400, is 100.', 'dm');
  expect(await counts(shop)).toEqual({ votes: 1, effects: 0 });
  // The card that Lena kept shows the earlier round.
  await shop.lena.presses(kept, 'Approve');
  await shop.lena.sees('It was asked again since: look at it now.');
  await shop.lena.presses(again, 'Approve');
  await settles(shop);
  await shop.vic.sees('Approved by Lena: write off 30 × MUG-01');
  expect(await available(shop)).toBe(70);
  expect(await counts(shop)).toEqual({ votes: 2, effects: 1 });
});

test('a yes no longer counts once the voter loses the role before the effect runs', async () => {
  await using shop = await openShop(options);
  await shop.maya.says('/stock adjust MUG-01 -30 lost');
  await shop.app.idle();
  const card = await shop.vic.sees('Maya asks to write off 30 × MUG-01');
  await shop.lena.presses(card, 'Approve');
  await shop.app.idle();
  await setRoles(shop, shop.lena, ['viewer']);
  await settles(shop);
  expect(await available(shop)).toBe(400);
  await shop.omar.sees('It has to be decided again: Lena may not approve it any more.', 'dm');
  await shop.omar.presses(
    await shop.omar
      .sees('Lena may not approve it any more', 'ops-daily')
      .then(() => shop.omar.sees('It was asked again')),
    'Approve',
  );
  await settles(shop);
  expect(await available(shop)).toBe(370);
});

test('an effect does not run for a requester who may not ask any more', async () => {
  await using shop = await openShop(options);
  await shop.maya.says('/stock adjust MUG-01 -30 lost');
  await shop.app.idle();
  await shop.lena.presses(await shop.vic.sees('Maya asks to write off 30 × MUG-01'), 'Approve');
  await shop.app.idle();
  await setRoles(shop, shop.maya, ['viewer']);
  await settles(shop);
  const failed = await shop.vic.sees('Failed: Maya asks to write off 30 × MUG-01');
  expect(failed.text).toContain(
    'Maya asked for it and may not any more. If it is still wanted, somebody else has to ask for it.',
  );
  expect(await available(shop)).toBe(400);
  await shop.lena.presses(failed, 'Give up');
  await settles(shop);
  expect((await shop.vic.sees('Withdrawn by Lena')).offers).toEqual([]);
  expect(await counts(shop)).toEqual({ votes: 1, effects: 0 });
});

test('a failed effect raises an issue that links the request, which is then retried or given up', async () => {
  await using shop = await openShop(options);
  await shop.maya.says('/stock adjust MUG-01 -30 lost');
  await shop.app.idle();
  await shop.vic.sees('Maya asks to write off 30 × MUG-01');
  await setAvailable(shop, 10);
  // The request was made about ten, so nothing has changed when Lena approves it.
  const { prisma } = shop.db;
  const approval = await prisma.approval.findFirstOrThrow({ where: { workspaceId: shop.workspace.id } });
  await prisma.approval.update({
    where: { workspaceId_id: { workspaceId: shop.workspace.id, id: approval.id } },
    data: { facts: { ...(approval.facts as object), available: 10 } },
  });
  await shop.lena.presses(await shop.vic.sees('Maya asks to write off 30 × MUG-01'), 'Approve');
  await settles(shop);
  const failed = await shop.vic.sees('Failed: Maya asks to write off 30 × MUG-01');
  expect(failed.text).toContain('Only 10 available in Hamburg');
  expect(failed.offers).toEqual(['Try again', 'Give up']);
  await shop.maya.sees('It was approved and could not be done: Only 10 available', 'dm');
  const issue = await prisma.issue.findFirstOrThrow({
    where: { workspaceId: shop.workspace.id },
    include: { links: true },
  });
  expect(issue).toMatchObject({ kind: 'task', severity: 'high', state: 'new' });
  expect(issue.links).toMatchObject([{ what: 'approval', ref: approval.id }]);
  expect(await counts(shop)).toEqual({ votes: 1, effects: 0 });

  await shop.maya.presses(failed, 'Try again');
  await shop.maya.sees('You asked for it yourself: somebody else has to try it again.');
  await setAvailable(shop, 50);
  await prisma.approval.update({
    where: { workspaceId_id: { workspaceId: shop.workspace.id, id: approval.id } },
    data: { facts: { ...(approval.facts as object), available: 50 } },
  });
  await shop.lena.presses(failed, 'Try again');
  await settles(shop);
  await shop.vic.sees('Approved by Lena: write off 30 × MUG-01');
  expect(await available(shop)).toBe(20);
  expect(await counts(shop)).toEqual({ votes: 1, effects: 1 });
  const id = issue.id;
  expect(await prisma.issue.findFirst({ where: { id } })).toMatchObject({
    state: 'done',
    resolutionCode: 'fixed',
  });
  await shop.vic.sees('Quartermaster marked it done (fixed): Approval 1 was done.');
});

test('giving up a failed request resolves its issue', async () => {
  await using shop = await openShop(options);
  await shop.maya.says('/stock adjust MUG-01 -30 lost');
  await shop.app.idle();
  await setAvailable(shop, 10);
  const { prisma } = shop.db;
  const where = { workspaceId: shop.workspace.id };
  const { id, facts } = await prisma.approval.findFirstOrThrow({ where });
  await prisma.approval.update({
    where: { workspaceId_id: { ...where, id } },
    data: { facts: { ...(facts as object), available: 10 } },
  });
  await shop.lena.presses(await shop.vic.sees('Maya asks to write off 30 × MUG-01'), 'Approve');
  await settles(shop);
  await shop.maya.presses(await shop.vic.sees('Failed: Maya asks to write off 30 × MUG-01'), 'Give up');
  await settles(shop);
  expect(await prisma.issue.findFirst({ where })).toMatchObject({
    state: 'done',
    resolutionCode: 'will not be fixed',
    resolutionNote: 'Approval 1 was given up.',
    ownerId: null,
  });
});

test('an effect can be undone once, for a while and through the same policy; then the button goes', async () => {
  await using shop = await openShop(options);
  await shop.maya.says('/stock adjust MUG-01 -30 lost');
  await shop.app.idle();
  const card = await shop.vic.sees('Maya asks to write off 30 × MUG-01');
  await shop.lena.presses(card, 'Approve');
  await settles(shop);
  const done = await shop.vic.sees('Approved by Lena');
  expect(done.offers).toEqual(['Undo']);
  await shop.vic.presses(done, 'Undo');
  await shop.vic.sees('You may not undo approvals');
  await shop.maya.presses(done, 'Undo');
  await shop.maya.sees('Undo of approval 1: Approval 2 waits for a yes');
  await settles(shop);
  const undoing = await shop.vic.sees('Undo asked for: approval 2, waiting.');
  expect(undoing.ts).toBe(card.ts);
  expect(undoing.offers).toEqual([]);
  const second = await shop.lena.sees('Maya asks to undo approval 1: 30 × MUG-01 back to available');
  await shop.lena.presses(second, 'Approve');
  await settles(shop);
  const undone = await shop.vic.sees('↩︎ Undone by approval 2: write off 30 × MUG-01');
  expect(undone.ts).toBe(card.ts);
  expect(undone.text).toContain('It was done Mon 2 Mar 09:00 CET and undone by approval 2.');
  expect(undone.text).not.toMatch(/\bis \d|370/);
  expect(await available(shop)).toBe(400);
  expect(await counts(shop)).toEqual({ votes: 2, effects: 2 });

  await shop.passes(60_000);
  await shop.maya.says('/stock adjust MUG-01 -40 lost');
  await shop.app.idle();
  await shop.lena.presses(await shop.lena.sees('Maya asks to write off 40 × MUG-01'), 'Approve');
  await settles(shop);
  const later = await shop.vic.sees('Approved by Lena: write off 40 × MUG-01');
  expect(later.text).toContain('Undo until');
  await shop.passes(24 * 3_600_000);
  await settles(shop);
  expect((await shop.vic.sees('Approved by Lena: write off 40')).offers).toEqual([]);
});
