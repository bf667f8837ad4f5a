import { expect, test } from 'vitest';
import { deliveryOf } from '../../../src/core/runtime/delivery.ts';
import { openShop, type Shop } from '../../harness/shop.ts';
import { post } from '../../harness/signed.ts';

/** A command that another process acknowledged with "Working on it …" before it died. */
async function acceptedBefore(
  shop: Shop,
  text: string,
  ageMs: number,
  { key = 'trigger-of-the-dead', kind = 'command' } = {},
): Promise<void> {
  const receivedAt = new Date(shop.clock.now().getTime() - ageMs);
  await shop.db.prisma.inboundEvent.create({
    data: {
      workspaceId: shop.workspace.id,
      source: 'slack-command-accepted',
      key,
      body: { kind, user: shop.maya.id, channel: 'C0OPSDAILY', name: 'stock', text },
      receivedAt,
      leasedUntil: new Date(receivedAt.getTime() + 60_000),
      attempts: 1,
    },
  });
}

async function available(shop: Shop): Promise<number | undefined> {
  const level = await shop.db.prisma.level.findFirst({
    where: { workspaceId: shop.workspace.id, bucket: 'available' },
  });
  return level?.quantity;
}

test('a command that a dead process accepted is done once by another, and answered', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 40 }, unitCost: 450n });
  await acceptedBefore(shop, 'adjust MUG-01 -1 damaged', 5 * 60_000);
  await Promise.all([shop.app.catchUp(), shop.app.catchUp()]);
  await shop.maya.sees('39 available, was 40', 'dm');
  await shop.app.catchUp();
  expect(await available(shop)).toBe(39);
  expect((await shop.maya.seesAll('dm')).filter((text) => text.includes('39 available'))).toHaveLength(1);
  // Nothing of what was written stays.
  const rows = await shop.db.prisma.inboundEvent.findMany({
    where: { workspaceId: shop.workspace.id, source: { startsWith: 'slack-command' } },
  });
  expect(rows).toHaveLength(2);
  for (const row of rows) expect(row).toMatchObject({ body: null, result: null, responseUrl: null });
});

test('one that is a quarter of an hour old is not done, and the person is told so', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 40 } });
  await acceptedBefore(shop, 'adjust MUG-01 -1 damaged', 16 * 60_000);
  await shop.app.catchUp();
  const told = await shop.maya.sees('I did not do this', 'dm');
  expect(told.text).toContain('/stock adjust MUG-01 -1 damaged');
  expect(told.text).toContain('Nothing was changed.');
  expect(await available(shop)).toBe(40);
});

test('a look-up leaves no row; a change leaves one, without what was written and where it is answered', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 40 }, unitCost: 450n });
  await shop.maya.says('/stock MUG-01');
  await shop.maya.sees('40 available');
  const rows = () => shop.db.prisma.inboundEvent.findMany({ where: { workspaceId: shop.workspace.id } });
  expect(await rows()).toEqual([]);
  await shop.maya.says('/stock adjust MUG-01 -1 damaged');
  await shop.maya.sees('39 available');
  await shop.app.idle();
  expect(await rows()).toMatchObject([
    { source: 'slack-command', body: null, result: null, responseUrl: null, attempts: 1 },
  ]);
});

test('the same command delivered twice over HTTP has one effect and one answer', async () => {
  await using shop = await openShop({ mode: 'http', stock: { 'MUG-01': 40 }, unitCost: 450n });
  const body = new URLSearchParams({
    command: '/stock',
    text: 'adjust MUG-01 -1 damaged',
    user_id: shop.maya.id,
    team_id: 'T0DEMO0001',
    channel_id: 'C0OPSDAILY',
    trigger_id: 'one-and-the-same',
    response_url: 'http://127.0.0.1:9/gone',
  }).toString();
  const answers = await Promise.all([post(shop, body), post(shop, body)]);
  const texts = await Promise.all(answers.map((answer) => answer.text()));
  expect(texts.filter((text) => text.includes('39 available'))).toHaveLength(1);
  expect(texts.filter((text) => text === '')).toHaveLength(1);
  expect(await available(shop)).toBe(39);
});

test('what a message changed is kept no longer than until it is answered', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 40 }, unitCost: 450n });
  await shop.maya.says('stock adjust MUG-01 -1 damaged', 'dm');
  await shop.maya.sees('39 available', 'dm');
  await shop.app.idle();
  const where = { workspaceId: shop.workspace.id, source: 'slack-message' };
  expect(await shop.db.prisma.inboundEvent.findMany({ where })).toMatchObject([{ result: null, body: null }]);
});

test('many that wait are all done at the first look, each once, and one that cannot be read keeps none waiting', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 40 }, unitCost: 100n });
  await acceptedBefore(shop, 'adjust MUG-01 -1 damaged', 6 * 60_000, { key: 'unreadable', kind: 'wish' });
  for (const n of [1, 2, 3, 4])
    await acceptedBefore(shop, `adjust MUG-01 -1 damaged note ${n}`, 5 * 60_000, { key: `trigger-${n}` });
  await shop.app.catchUp();
  await shop.maya.sees('36 available', 'dm');
  expect(await available(shop)).toBe(36);
  const rows = await shop.db.prisma.inboundEvent.findMany({
    where: { workspaceId: shop.workspace.id, source: 'slack-command-accepted', handledAt: null },
  });
  expect(rows).toMatchObject([{ key: 'unreadable', attempts: 2 }]);
});

test('what was told not to be done cannot be done any more by a process that stood still', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 40 }, unitCost: 450n });
  await acceptedBefore(shop, 'adjust MUG-01 -1 damaged', 16 * 60_000);
  await shop.app.catchUp();
  await shop.maya.sees('I did not do this', 'dm');
  const { database } = shop.db;
  const claim = await database.transaction(
    shop.workspace.id,
    async (tx) =>
      await database.claim(tx, deliveryOf('slack-command', 'trigger-of-the-dead'), shop.clock.now()),
  );
  expect(claim).toEqual({ first: false, kept: null, closed: true });
});
