import { expect, test } from 'vitest';
import { openShop } from '../../harness/shop.ts';

test.each([
  ['', 'How to use /stock'],
  ['help', 'How to use /stock'],
  ['find', '/stock find <words> is incomplete'],
  ['“MUG-01”', '10 available'],
  ['mug‑01', '10 available'],
  ['\u00a0MUG-01\u00a0', '10 available'],
  ['"MUG-01', 'No SKU, barcode or title fits'],
  ['🦆', 'No SKU, barcode or title fits "🦆"'],
  ['<!channel>', 'No SKU, barcode or title fits "<!channel>"'],
  ["MUG-01'; DROP TABLE sku; --", 'No SKU, barcode or title fits'],
  ['%', 'No SKU, barcode or title fits "%"'],
  ['x'.repeat(4_000), 'That is 4,000 characters; I read up to 3,000.'],
  [
    Array.from({ length: 41 }, (_, i) => `SKU-${i}`).join(' '),
    'That is 41 words; up to 40 SKUs can be looked up at once.',
  ],
])('/stock %s gets a clear private answer', async (text, answer) => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.maya.says(`/stock ${text}`.trim());
  expect((await shop.maya.sees(answer)).ephemeral).toBe(true);
  expect(await shop.lena.seesAll()).toEqual([]);
});

test.each(['/approval', '/ops', '/issue', '/issue find', '/ops people'])(
  '%s with a very long word finds nothing, in our words',
  async (command) => {
    await using shop = await openShop({ stock: { 'MUG-01': 10 } });
    await shop.maya.says(`${command} ${'x'.repeat(400)}`);
    const said = await shop.maya.sees('xxx');
    expect(said.text).not.toMatch(/Too big|expected|could not be read/);
  },
);

test('a misspelt verb gets a private answer with the nearest one', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.lena.says('/ops helth');
  await shop.lena.sees('Did you mean /ops health?');
});

test('help shows a person the commands they may use', async () => {
  await using shop = await openShop();
  await shop.vic.says('/ops help');
  expect((await shop.vic.sees('What you can ask')).text).not.toContain('/ops grant');
  await shop.ada.says('/ops help');
  expect((await shop.ada.sees('What you can ask')).text).toContain('/ops grant <@name> <role>');
});

test('find anything: a SKU by its code, a person by name, several hits to pick from', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10, 'MUG-02': 3 } });
  await shop.maya.says('/ops MUG-01');
  await shop.maya.sees('10 available');
  await shop.maya.says('/ops lena');
  await shop.maya.sees('Roles: lead');
  await shop.maya.says('/ops MUG');
  const list = await shop.maya.sees('2 things fit "MUG"');
  await shop.maya.presses(list, 'Show');
  await shop.maya.sees('MUG-01 · Title of MUG-01');
  await shop.maya.says('/ops nothing like this');
  await shop.maya.sees('Nothing fits "nothing like this"');
});

test('find anything forgives a slip in a name, words around a number, and says what it searched', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.given.location({ code: 'ROT', name: 'Rotterdam 3PL' });
  await shop.given.order('10424');
  await shop.maya.says('/ops lnea');
  await shop.maya.sees('Roles: lead');
  await shop.maya.says('/ops rotterdam');
  await shop.maya.sees('Rotterdam 3PL (ROT)');
  await shop.maya.says('/ops order 10424 please');
  await shop.maya.sees('Order 10424');
  await shop.maya.says('/ops zzzzqqq');
  const nothing = await shop.maya.sees('Nothing fits "zzzzqqq"');
  for (const searched of [
    'SKUs by code, barcode or title',
    'order numbers',
    'locations',
    'carriers',
    'issues',
    'people',
  ])
    expect(nothing.text).toContain(searched);
});

test('a greeting before a request, and words around what a question names, cost no answer', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.given.sku('CUP-01', { title: 'Stoneware cup' });
  await shop.maya.says('hey <@U0QMBOT001> stock MUG-01 please');
  await shop.maya.sees('10 available');
  await shop.maya.says('how many cups do we have?', 'dm');
  await shop.maya.sees('CUP-01 · Stoneware cup', 'dm');
});

test('find anything never counts as all what is only the first of many', async () => {
  const codes = Array.from({ length: 7 }, (_, i) => [`MUG-0${i + 1}`, 10] as const);
  await using shop = await openShop({ stock: Object.fromEntries(codes) });
  await shop.maya.says('/ops MUG');
  const list = await shop.maya.sees('More than these 5 fit "MUG"');
  expect(list.offers.filter(Boolean)).toHaveLength(5);
  expect(list.text.indexOf('MUG-01')).toBeLessThan(list.text.indexOf('MUG-05'));
});

test('health names first what has told nothing for too long', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  const longAgo = new Date('2026-02-20T08:00:00Z');
  await shop.given.location({ code: 'ROT', name: 'Rotterdam', kind: '3pl', asOf: longAgo });
  await shop.maya.says('/ops health');
  const card = await shop.maya.sees('Feeds · Trouble');
  expect(card.text).toMatch(
    /Feeds · Trouble\nStock levels from ledger, Rotterdam: no data since .*; 1 on time/,
  );
});

test('health shows the state of each part', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.maya.says('/ops health');
  const card = await shop.maya.sees('All is well');
  expect(card.text).toMatch(/Database · OK\n.*answers in \d+ ms/);
  expect(card.text).toMatch(/Slack · OK\nSocket Mode/);
  await shop.passes(3 * 86_400_000);
  await shop.maya.says('/ops health');
  await shop.maya.sees('1 thing to look at: Feeds');
});

test('with a prefix configured, commands and texts that name them carry it', async () => {
  await using shop = await openShop({ commandPrefix: 'qm-', stock: { 'MUG-01': 10 } });
  await shop.maya.says('/qm-stock MUG-01');
  await shop.maya.sees('10 available');
  await shop.maya.says('/qm-ops help');
  await shop.maya.sees('/qm-stock find <words>');
});

test('an old button, or one of another version, is answered kindly', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.maya.says('/stock MUG-01');
  const card = await shop.maya.sees('10 available');
  const { prisma } = shop.db;
  await prisma.level.deleteMany({ where: { workspaceId: shop.workspace.id } });
  await shop.maya.presses(card, 'Refresh');
  await shop.maya.sees('No stock levels yet');
});

test.each([
  ['hi', '/ops help shows all I can do'],
  ['Hello there', 'Hello Maya.'],
  ['thanks', 'You are welcome, Maya.'],
  ['how do I look up stock?', 'This may answer it:'],
])('"%s" in the direct message gets a word, not the manual', async (text, answer) => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.maya.says(text, 'dm');
  const said = await shop.maya.sees(answer, 'dm');
  expect(said.text.length).toBeLessThan(400);
  expect((await shop.maya.seesAll('dm')).join()).not.toContain('Nothing fits');
});

test('a question learns the nearest commands, and one about a number what bears it', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10, 'MUG-02': 5 } });
  await shop.maya.says('how do I watch a product?', 'dm');
  const nearest = await shop.maya.sees('This may answer it:', 'dm');
  expect(nearest.text).toContain('/stock watch');
  expect(nearest.text.match(/\/stock|\/issue|\/approval/g)?.length).toBeLessThan(4);
  await shop.maya.says('where is MUG-01?', 'dm');
  await shop.maya.sees('10 available', 'dm');
  await shop.maya.says('sku MUG-02', 'dm');
  await shop.maya.sees('5 available', 'dm');
});

test('a verb without its command runs nothing and offers the whole line, unless a product is called so', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10, 'WATCH-1': 3 } });
  await shop.maya.says('adjust MUG-01 -1 damaged HAM', 'dm');
  await shop.maya.sees('Did you mean /stock adjust MUG-01 -1 damaged HAM? Nothing was changed.', 'dm');
  await shop.maya.says('/ops mine');
  await shop.maya.sees('Did you mean /issue mine or /approval mine? Nothing was changed.');
  await shop.maya.says('watch', 'dm');
  await shop.maya.sees('3 available', 'dm');
});
