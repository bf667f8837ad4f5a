import { expect, test } from 'vitest';
import { openShop, type Shop } from '../../harness/shop.ts';

const title = 'DHL pickup missed';
const copyText = 'This is an outdated copy.';

/** The cards of the issue in the channel, the oldest first, as Slack keeps them. */
async function cards({ sandbox, vic }: Shop) {
  const all = await sandbox.control.messages(vic.id, 'C0OPSDAILY');
  return all.filter(
    ({ text, blocks }) => JSON.stringify([text, blocks]).includes(title) || text.includes(copyText),
  );
}

/** Slack posts the card and loses its answer; without the history the bot posts it again. */
async function twoCopies(shop: Shop) {
  await shop.sandbox.control.fault({ method: 'chat.postMessage', kind: 'timeout', times: 1 });
  await shop.maya.says(`/issue new high shipping ${title}`);
  await expect.poll(async () => (await cards(shop)).length, { timeout: 30_000 }).toBe(2);
  await shop.app.idle();
  const [orphan, living] = await cards(shop);
  if (!orphan || !living) throw new Error('There are no two copies.');
  return { orphan, living };
}

/** Presses "I'm on it" on one of them. */
async function takes(shop: Shop, who: 'lena' | 'maya', ts: string) {
  const block = (await cards(shop)).find((one) => one.ts === ts)?.blocks ?? [];
  const [, actionId = ''] = /"action_id":"(issues\.take[^"]*)"/.exec(JSON.stringify(block)) ?? [];
  await shop.sandbox.control.press(shop[who].id, { channel: 'C0OPSDAILY', ts, action_id: actionId });
}

test('a press on the copy that was lost counts, takes it back to a link to the living card, and is answered', async () => {
  await using shop = await openShop();
  shop.expectComplaint(/./);
  const { orphan, living } = await twoCopies(shop);
  await takes(shop, 'lena', orphan.ts);
  // The press counts: the living card shows it.
  await shop.vic.sees('· Lena is on it until');
  const answer = await shop.lena.sees('You pressed an outdated copy.');
  expect(answer.ephemeral).toBe(true);
  expect(answer.text).toContain(title);
  await shop.app.idle();
  const [first, second] = await cards(shop);
  expect(first).toMatchObject({ ts: orphan.ts, text: expect.stringContaining(copyText) });
  expect(JSON.stringify(first?.blocks)).toContain(`/archives/C0OPSDAILY/p${living.ts.replace('.', '')}`);
  expect(JSON.stringify(first?.blocks)).not.toContain('"actions"');
  expect(second).toMatchObject({ ts: living.ts, text: expect.stringContaining('· Lena is on it until') });
  expect(await cards(shop)).toHaveLength(2);
});

test('a press on the living card of two redraws it, and nothing else is said', async () => {
  await using shop = await openShop();
  shop.expectComplaint(/./);
  const { orphan, living } = await twoCopies(shop);
  await takes(shop, 'lena', living.ts);
  await shop.vic.sees('· Lena is on it until');
  await shop.app.idle();
  expect((await shop.lena.seesAll()).join()).not.toContain('outdated copy');
  // An old state is refused as it is on any card, and the copy goes back.
  await takes(shop, 'maya', orphan.ts);
  await shop.maya.sees('Lena');
  await shop.app.idle();
  expect((await cards(shop))[0]).toMatchObject({ ts: orphan.ts, text: expect.stringContaining(copyText) });
});

test('when the living card was deleted, the copy that is pressed takes its place', async () => {
  await using shop = await openShop();
  shop.expectComplaint(/./);
  await shop.maya.says(`/issue new high shipping ${title}`);
  const card = await shop.vic.sees('· nobody is on it');
  await shop.app.idle();
  // Its row says that it stands where Slack has nothing.
  const where = { workspaceId: shop.workspace.id, kind: 'issues.card' };
  await shop.db.prisma.message.updateMany({ where, data: { ts: '1700000000.000100' } });
  await takes(shop, 'lena', card.ts);
  await shop.vic.sees('· Lena is on it until');
  await shop.app.idle();
  expect(await cards(shop)).toHaveLength(1);
  expect((await shop.db.prisma.message.findFirst({ where }))?.ts).toBe(card.ts);
});
