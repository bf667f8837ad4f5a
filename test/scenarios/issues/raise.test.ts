import { expect, test } from 'vitest';
import { openShop } from '../../harness/shop.ts';

test('a form asks for what the line leaves out and shows errors beside their inputs', async () => {
  await using shop = await openShop();
  await shop.maya.says('/issue new low stock of mugs');
  expect(await shop.maya.sends('What is wrong?', { title: ' ' })).toEqual({
    title: 'Say in one line what is wrong.',
  });
  const values = { title: 'Low stock of mugs', severity: 'high', department: 'purchasing', kind: 'stock' };
  expect(await shop.maya.sends('What is wrong?', values)).toEqual({});
  await shop.maya.sees('Raised: High · #1 · Low stock of mugs');
  expect((await shop.vic.sees('· nobody is on it')).text).toContain('Purchasing · Stock');
});

test('an incomplete line opens a form with its severity and kind preset', async () => {
  await using shop = await openShop();
  await shop.maya.says('/issue new critical stock count is off');
  const form = await shop.maya.seesForm('What is wrong?');
  expect(form).toContain('"initial_value":"critical stock count is off"');
  await shop.maya.sends('What is wrong?', { title: 'Stock count is off' });
  const card = await shop.vic.sees('Critical · nobody is on it');
  expect(card.text).toContain('Warehouse · Stock · raised by Maya');
  expect(card.text).toContain('#1 · from a command');
});

test('text that is too long for a title is kept whole in the details, and the title ends with a word', async () => {
  await using shop = await openShop();
  const long = `${'the dock door is stuck and '.repeat(8)}nobody has a key`;
  await shop.maya.says(`/issue new ${long}`);
  const form = await shop.maya.seesForm('What is wrong?');
  expect(form).toMatch(/"initial_value":"the dock [^"]{120,135} (the|dock|door|is|stuck|and)…"/);
  expect(form).toContain(`"initial_value":"${long}"`);
  await shop.maya.sends('What is wrong?', { severity: 'low', department: 'shipping' });
  expect((await shop.vic.sees('#1 · from ')).text).toContain('nobody has a key');
  await shop.maya.says(`/issue new low warehouse ${long}`);
  const card = await shop.vic.sees('#2 · from ');
  expect(card.text).toMatch(/(the|dock|door|is|stuck|and)…\n/);
  expect(card.text).toContain('nobody has a key');
  await shop.vic.says(`${long}\nSince Friday.`);
  await shop.maya.picks('issues.raise-from-message', await shop.maya.sees('Since Friday'));
  expect(await shop.maya.seesForm('What is wrong?')).toContain(`"initial_value":"${long}\\nSince Friday."`);
});

test('severity and department can come in any order before the title', async () => {
  await using shop = await openShop();
  await shop.maya.says('/issue new shipping high 3PL feed dead');
  await shop.maya.sees('Raised: High · #1 · 3PL feed dead');
  expect((await shop.vic.sees('· nobody is on it')).text).toContain('Shipping · ');
});

test('an issue goes to the department of its kind when neither the form nor its reporter names one', async () => {
  await using shop = await openShop();
  await shop.maya.says('/issue new Parcels stand still');
  expect(await shop.maya.seesForm('What is wrong?')).toContain('Left empty, the kind decides');
  await shop.maya.sends('What is wrong?', { kind: 'shipment' });
  expect((await shop.vic.sees('· nobody is on it')).text).toContain('Shipping · ');
  await shop.db.prisma.person.updateMany({
    where: { workspaceId: shop.workspace.id, name: 'Maya' },
    data: { departments: ['receiving'] },
  });
  await shop.maya.says('/issue new Dock door stuck');
  await shop.maya.sends('What is wrong?', { kind: 'shipment' });
  expect((await shop.vic.sees('#2 · from ', 'ops-daily')).text).toContain('Dock door stuck');
  await shop.maya.says('/issue 2');
  expect((await shop.maya.sees('Maya raised it')).text).toContain('Receiving · ');
});

test('a due date in the past is refused; when it passes, the channel and the leads are told', async () => {
  await using shop = await openShop();
  await shop.maya.says('/issue new Payout late');
  const values = { severity: 'high', department: 'management', kind: 'other' };
  const at = (moment: string) => Date.parse(moment) / 1_000;
  expect(await shop.maya.sends('What is wrong?', { ...values, dueAt: at('2026-03-02T07:00:00Z') })).toEqual({
    dueAt: 'That moment has passed.',
  });
  await shop.maya.sends('What is wrong?', { ...values, dueAt: at('2026-03-02T11:00:00Z') });
  expect((await shop.vic.sees('· nobody is on it')).text).toContain('due Mon 2 Mar 12:00 CET · raised');
  await shop.maya.says('/issue 1');
  expect((await shop.maya.sees('Maya raised it')).text).toContain('due 12:00 CET');
  await shop.comes('2026-03-02T11:00:00Z');
  await shop.app.catchUp();
  const told = await shop.lena.sees('It was due Mon 2 Mar 12:00 CET and is still open');
  expect(told.text).toContain('<@U0LENA0001>');
  await shop.app.idle();
  expect((await shop.vic.sees('· nobody is on it')).text).toContain('due Mon 2 Mar 12:00 CET, late');
});

test('a global shortcut raises an issue in direct messages; a message shortcut quotes and links the message', async () => {
  await using shop = await openShop();
  await shop.maya.picks('issues.raise-here');
  await shop.maya.sends('What is wrong?', {
    title: 'Door stuck',
    severity: 'normal',
    department: 'warehouse',
  });
  await shop.maya.sees('Raised: Normal · #1 · Door stuck', 'dm');
  await shop.maya.sees('No channel is chosen for', 'dm');
  await shop.maya.sees('· nobody is on it', 'dm');

  await shop.vic.says('The 3PL has not answered since Friday.\nTwo calls, no ticket.');
  await shop.maya.picks('issues.raise-from-message', await shop.maya.sees('The 3PL has not answered'));
  await shop.maya.sends('What is wrong?', { severity: 'high', department: 'shipping' });
  const card = await shop.vic.sees('· nobody is on it');
  expect(card.text).toContain('High · nobody is on it\nThe 3PL has not answered since Friday.');
  expect(card.text).toContain('Two calls, no ticket.');
  expect(card.text).toMatch(/About <https?:[^|]+\|a message>/);
});

test('a mention that lacks something learns what, and how to write it', async () => {
  await using shop = await openShop();
  await shop.maya.says('<@U0QMBOT001> issue new dock 3 blocked', 'ops-daily');
  await shop.maya.sees('Missing: a severity and a department.');
  await shop.maya.sees('@Quartermaster issue new high shipping dock 3 blocked');
});

test('a stock card raises an issue linked to its SKU', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.maya.says('/stock MUG-01');
  await shop.maya.presses(await shop.maya.sees('MUG-01 ·'), 'Raise issue');
  expect(await shop.maya.seesForm('What is wrong?')).toContain('About MUG-01 Title of MUG-01');
  await shop.maya.sends('What is wrong?', {
    title: 'Handles break',
    severity: 'high',
    department: 'purchasing',
  });
  expect((await shop.vic.sees('· nobody is on it')).text).toContain('About MUG-01 Title of MUG-01');
});

test.each([
  ['a broadcast and a link', '<!channel> <https://evil.example|free> *bold*'],
  ['three thousand characters', 'x'.repeat(2_900)],
  ['right-to-left text', 'طلب متأخر جدا'],
  ['only emoji', '🔥🔥🔥'],
])('a title made of %s is shown as plain text', async (_, title) => {
  await using shop = await openShop();
  await shop.vic.says(`/issue new high shipping ${title}`);
  const card = await shop.maya.sees('· nobody is on it');
  expect(card.message.text).not.toContain('<!');
  expect(card.message.text.length).toBeLessThan(400);
  await shop.maya.presses(card, 'I’m on it');
  await shop.maya.sees('Maya is on it until');
});

test('mentions in a title, a note and a reason are kept as the names that their writer saw', async () => {
  await using shop = await openShop();
  const says = '<@U0LENA0001> says <#C0OPSALERT|ops-alerts> is dead, ask <@U0NOBODY01>';
  await shop.maya.says(`/issue new high shipping ${says}`);
  await shop.maya.sees('Raised: High · #1 · Lena says #ops-alerts is dead, ask somebody');
  const card = await shop.maya.sees('Lena says #ops-alerts is dead, ask somebody', 'ops-daily');
  expect(card.text).not.toContain('U0LENA0001');
  await shop.maya.presses(await shop.maya.sees('· nobody is on it'), 'Note');
  await shop.maya.sends('What should people know?', { text: `${says} \u202Etoday` });
  await shop.vic.sees('Maya: Lena says #ops-alerts is dead, ask somebody today');
  await shop.maya.presses(await shop.maya.sees('· nobody is on it'), 'Done');
  await shop.maya.sends('How did it end?', { code: 'fixed', note: says });
  await shop.app.idle();
  expect((await shop.vic.sees('Done Mon 2 Mar')).text).toContain('Lena says #ops-alerts is dead');
});

test('a title quoted from a message names its people and channels', async () => {
  await using shop = await openShop();
  await shop.vic.says('<@U0LENA0001> the door in <#C0OPSALERT|ops-alerts> is stuck');
  await shop.maya.picks('issues.raise-from-message', await shop.maya.sees('is stuck'));
  await shop.maya.sends('What is wrong?', { severity: 'low', department: 'shipping' });
  await shop.vic.sees('Lena the door in #ops-alerts is stuck');
});

test('the same words within a day offer the open issue; what was typed is raised anyway on request, once', async () => {
  await using shop = await openShop();
  await shop.vic.says('/issue new critical shipping DHL pickup missed');
  await shop.lena.presses(await shop.lena.sees('· nobody is on it'), 'I’m on it');
  await shop.app.idle();
  await shop.passes(5 * 60_000);
  await shop.maya.says('/issue new high shipping dhl pick-up missed!');
  const offer = await shop.maya.sees(
    'That looks like #1, open since 09:00 CET, Lena is on it until 09:15 CET',
  );
  expect(offer.ephemeral).toBe(true);
  expect(offer.offers).toEqual(['Show #1', 'Raise anyway']);
  const { prisma } = shop.db;
  const where = { workspaceId: shop.workspace.id };
  expect(await prisma.issue.count({ where })).toBe(1);
  await shop.maya.presses(offer, 'Show #1');
  await shop.maya.sees('card in <#');

  // The same from a form, with all that was typed.
  await shop.maya.says('/issue new');
  const values = { title: 'DHL pickup missed', severity: 'high', department: 'shipping', details: 'Dock 3.' };
  await shop.maya.sends('What is wrong?', { ...values, dueAt: Date.parse('2026-03-02T11:00:00Z') / 1_000 });
  const again = await shop.maya.sees('That looks like #1');
  await shop.maya.presses(again, 'Raise anyway');
  await shop.maya.sees('Raised: High · #2 · DHL pickup missed');
  const card = await shop.vic.sees('#2 · from ');
  expect(card.text).toContain('Dock 3.');
  expect(card.text).toContain('due Mon 2 Mar 12:00 CET');
  await shop.app.idle();
  expect(await prisma.issue.count({ where })).toBe(2);
  expect(
    await prisma.issueDraft.count({
      where: { ...where, wish: { path: ['title'], equals: 'DHL pickup missed' } },
    }),
  ).toBe(0);
});

test.each([
  ['for another department', 'high warehouse DHL pickup missed'],
  ['about another dock', 'high shipping Dock 4 pickup missed'],
  ['in other words', 'high shipping Label printer jams'],
])('words %s raise an issue of their own', async (_, line) => {
  await using shop = await openShop();
  await shop.vic.says('/issue new critical shipping DHL pickup missed');
  await shop.vic.says('/issue new critical shipping Dock 3 pickup missed');
  await shop.app.idle();
  await shop.maya.says(`/issue new ${line}`);
  await shop.maya.sees('Raised: High · #3');
});

test('the same words a day later, or after the end of the first, raise another issue', async () => {
  await using shop = await openShop();
  await shop.vic.says('/issue new high shipping DHL pickup missed');
  await shop.app.idle();
  await shop.passes(24 * 3_600_000);
  await shop.vic.says('/issue new high shipping DHL pickup missed');
  await shop.vic.sees('Raised: High · #2');
  await shop.app.idle();
  for (const number of ['#1', '#2']) {
    await shop.lena.presses(await shop.lena.sees(`${number} · from `), 'Done');
    await shop.lena.sends('How did it end?', { code: 'fixed' });
  }
  await shop.app.idle();
  await shop.vic.says('/issue new high shipping DHL pickup missed');
  await shop.vic.sees('Raised: High · #3');
});
