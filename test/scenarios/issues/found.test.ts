import { expect, test } from 'vitest';
import { openShop, type Shop } from '../../harness/shop.ts';

/** Raises these, in the order given, and waits for their cards. */
async function raised(shop: Shop, ...lines: readonly string[]): Promise<void> {
  for (const line of lines) await shop.vic.says(`/issue new ${line}`);
  await shop.app.idle();
}

test('/issue lists what is open in my department, worst first; menus narrow it down and Next goes on', async () => {
  await using shop = await openShop();
  await shop.db.prisma.person.updateMany({
    where: { workspaceId: shop.workspace.id, name: 'Maya' },
    data: { departments: ['shipping'] },
  });
  const many = Array.from({ length: 9 }, (_, i) => `normal shipping Parcel ${i + 1} lost`);
  await raised(shop, ...many, 'critical shipping Label printer dead', 'low warehouse Lamp broken');

  await shop.maya.says('/issue');
  const list = await shop.maya.sees('10 open issues for shipping');
  expect(list.ephemeral).toBe(true);
  expect(list.offers.slice(0, 3)).toEqual(['Show issue 10', 'Show issue 9', 'Show issue 8']);
  expect(list.text).not.toContain('Lamp broken');
  await shop.maya.presses(list, 'Next');
  const rest = await shop.maya.sees('Parcel 1 lost\nNew · Shipping');
  expect(rest.offers.slice(0, 2)).toEqual(['Show issue 2', 'Show issue 1']);
  expect(rest.offers).not.toContain('Next');

  await shop.maya.chooses(rest, 'Department', 'All departments');
  const all = await shop.maya.sees('11 open issues');
  await shop.maya.chooses(all, 'Severity', 'Low');
  const low = await shop.maya.sees('1 open low issue');
  expect(low.text).toContain('Lamp broken');
  await shop.maya.chooses(low, 'State', 'Done');
  const none = await shop.maya.sees('No done low issues');
  await shop.maya.chooses(none, 'State', 'Open');
  await shop.maya.presses(await shop.maya.sees('1 open low issue'), 'Show issue 11');
  await shop.maya.sees('Vic raised it');
});

test('/issue mine shows what I am on and was asked to take, and says when there is nothing', async () => {
  await using shop = await openShop();
  await shop.maya.says('/issue mine');
  const nothing = await shop.maya.sees('No open issues of yours');
  expect(nothing.offers).toContain('Raise an issue');
  await raised(shop, 'high shipping 3PL feed dead', 'low warehouse Lamp broken');
  await shop.maya.presses(await shop.maya.sees('Low · #2 · Lamp broken'), 'I’m on it');
  await shop.app.idle();
  await shop.maya.says('/issue mine');
  const mine = await shop.maya.sees('1 open issue of yours');
  expect(mine.text).toContain('On it: Maya · Warehouse · promised 3 Mar 09:00 CET');
});

test('an issue is found by its number, by words with a typo, and by /ops', async () => {
  await using shop = await openShop();
  await raised(shop, 'high shipping Label printer jams', 'low warehouse 100% full');
  await shop.maya.says('/issue #1');
  await shop.maya.sees('Issue 1 · from a command');
  await shop.maya.says('/issue find lable printer');
  await shop.maya.sees('1 issue matches "lable printer"');
  await shop.maya.says('/issue 100%');
  expect((await shop.maya.sees('matches "100%"')).text).toContain('Low · #2 · 100% full');
  await shop.maya.says('/issue find unicorn');
  await shop.maya.sees('No issue matches "unicorn"');
  await shop.maya.says('/issue 99');
  await shop.maya.sees('There is no issue 99.');
  await shop.maya.says('/ops 2');
  await shop.maya.sees('Issue 2 · from a command');
});

test('a form asks for what the words leave out; what is missing is said beside its input', async () => {
  await using shop = await openShop();
  await shop.maya.says('/issue new low stock of mugs');
  expect(await shop.maya.sends('What is wrong?', { title: ' ' })).toEqual({
    title: 'Say in a line what is wrong.',
  });
  const values = { title: 'Low stock of mugs', severity: 'high', department: 'purchasing', kind: 'stock' };
  expect(await shop.maya.sends('What is wrong?', values)).toEqual({});
  await shop.maya.sees('Raised: High · #1 · Low stock of mugs');
  expect((await shop.vic.sees('New: nobody is on it')).text).toContain('Purchasing');
});

test('a line that is not complete opens a form with the severity and the kind that it names', async () => {
  await using shop = await openShop();
  await shop.maya.says('/issue new critical stock count is off');
  const form = await shop.maya.seesForm('What is wrong?');
  expect(form).toContain('"initial_value":"critical stock count is off"');
  await shop.maya.sends('What is wrong?', { title: 'Stock count is off' });
  const card = await shop.vic.sees('Critical · #1 · Stock count is off');
  expect(card.text).toContain('Department: Warehouse');
  expect(card.text).toContain('Issue 1 · Stock · from a command');
});

test('severity and department stand in any order before the title', async () => {
  await using shop = await openShop();
  await shop.maya.says('/issue new shipping high 3PL feed dead');
  await shop.maya.sees('Raised: High · #1 · 3PL feed dead');
  expect((await shop.vic.sees('New: nobody is on it')).text).toContain('Department: Shipping');
});

test('without a department, its own or one picked, an issue goes where its kind belongs', async () => {
  await using shop = await openShop();
  await shop.maya.says('/issue new Parcels stand still');
  expect(await shop.maya.seesForm('What is wrong?')).toContain('Left empty, the kind decides');
  await shop.maya.sends('What is wrong?', { kind: 'shipment' });
  expect((await shop.vic.sees('New: nobody is on it')).text).toContain('Department: Shipping');
  await shop.db.prisma.person.updateMany({
    where: { workspaceId: shop.workspace.id, name: 'Maya' },
    data: { departments: ['receiving'] },
  });
  await shop.maya.says('/issue new Dock door stuck');
  await shop.maya.sends('What is wrong?', { kind: 'shipment' });
  expect((await shop.vic.sees('Normal · #2 · Dock door stuck', 'ops-daily')).text).toContain('Raised');
  await shop.maya.says('/issue 2');
  expect((await shop.maya.sees('Maya raised it')).text).toContain('Department: Receiving');
});

test('a due moment is picked in the form, not in the past; when it passes the leads hear of it in the channel', async () => {
  await using shop = await openShop();
  await shop.maya.says('/issue new Payout late');
  const values = { severity: 'high', department: 'management', kind: 'other' };
  const at = (moment: string) => Date.parse(moment) / 1_000;
  expect(await shop.maya.sends('What is wrong?', { ...values, dueAt: at('2026-03-02T07:00:00Z') })).toEqual({
    dueAt: 'That moment has passed.',
  });
  await shop.maya.sends('What is wrong?', { ...values, dueAt: at('2026-03-02T11:00:00Z') });
  expect((await shop.vic.sees('New: nobody is on it')).text).toContain('Due: Mon 2 Mar 12:00 CET\n');
  await shop.maya.says('/issue 1');
  expect((await shop.maya.sees('Maya raised it')).text).toContain('Due: 12:00 CET, in 3 h');
  await shop.comes('2026-03-02T11:00:00Z');
  await shop.app.catchUp();
  const told = await shop.lena.sees('It was due Mon 2 Mar 12:00 CET and is still open');
  expect(told.text).toContain('<@U0LENA0001>');
  await shop.app.idle();
  expect((await shop.vic.sees('New: nobody is on it')).text).toContain('Due: Mon 2 Mar 12:00 CET, passed');
});

test('from Slack’s menus: anywhere, with the card in direct messages; on a message, quoted and linked', async () => {
  await using shop = await openShop();
  await shop.maya.picks('issues.raise-here');
  await shop.maya.sends('What is wrong?', {
    title: 'Door stuck',
    severity: 'normal',
    department: 'warehouse',
  });
  await shop.maya.sees('Raised: Normal · #1 · Door stuck', 'dm');
  await shop.maya.sees('New: nobody is on it', 'dm');

  await shop.vic.says('The 3PL has not answered since Friday.\nTwo calls, no ticket.');
  await shop.maya.picks('issues.raise-from-message', await shop.maya.sees('The 3PL has not answered'));
  await shop.maya.sends('What is wrong?', { severity: 'high', department: 'shipping' });
  const card = await shop.vic.sees('New: nobody is on it');
  expect(card.text).toContain('High · #2 · The 3PL has not answered since Friday.');
  expect(card.text).toContain('Two calls, no ticket.');
  expect(card.text).toMatch(/Links: <https?:[^|]+\|a message>/);
});

test('a stock card raises an issue about its SKU', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.maya.says('/stock MUG-01');
  await shop.maya.presses(await shop.maya.sees('MUG-01 ·'), 'Raise issue');
  expect(await shop.maya.seesForm('What is wrong?')).toContain('About MUG-01 Title of MUG-01');
  await shop.maya.sends('What is wrong?', {
    title: 'Handles break',
    severity: 'high',
    department: 'purchasing',
  });
  expect((await shop.vic.sees('New: nobody is on it')).text).toContain('Links: MUG-01 Title of MUG-01');
});

test.each([
  ['a broadcast and a link', '<!channel> <https://evil.example|free> *bold*'],
  ['three thousand characters', 'x'.repeat(2_900)],
  ['right-to-left text', 'طلب متأخر جدا'],
  ['only emoji', '🔥🔥🔥'],
])('a title of %s is a title and nothing more', async (_, title) => {
  await using shop = await openShop();
  await shop.vic.says(`/issue new high shipping ${title}`);
  const card = await shop.maya.sees('New: nobody is on it');
  expect(card.message.text).not.toContain('<!');
  expect(card.message.text.length).toBeLessThan(400);
  await shop.maya.presses(card, 'I’m on it');
  await shop.maya.sees('Maya is on it until');
});
