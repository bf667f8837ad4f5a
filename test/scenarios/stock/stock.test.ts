import { expect, test } from 'vitest';
import { openShop } from '../../harness/shop.ts';

test.each(['socket', 'http'] as const)(
  'over %s: a look-up is answered privately in the acknowledgement',
  async (mode) => {
    await using shop = await openShop({ mode, stock: { 'MUG-01': 10 } });
    const { ack } = await shop.maya.says('/stock MUG-01');
    expect(JSON.stringify(ack)).toContain('10 available');

    const card = await shop.maya.sees('MUG-01 · Title of MUG-01');
    expect(card.ephemeral).toBe(true);
    expect(card.text).toMatch(/Hamburg +10 +0 +0 +0/);
    expect(card.text).toContain('Source: Hamburg: ledger as of 09:00 CET');
    expect(await shop.lena.seesAll()).toEqual([]);
  },
);

test('Share posts a snapshot for everybody, with the time it was true; Refresh updates it for all', async () => {
  await using shop = await openShop({ at: '2026-03-02T13:05:00Z', stock: { 'MUG-01': 10 } });
  await shop.maya.says('/stock MUG-01');
  await shop.maya.presses(await shop.maya.sees('MUG-01'), 'Share in channel');

  const shared = await shop.lena.sees('As of 14:05 CET, shared by <@U0MAYA0001>');
  expect(shared.ephemeral).toBe(false);
  expect(shared.text).toContain('10 available');

  const { prisma } = shop.db;
  await prisma.level.updateMany({ where: { workspaceId: shop.workspace.id }, data: { quantity: 7 } });
  await shop.passes(3_600_000);
  await shop.lena.presses(shared, 'Refresh');
  const fresh = await shop.maya.sees('As of 15:05 CET, shared by <@U0MAYA0001>');
  expect(fresh.ts).toBe(shared.ts);
  expect(fresh.text).toContain('7 available');
});

test('Share pressed twice within a second is one post', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.maya.says('/stock MUG-01');
  const card = await shop.maya.sees('MUG-01');
  await Promise.all([
    shop.maya.presses(card, 'Share in channel'),
    shop.maya.presses(card, 'Share in channel'),
  ]);
  await shop.maya.sees('You shared it a moment ago: it is posted once.');
  await shop.app.idle();
  const shared = async () => (await shop.lena.seesAll()).filter((text) => text.includes('shared by'));
  expect(await shared()).toHaveLength(1);
  await shop.passes(3_000);
  await shop.maya.presses(card, 'Share in channel');
  await shop.app.idle();
  expect(await shared()).toHaveLength(2);
});

test('Share in a direct message asks for the channel, and posts there', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.maya.says('/stock MUG-01', 'dm');
  const card = await shop.maya.sees('MUG-01', 'dm');
  await shop.maya.presses(card, 'Share in channel');
  await shop.maya.sends('Share in a channel', { channel: 'C0PARTNER1' } as never);
  expect(await shop.maya.seesForm('Share in a channel')).toContain('shared with another workspace');
  await shop.maya.sends('Share in a channel', { channel: 'C0OPSALERT' } as never);
  await shop.lena.sees('shared by <@U0MAYA0001>', 'C0OPSALERT');
});

test('Share works where the bot is not a member, and so does its card', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.sandbox.control.changeChannel('C0GENERAL1', { leave: ['U0GUEST001'] });
  await shop.maya.says('/stock MUG-01', 'general');
  await shop.maya.presses(await shop.maya.sees('MUG-01', 'general'), 'Share in channel');
  expect((await shop.vic.sees('shared by', 'general')).ephemeral).toBe(false);
});

test.each([
  ['general', 'There are guests in this channel'],
  ['partner-3pl', 'This channel is shared with another workspace'],
])('in #%s, with outsiders, Share is refused and nothing is posted', async (channel, why) => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.maya.says('/stock MUG-01', channel);
  await shop.maya.presses(await shop.maya.sees('MUG-01', channel), 'Share in channel');
  expect((await shop.maya.sees(why, channel)).ephemeral).toBe(true);
  expect(await shop.vic.seesAll(channel)).toEqual([]);
});

test('a shared card is not refreshed in front of a guest who joined later', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.maya.says('/stock MUG-01');
  await shop.maya.presses(await shop.maya.sees('MUG-01'), 'Share in channel');
  const shared = await shop.lena.sees('10 available');
  await shop.sandbox.control.changeChannel('C0OPSDAILY', { join: ['U0GUEST001'] });
  await shop.db.prisma.level.updateMany({
    where: { workspaceId: shop.workspace.id },
    data: { quantity: 7 },
  });
  await shop.passes(3_600_000);
  await shop.lena.presses(shared, 'Refresh');
  expect((await shop.lena.sees('There are guests in this channel')).ephemeral).toBe(true);
  expect((await shop.gina.seesAll()).join()).not.toContain('7 available');
});

test('nothing is shared in a direct message: it may belong to two other people', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.maya.says('/stock MUG-01', 'dm');
  await shop.maya.presses(await shop.maya.sees('MUG-01', 'dm'), 'Share in channel');
  expect(await shop.maya.seesForm('Share in a channel')).toContain('Channel');
});

test('several SKUs make a table, and missing ones are named', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10, 'LAMP-03': 0 } });
  await shop.maya.says('/stock MUG-01 LAMP-03 BOX-99');
  const list = await shop.maya.sees('2 SKUs, 1 out, low or to reorder');
  expect(list.text).toMatch(/LAMP-03 .* Out of stock/);
  expect(list.text).toContain('Not found: BOX-99');
  await shop.maya.presses(list, 'LAMP-03');
  expect((await shop.maya.sees('LAMP-03 · Title of LAMP-03')).ts).toBe(list.ts);
});

test('barcodes and aliases find the SKU; so do words of the title, even misspelt', async () => {
  await using shop = await openShop();
  const hamburg = await shop.given.location({ code: 'HAM', name: 'Hamburg' });
  const cakestand = await shop.given.sku('22423', {
    title: 'REGENCY CAKESTAND 3 TIER',
    barcode: '4006381333931',
    aliases: ['B00CAKE'],
  });
  await shop.given.stock(cakestand, hamburg, 3);
  await shop.given.sku('22699', { title: 'ROSES REGENCY TEACUP AND SAUCER' });
  for (const asked of ['22423', '4006381333931', 'b00cake', 'regensy cakestnd', 'find cakestnd']) {
    await shop.maya.says(`/stock ${asked}`);
    expect((await shop.maya.sees('22423 · REGENCY')).text, asked).toContain('3 available');
  }
});

test('a code is found however it is written; without its hyphens when nothing else fits', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.given.sku('CAF\u00C9 7', { barcode: 'abc-9', aliases: ['B0\u201177'] });
  for (const asked of [
    'mug\u201101',
    'MUG\u200B-01',
    '\u2019MUG-01',
    '="MUG-01"',
    'mug01',
    'MUG 01',
    'Mug.01',
  ]) {
    await shop.maya.says(`/stock ${asked}`);
    await shop.maya.sees('MUG-01 · Title of MUG-01');
    await shop.maya.says('/stock zzzzqqq');
  }
  for (const asked of ['cafe\u0301\u00A07', 'ABC\u20139', 'b0-77']) {
    await shop.maya.says(`/stock ${asked}`);
    await shop.maya.sees('CAFÉ 7 · Title');
    await shop.maya.says('/stock zzzzqqq');
  }
  await shop.given.sku('MUG-0-1');
  await shop.maya.says('/stock mug01');
  await shop.maya.sees('2 SKUs fit "mug01". Which one?');
});

test('words that match several SKUs make a list to pick from, best first', async () => {
  await using shop = await openShop();
  await shop.given.sku('MUG-01', { title: 'Stoneware mug, sand' });
  await shop.given.sku('MUG-02', { title: 'Stoneware mug, blue' });
  await shop.maya.says('/stock stonware mug');
  const list = await shop.maya.sees('2 SKUs fit "stonware mug". Which one?');
  await shop.maya.presses(list, 'Show MUG-02');
  expect((await shop.maya.sees('MUG-02 · Stoneware mug, blue')).text).toContain('No stock levels yet');
});

test('titles that contain the exact words hide titles that are only similar', async () => {
  await using shop = await openShop();
  await shop.given.sku('MUG-01', { title: 'Stoneware mug, sea blue' });
  await shop.given.sku('MUG-09', { title: 'Stoneware mug, blush' });
  await shop.maya.says('/stock blue mug');
  await shop.maya.sees('MUG-01 · Stoneware mug, sea blue');
});

test('a search without hits names the nearest SKUs', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.maya.says('/stock MUG-O1');
  const answer = await shop.maya.sees('No SKU, barcode or title fits "MUG-O1"');
  expect(answer.button('Show MUG-01').action_id).toBe('stock.show');
  await shop.maya.says('/stock zzzzqqq');
  await shop.maya.sees('Try the beginning of its code');
});

test('a silent source is named', async () => {
  await using shop = await openShop({ at: '2026-03-02T08:00:00Z' });
  const rotterdam = await shop.given.location({
    code: 'ROT',
    name: 'Rotterdam',
    kind: '3pl',
    source: '3PL feed',
    asOf: new Date('2026-02-28T01:10:00Z'),
  });
  await shop.given.stock(await shop.given.sku('MUG-01'), rotterdam, 5);
  await shop.maya.says('/stock MUG-01');
  await shop.maya.sees('Rotterdam: no data since 28 Feb 02:10 CET (3PL feed, bookings since included)');
});

test('a mention is answered in its thread for everybody, plain words in a direct message', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  const { ts } = await shop.maya.says('<@U0QMBOT001> stock MUG-01');
  const answer = await shop.lena.sees('10 available');
  expect(answer.message.thread_ts).toBe(ts);

  await shop.maya.says('stock “MUG-01”', 'dm');
  expect((await shop.maya.sees('MUG-01 · Title', 'dm')).ephemeral).toBe(false);
  await shop.maya.says('MUG-01', 'dm');
  await shop.maya.says('help', 'dm');
  await shop.maya.sees('What you can ask', 'dm');
});

test('a refused mention, or one in a channel with outsiders, is answered privately', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.maya.says('<@U0QMBOT001> stok MUG-01');
  await shop.maya.says('<@U0QMBOT001> ops grant <@U0VIC00001> lead');
  expect((await shop.maya.sees('You may not grant roles')).ephemeral).toBe(true);
  await shop.sandbox.control.changeChannel('C0GENERAL1', { join: ['U0QMBOT001'] });
  await shop.maya.says('<@U0QMBOT001> stock MUG-01', 'general');
  expect((await shop.maya.sees('Only you see this', 'general')).ephemeral).toBe(true);
});

test('an "&" in a title may be left out; a word without a match does not hide the code beside it', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.given.sku('22423', { title: 'SALT & PEPPER MILLS' });
  for (const asked of ['salt & pepper', 'salt pepper', 'find "salt" - mills']) {
    await shop.maya.says(`/stock ${asked}`);
    await shop.maya.sees('22423 · SALT & PEPPER');
    await shop.maya.says('/stock MUG-01');
  }
  await shop.maya.says('/stock MUG-01 zebra');
  expect((await shop.maya.sees('Not found: zebra')).text).toMatch(/MUG-01 .* 10 /);
  await shop.maya.says('/stock &');
  await shop.maya.sees('No SKU, barcode or title fits "&"');
  await shop.maya.says('/stock find ""');
  await shop.maya.sees('/stock find <words> is incomplete.');
});

test('commas part SKUs, and a word of a command to come is no product', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10, 'LAMP-03': 5, 'LOW-01': 1 } });
  await shop.maya.says('/stock MUG-01, LAMP-03,LOW-01');
  await shop.maya.sees('3 SKUs, none out, low or to reorder');
  await shop.maya.says('/stock low');
  await shop.maya.sees('There is no /stock low yet.');
  await shop.maya.says('/stock MUG-01 NONE-99');
  await shop.maya.sees('1 SKU, neither out, low nor to reorder');
});
