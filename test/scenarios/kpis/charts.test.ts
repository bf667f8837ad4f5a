import { expect, test } from 'vitest';
import { randomIds } from '../../../src/core/runtime/ids.ts';
import type { Seen } from '../../harness/seen.ts';
import type { Shop } from '../../harness/shop.ts';
import { withOrders } from './given.ts';

interface Block {
  readonly type: string;
  readonly alt_text?: string;
  readonly slack_file?: { readonly id: string };
}

const blocksOf = ({ message }: Seen) => (message.blocks ?? []) as unknown as readonly Block[];
const pictureIn = (seen: Seen) => blocksOf(seen).find(({ type }) => type === 'image');
const kindsIn = (seen: Seen) => blocksOf(seen).map(({ type }) => type);

/** The charts among Vic's direct messages, the oldest first. */
async function charts(shop: Shop) {
  const dm = await shop.sandbox.control.openDm(shop.vic.id);
  const messages = await shop.sandbox.control.messages(shop.vic.id, dm);
  return messages.filter(({ is_bot, blocks = [] }) => is_bot && blocks.some(({ type }) => type === 'table'));
}

/** How many files Slack took. */
const uploads = async (shop: Shop) =>
  (await shop.sandbox.control.traffic()).filter(
    ({ name, outcome }) => name === 'files.completeUploadExternal' && outcome === 'ok',
  ).length;

/** A busy machine is no failure. */
const patience = { timeout: 15_000 };

async function figure(shop: Shop, words = '/kpi on time 30d') {
  await shop.vic.says(words);
  return await shop.vic.sees('On-time delivery: 86.0 %');
}

test('a figure is drawn, by day and by a split: the picture comes once, with its finding and its values in words', async () => {
  await using shop = await withOrders();
  await shop.vic.presses(await figure(shop), 'Chart');
  await shop.vic.sees('The chart comes to your direct messages with me');
  await shop.app.catchUp();
  const trend = await shop.vic.sees(
    'On-time delivery: 86.0 %, 9.0 points below the target of 95.0 %; 50.0 % on 12 Feb',
    'dm',
  );
  expect(pictureIn(trend)?.alt_text).toContain(
    'On-time delivery: 86.0 %, 9.0 points below the target of 95.0 %; 50.0 % on 12 Feb',
  );
  for (const words of [
    'By day, 3 Feb to 4 Mar',
    'Lowest 50.0 % on 12 Feb, highest 95.0 % on 10 Feb',
    'no data',
  ])
    expect(trend.text).toContain(words);
  await shop.vic.says('/kpi on time 30d by country');
  await shop.vic.presses(await shop.vic.sees('38 of 40'), 'Chart');
  await shop.app.catchUp();
  const split = await shop.vic.sees('DE is worst with 95.0 % of 40 orders', 'dm');
  expect(pictureIn(split)?.alt_text).toContain('Too few to rank: FR 50.0 % (10)');
  for (const words of ['FR', '50.0 %, too few to rank']) expect(split.text).toContain(words);
  expect(await charts(shop)).toHaveLength(2);
});

test('what moved a figure is drawn with the tenths that are printed', async () => {
  await using shop = await withOrders();
  await shop.vic.presses(await figure(shop), 'Compare');
  await shop.vic.presses(await shop.vic.sees('down 8.0 points'), 'What moved it');
  await shop.vic.presses(await shop.vic.sees('On-time delivery fell by 8.0 points'), 'Chart');
  await shop.app.catchUp();
  const moved = await shop.vic.sees('On-time delivery fell by 8.0 points to 86.0 %: −8.0 by FR', 'dm');
  expect(pictureIn(moved)?.alt_text).toContain('4 Jan to 2 Feb: 94.0 %; 3 Feb to 4 Mar: 86.0 %');
  for (const words of ['FR', '−8.0', 'All together']) expect(moved.text).toContain(words);
  // And back, with the days and the comparison that it was asked for.
  await shop.vic.presses(await shop.vic.sees('95.0 % of 40, was 95.0 % of 40'), 'Back to the figure');
  await shop.vic.sees(
    '86.0 %, 84.3 % at worst (1 not delivered yet), down 8.0 points on the 30 days before, worse',
  );
});

test('the same chart is uploaded once, whoever asks; a file deleted in Slack is uploaded anew, and nobody reads two answers', async () => {
  await using shop = await withOrders();
  shop.expectComplaint(/invalid_blocks|invalid slack file/);
  for (const person of [shop.vic, shop.lena]) {
    await person.says('/kpi on time 30d');
    await person.presses(await person.sees('On-time delivery: 86.0 %'), 'Chart');
    await shop.app.catchUp();
    await person.sees(
      'On-time delivery: 86.0 %, 9.0 points below the target of 95.0 %; 50.0 % on 12 Feb',
      'dm',
    );
  }
  expect(await uploads(shop)).toBe(1);
  const first = pictureIn(
    await shop.vic.sees(
      'On-time delivery: 86.0 %, 9.0 points below the target of 95.0 %; 50.0 % on 12 Feb',
      'dm',
    ),
  )?.slack_file?.id;
  await fetch(`${shop.sandbox.apiUrl}files.delete`, {
    method: 'POST',
    headers: { authorization: `Bearer ${shop.sandbox.botToken}` },
    body: new URLSearchParams({ file: first ?? '' }),
  });
  // A press too many: it comes once.
  await shop.vic.presses(await figure(shop), 'Chart');
  await shop.vic.sees('You have asked for it already');
  await shop.passes(60_000);
  await shop.vic.presses(await figure(shop), 'Chart');
  await expect
    .poll(async () => {
      await shop.app.catchUp();
      return (await charts(shop)).length;
    }, patience)
    .toBe(2);
  const again = await shop.vic.sees(
    'On-time delivery: 86.0 %, 9.0 points below the target of 95.0 %; 50.0 % on 12 Feb',
    'dm',
  );
  expect(pictureIn(again)?.slack_file?.id).not.toBe(first);
  expect(await uploads(shop)).toBe(2);
});

test('a picture that Slack does not take is replaced by the words and the figures', async () => {
  await using shop = await withOrders();
  await shop.sandbox.control.fault({
    method: 'files.getUploadURLExternal',
    kind: 'error',
    error: 'storage_limit_reached',
  });
  await shop.vic.presses(await figure(shop), 'Chart');
  await shop.app.catchUp();
  const told = await shop.vic.sees(
    'There is no picture of it: Slack did not take it (storage_limit_reached).',
    'dm',
  );
  expect(kindsIn(told)).not.toContain('image');
  for (const words of [
    'On-time delivery: 86.0 %, 9.0 points below the target of 95.0 %; 50.0 % on 12 Feb',
    'no data',
  ])
    expect(told.text).toContain(words);
});

/** Orders by country: counts without a target, which Slack can draw itself. */
async function ordersDrawn(shop: Shop) {
  await shop.vic.says('/kpi orders 90d by country');
  await shop.vic.presses(await shop.vic.sees('Orders placed:'), 'Chart');
  await shop.vic.sees('The chart comes to your direct messages with me');
}

test('what Slack can draw itself is drawn by Slack, with its values in words', async () => {
  await using shop = await withOrders();
  await ordersDrawn(shop);
  const drawn = await shop.vic.sees('Orders placed: DE is highest with 80 orders', 'dm');
  expect(kindsIn(drawn)).toContain('data_visualization');
  for (const words of ['DE', '80', 'FR', '20']) expect(drawn.text).toContain(words);
  expect(await uploads(shop)).toBe(0);
});

test('a workspace that refuses charts of Slack gets a picture, at once the next time, and is asked again after a week', async () => {
  await using shop = await withOrders();
  await shop.sandbox.control.fault({ method: 'chat.postMessage', kind: 'error', error: 'invalid_blocks' });
  await ordersDrawn(shop);
  await expect
    .poll(async () => {
      await shop.app.catchUp();
      return (await charts(shop)).length;
    }, patience)
    .toBe(1);
  await shop.passes(60_000);
  await ordersDrawn(shop);
  await expect.poll(async () => (await charts(shop)).length, patience).toBe(2);
  for (const { blocks = [] } of await charts(shop)) {
    const kinds = blocks.map(({ type }) => type);
    expect(kinds).toContain('image');
    expect(kinds).not.toContain('data_visualization');
  }
  expect(await uploads(shop)).toBe(1);
  await shop.passes(7 * 86_400_000 + 60_000);
  await ordersDrawn(shop);
  await expect.poll(async () => (await charts(shop)).length, patience).toBe(3);
  expect((await charts(shop)).at(-1)?.blocks?.map(({ type }) => type)).toContain('data_visualization');
});

test('a person who asks for many charts at once reads that some are still being drawn, and gets those that are', async () => {
  await using shop = await withOrders();
  for (const days of ['30d', '29d', '28d', '27d']) {
    await shop.vic.says(`/kpi on time ${days}`);
    await shop.vic.presses(await shop.vic.sees('On-time delivery: 86.0 %'), 'Chart');
    await shop.app.idle();
  }
  await shop.vic.sees('3 charts of yours are still being drawn. Ask again when one of them has come.');
  // The same one is not drawn twice.
  await shop.vic.says('/kpi on time 30d');
  await shop.vic.presses(await shop.vic.sees('On-time delivery: 86.0 %'), 'Chart');
  await shop.vic.sees('You have asked for it already');
  await shop.app.catchUp();
  await expect.poll(async () => (await charts(shop)).length, patience).toBe(3);
});

test('when charts of all are being drawn, one more is refused politely', async () => {
  await using shop = await withOrders();
  const { workspace, db } = shop;
  await db.prisma.chartRequest.createMany({
    data: Array.from({ length: 20 }, (_, n) => ({
      workspaceId: workspace.id,
      id: randomIds.uuid(shop.clock.now()),
      contentHash: String(n),
      chart: {},
      slackUserId: `U0OTHER${n}`,
      askedAt: shop.clock.now(),
      state: 'waiting',
      attempts: 0,
      posts: 1,
    })),
  });
  await shop.vic.presses(await figure(shop), 'Chart');
  await shop.vic.sees(
    '20 charts are being drawn already, so I take no more just now. Ask again in a minute.',
  );
});

test('a trend of what waits begins where anything was told, and not with none before that', async () => {
  await using shop = await withOrders();
  await shop.vic.says('/kpi backlog 1 Nov to 17 Nov');
  await shop.vic.presses(await shop.vic.sees('Backlog: '), 'Chart');
  await shop.app.catchUp();
  const trend = await shop.vic.sees('By day, 1 Nov to 17 Nov 2025, data since', 'dm');
  expect(pictureIn(trend)?.alt_text).toContain('data since 16 Nov 2025. Lowest 1 on 16 Nov');
  expect(trend.text).toMatch(/Sat 15 Nov\s+no data/);
});
