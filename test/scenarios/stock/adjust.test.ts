import { expect, test } from 'vitest';
import { openShop, type Shop } from '../../harness/shop.ts';

async function availableOf(shop: Shop, code: string, bucket = 'available'): Promise<number> {
  const rows = await shop.db.prisma.level.findMany({
    where: { workspaceId: shop.workspace.id, bucket, sku: { code } },
  });
  return rows.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** The legs of a bucket always add up to its level. */
async function legsOf(shop: Shop, code: string, bucket = 'available'): Promise<number> {
  const legs = await shop.db.prisma.ledgerLeg.findMany({
    where: { workspaceId: shop.workspace.id, bucket, sku: { code } },
  });
  return legs.reduce((sum, { quantity }) => sum + quantity, 0);
}

test('a small correction typed in one line is done at once, and the ledger names author, cause and approval', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 }, unitCost: 500n });
  await shop.maya.says('/stock adjust MUG-01 -3 damaged fell off the shelf');
  const done = await shop.maya.sees('MUG-01 in Hamburg: 7 available, was 10');
  expect(done.ephemeral).toBe(true);
  expect(await availableOf(shop, 'MUG-01')).toBe(7);
  expect(await availableOf(shop, 'MUG-01', 'damaged')).toBe(3);
  expect(await legsOf(shop, 'MUG-01')).toBe(7);
  expect(await legsOf(shop, 'MUG-01', 'damaged')).toBe(3);
  const entry = await shop.db.prisma.ledgerEntry.findFirst({
    where: { workspaceId: shop.workspace.id, cause: 'adjustment' },
  });
  expect(entry).toMatchObject({
    reference: 'approval 1: damaged',
    note: 'fell off the shelf',
    actorKind: 'person',
  });
});

test("a correction above the limit needs a lead's approval first", async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 40 }, unitCost: 500n });
  await shop.maya.says('/stock adjust MUG-01 -30 lost');
  await shop.app.idle();
  expect(await availableOf(shop, 'MUG-01')).toBe(40);
  const card = await shop.lena.sees('Maya asks to write off 30 × MUG-01 in Hamburg');
  expect(card.text).toContain('40 → 10');
  expect(card.text).toContain('€150.00');
  await shop.lena.presses(card, 'Approve');
  await shop.app.idle();
  await shop.app.catchUp();
  await shop.app.idle();
  expect(await availableOf(shop, 'MUG-01')).toBe(10);
  expect(await legsOf(shop, 'MUG-01')).toBe(10);
});

test('three small corrections in a day add up: the fourth unit over the limit needs approval', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 40 }, unitCost: 500n });
  for (const left of [38, 36]) {
    await shop.maya.says('/stock adjust MUG-01 -2 lost');
    await shop.maya.sees(`${left} available, was`);
  }
  await shop.maya.says('/stock adjust MUG-01 -2 lost');
  await shop.lena.sees('Maya asks to write off 2 × MUG-01');
  expect(await availableOf(shop, 'MUG-01')).toBe(36);
  // Another person and another day start from zero.
  await shop.passes(24 * 3_600_000 + 1);
  await shop.maya.says('/stock adjust MUG-01 -1 lost');
  await shop.maya.sees('35 available, was');
});

test('the button and an incomplete line open a form; mistakes appear at their field', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 }, unitCost: 500n });
  await shop.maya.says('/stock adjust MUG-01 damaged');
  expect(await shop.maya.sends('Adjust', { change: '3' })).toEqual({
    change: 'Whole units with a sign: -3 or +3.',
  });
  expect(await shop.maya.sends('Adjust', { change: '-11' })).toEqual({
    change: 'Only 10 available in Hamburg: you cannot take away 11.',
  });
  expect(await shop.maya.sends('Adjust', { change: '0' })).toEqual({
    change: 'Whole units with a sign: -3 or +3.',
  });
  expect(await shop.maya.sends('Adjust', { change: '-999999999999' })).toEqual({
    change: 'At most 1,000,000 units at once.',
  });
  expect(await shop.maya.sends('Adjust', { change: '−2', note: '<!channel> wet' })).toEqual({});
  await shop.maya.sees('8 available, was 10');
  await shop.maya.says('/stock MUG-01');
  await shop.maya.presses(await shop.maya.sees('8 available'), 'Adjust');
  expect(await shop.maya.sends('Adjust', { change: '+1', cause: 'lost' })).toEqual({
    change: 'The cause lost takes units away: write -1.',
  });
});

test.each([
  ['MUG-01 3 found', 'Add a sign: +3 adds, -3 takes away.'],
  ['NOPE-1 -3 lost', 'No SKU, barcode or alias is exactly "NOPE-1".'],
  ['MUG-01 -11 lost', 'Only 10 available in Hamburg: you cannot take away 11.'],
  ['MUG-01 +2000000 found', 'At most 1,000,000 units at once.'],
])('/stock adjust %s is answered with the mistake', async (line, sentence) => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 }, unitCost: 500n });
  await shop.maya.says(`/stock adjust ${line}`);
  expect((await shop.maya.sees(sentence)).ephemeral).toBe(true);
  expect(await availableOf(shop, 'MUG-01')).toBe(10);
});

test('a code corrects the SKU that has it, though another SKU is called so too; a look-up offers both', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 }, unitCost: 500n });
  await shop.given.sku('OLD-MUG', { aliases: ['MUG-01'] });
  await shop.maya.says('/stock adjust mug\u201101 -1 damaged');
  await shop.maya.sees('MUG-01 in Hamburg: 9 available, was 10');
  await shop.maya.says('/stock MUG-01');
  await shop.maya.sees('2 SKUs fit "MUG-01". Which one?');
});

test('a viewer cannot correct stock, and learns who may', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.vic.says('/stock adjust MUG-01 -1 lost');
  await shop.vic.sees('You may not adjust stock: that is for an operator.');
});

test("a pending correction appears on the SKU's card, and at Home of the people who can approve it", async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 40 }, unitCost: 500n });
  await shop.maya.says('/stock adjust MUG-01 -30 lost <!channel> in the flood');
  await shop.maya.presses(await shop.maya.sees('waits for a yes'), 'Show approval 1');
  await shop.maya.sees('Maya asks to write off 30 × MUG-01');
  await shop.vic.says('/stock MUG-01');
  const card = await shop.vic.sees('Pending: Maya asks to write off 30 × MUG-01 in Hamburg');
  await shop.vic.presses(card, 'Show approval');
  await shop.vic.sees('rule “adjustment”');

  await shop.maya.opensHome();
  expect((await shop.maya.seesHome('You asked for')).text).not.toContain('Waiting for your yes');
  await shop.lena.opensHome();
  const home = await shop.lena.seesHome('Waiting for your yes');
  expect(home.text).toContain('Available in Hamburg: 40 → 10');
  expect(home.text).toContain('<!channel> in the flood');
  await shop.lena.pressesAtHome(home, 'Approve');
  await shop.app.idle();
  expect((await shop.lena.seesHome('How fresh')).text).not.toContain('Waiting for your yes');
  await shop.app.catchUp();
  await shop.app.idle();
  expect(await availableOf(shop, 'MUG-01')).toBe(10);
  await shop.vic.says('/stock MUG-01');
  expect((await shop.vic.sees('10 available')).text).not.toContain('Pending');
});

test('a recent correction is undone with one press', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 }, unitCost: 500n });
  await shop.maya.says('/stock adjust MUG-01 -2 damaged');
  const done = await shop.maya.sees('8 available, was 10');
  await shop.maya.presses(done, 'Undo');
  await shop.maya.sees('10 available, was 8');
  expect(await availableOf(shop, 'MUG-01')).toBe(10);
  expect(await availableOf(shop, 'MUG-01', 'damaged')).toBe(0);
  await shop.maya.presses(done, 'Undo');
  await shop.app.idle();
  expect(await availableOf(shop, 'MUG-01')).toBe(10);
});

test('a request alone changes nothing: the SKU does not appear at a location that never had it', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.given.location({ code: 'ROT', name: 'Rotterdam' });
  await shop.maya.says('/stock adjust MUG-01 +50 found ROT');
  await shop.app.idle();
  await shop.maya.says('/stock MUG-01');
  expect((await shop.maya.sees('10 available')).text).not.toContain('Rotterdam · 0');
  expect(await shop.db.prisma.level.count({ where: { workspaceId: shop.workspace.id } })).toBe(1);
});

test('the first click after a restart works: on a waiting card, and for a request approved just before', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 100 }, unitCost: 500n });
  await shop.maya.says('/stock adjust MUG-01 -30 lost');
  await shop.app.idle();
  const card = await shop.lena.sees('Maya asks to write off 30 × MUG-01');
  await shop.restarts();
  await shop.lena.presses(card, 'Approve');
  await shop.app.idle();
  // The bot stops between the approval and the effect.
  await shop.restarts();
  await shop.app.catchUp();
  await shop.app.idle();
  expect(await availableOf(shop, 'MUG-01')).toBe(70);
  const done = await shop.lena.sees('Undo until');
  await shop.restarts();
  await shop.maya.presses(done, 'Undo');
  await shop.maya.sees('waits for a yes');
});

test('with more locations than a menu shows, the form searches for the typed one', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 }, unitCost: 100n });
  for (let i = 1; i <= 100; i += 1) await shop.given.location({ code: `S${i}`, name: `Shop ${i}` });
  await shop.lena.says('/stock adjust MUG-01');
  await shop.lena.seesForm('Adjust stock');
  expect(await shop.lena.searches('Adjust stock', 'location', 'shop 77')).toEqual(['Shop 77: 0 available']);
  expect(await shop.lena.searches('Adjust stock', 'location', 'ham')).toEqual(['Hamburg: 10 available']);
  expect(await shop.lena.sends('Adjust stock', { change: '-1', cause: 'damaged' })).toEqual({});
  await shop.lena.sees('MUG-01 in Hamburg');
});

test('the reply and the card say why a yes is needed, with what counts already', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 40 }, unitCost: 100n });
  await shop.maya.says('/stock adjust MUG-01 -4 lost');
  await shop.maya.sees('36 available, was 40');
  await shop.maya.says('/stock adjust MUG-01 -3 lost');
  await shop.maya.sees('Approval 2 waits for a yes from a lead');
  await shop.maya.sees('Needs a yes: over 5 units in 24 hours (4 before this).');
  await shop.vic.sees('Needs a yes: over 5 units in 24 hours (4 before this).');
});

test('what was undone counts in no total, and undoing it needs no yes while nothing else has happened', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 40 }, unitCost: 100n });
  for (let n = 0; n < 3; n += 1) {
    await shop.maya.says('/stock adjust MUG-01 -4 lost');
    await shop.maya.presses(await shop.maya.sees('36 available, was 40'), 'Undo');
    await shop.maya.sees('Undone: MUG-01 in Hamburg: 40 available, was 36.');
    await shop.passes(60_000);
  }
  expect(await availableOf(shop, 'MUG-01')).toBe(40);
  expect(await legsOf(shop, 'MUG-01')).toBe(40);
});

test('a waiting card follows the stock, and a yes to an older number does not count', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 40 }, unitCost: 500n });
  await shop.maya.says('/stock adjust MUG-01 -30 lost');
  await shop.app.idle();
  const card = await shop.lena.sees('Maya asks to write off 30 × MUG-01');
  expect(card.text).toContain('40 → 10');
  await shop.lena.says('/approval 1');
  const kept = await shop.lena.sees('Maya asked for it');
  for (const [who, line] of [
    [shop.omar, '-2 lost'],
    [shop.ada, '-5 lost'],
  ] as const) {
    await who.says(`/stock adjust MUG-01 ${line}`);
    await shop.passes(60_000);
    await shop.app.catchUp();
    await shop.app.idle();
  }
  const now = await shop.lena.sees('33 → 3');
  expect(now.ts).toBe(card.ts);
  await shop.lena.presses(kept, 'Approve');
  await shop.lena.sees('It was asked again since: look at it now.');
  await shop.lena.presses(now, 'Reject');
  await shop.app.idle();
  await shop.lena.sends('Why not?', { reason: 'Count it first.' });
  await shop.app.idle();
  const after = await shop.vic.sees('Rejected by Lena');
  expect(after.text).toContain('Available in Hamburg 33');
  expect(after.text).not.toContain('→');
});

test('only the word after the cause is a place; a near miss opens the form with what was understood', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 40 }, unitCost: 100n });
  await shop.given.location({ code: 'ROT', name: 'Rotterdam' });
  await shop.maya.says('/stock adjust MUG-01 -1 lost ham fell off the rot pallet');
  await shop.maya.sees('MUG-01 in Hamburg: 39 available, was 40');
  const { note } = await shop.db.prisma.ledgerEntry.findFirstOrThrow({
    where: { workspaceId: shop.workspace.id, cause: 'adjustment' },
  });
  expect(note).toBe('fell off the rot pallet');
  await shop.maya.says('/stock adjust MUG-01 -1 lost RTO fell off');
  const form = await shop.maya.seesForm('Adjust stock');
  expect(form).toContain('RTO fell off');
  await shop.maya.says('/stock adjust MUG-01 -7 lost HAM');
  await shop.maya.sees('You asked to write off 7 × MUG-01 in Hamburg (lost).');
});

test('a card offers Adjust only to those who may adjust, however they came to it', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.vic.says('/stock MUG-01');
  expect((await shop.vic.sees('10 available')).offers).not.toContain('Adjust');
  await shop.vic.says('/ops MUG-01', 'dm');
  expect((await shop.vic.sees('10 available', 'dm')).offers).not.toContain('Adjust');
  await shop.maya.says('/stock MUG-01');
  expect((await shop.maya.sees('10 available')).offers).toContain('Adjust');
});
