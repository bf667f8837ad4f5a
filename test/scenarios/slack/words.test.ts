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

test('health shows the state of each part', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.maya.says('/ops health');
  const card = await shop.maya.sees('All is well');
  expect(card.text).toMatch(/Database · OK\n.*answers in \d+ ms/);
  expect(card.text).toMatch(/Slack · OK\nSocket Mode/);
  await shop.passes(3 * 86_400_000);
  await shop.maya.says('/ops health');
  await shop.maya.sees('1 thing to look at: Stock levels');
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

test.each(['hi', 'Hello there', 'how do I look up stock?', 'thanks'])(
  '"%s" in the direct message is answered with help',
  async (text) => {
    await using shop = await openShop({ stock: { 'MUG-01': 10 } });
    await shop.maya.says(text, 'dm');
    await shop.maya.sees('/stock', 'dm');
    expect((await shop.maya.seesAll('dm')).join()).not.toContain('Nothing fits');
  },
);
