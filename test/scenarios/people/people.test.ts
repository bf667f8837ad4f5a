import { expect, test } from 'vitest';
import { openShop } from '../../harness/shop.ts';
import { commandBody, post } from '../../harness/signed.ts';

test('the first set-up makes an admin of an admin of the Slack workspace, and of nobody else', async () => {
  await using shop = await openShop({ fresh: true });
  await shop.maya.says('/ops setup');
  await shop.maya.sees(
    'you do not administer this Slack workspace.\n\nAsk one of its owners or admins to run /ops setup.',
  );
  await shop.ada.says('/ops setup');
  await shop.ada.sees('You are now an admin of Quartermaster');
  await shop.ada.says('/ops setup');
  expect((await shop.ada.sees('3 steps of 7 done')).text).toContain('To do: Products, none yet');
});

test('two workspace admins who run the first set-up at the same moment do not both become admin', async () => {
  await using shop = await openShop({ fresh: true });
  await shop.sandbox.control.changeMember(shop.lena.id, { is_admin: true });
  await Promise.all([shop.ada.says('/ops setup'), shop.lena.says('/ops setup')]);
  const { prisma } = shop.db;
  expect(
    await prisma.person.count({ where: { workspaceId: shop.workspace.id, roles: { has: 'admin' } } }),
  ).toBe(1);
});

test('the admins of the configuration are admins from their first command', async () => {
  await using shop = await openShop({ fresh: true, admins: ['U0LENA0001'] });
  await shop.lena.says('/ops grant <@U0MAYA0001> operator');
  await shop.lena.sees('I have not met that person yet.');
  await shop.maya.says('/ops help');
  await shop.lena.says('/ops grant @maya operator');
  await shop.lena.sees('Maya is now an operator: does the daily work.');
});

test('a person added to the configuration later is an admin from their next command, and the audit log shows it', async () => {
  await using shop = await openShop({ admins: ['U0VIC00001'] });
  await shop.vic.says('/ops grant @maya lead');
  await shop.vic.sees('Maya is now a lead');
  const { prisma } = shop.db;
  const rows = await prisma.auditEntry.findMany({
    where: { workspaceId: shop.workspace.id },
    orderBy: { id: 'asc' },
  });
  expect(rows.map(({ operation, after }) => [operation, after])).toEqual([
    ['people.enrol', { active: true, kind: 'full', roles: ['viewer', 'admin'] }],
    ['people.grant', { roles: ['operator', 'lead'] }],
  ]);
});

test('the audit log records a grant with actor, before and after; granting twice changes nothing', async () => {
  await using shop = await openShop();
  await shop.ada.says('/ops grant @vic lead');
  await shop.ada.sees('Vic is now a lead: decides for a team.');
  await shop.ada.says('/ops grant Vic lead');
  await shop.ada.sees('Vic is a lead already. Nothing changed.');
  await shop.ada.says('/ops revoke Vic lead');
  await shop.ada.sees('Vic is no longer a lead.');
  const { prisma } = shop.db;
  const rows = await prisma.auditEntry.findMany({
    where: { workspaceId: shop.workspace.id },
    orderBy: { id: 'asc' },
  });
  expect(rows.map(({ operation, before, after }) => ({ operation, before, after }))).toEqual([
    { operation: 'people.grant', before: { roles: ['viewer'] }, after: { roles: ['viewer', 'lead'] } },
    { operation: 'people.revoke', before: { roles: ['viewer', 'lead'] }, after: { roles: ['viewer'] } },
  ]);
});

test('a person without the right learns who has it; the last admin cannot be revoked; an unknown role is refused', async () => {
  await using shop = await openShop();
  await shop.vic.says('/ops grant @vic admin');
  await shop.vic.sees('You may not grant roles: that is for an admin.\n\nAsk Ada to do it.');
  await shop.ada.says('/ops revoke @ada admin');
  await shop.ada.sees('Ada is the only admin.');
  await shop.ada.says('/ops grant @vic boss');
  await shop.ada.sees('Say which role: viewer, operator, lead, manager or admin.');
  await shop.ada.says('/ops grant @nemo lead');
  await shop.ada.sees('I don’t know anybody called');
});

test('a guest may do nothing until an admin grants a role', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.gina.says('/stock MUG-01', 'general');
  await shop.gina.sees('You have no role here.\n\nAsk Ada to run /ops grant.', 'general');
  await shop.gina.says('/issue', 'general');
  await shop.gina.sees('You have no role here.', 'general');
  await shop.ada.says('/ops grant <@U0GUEST001> viewer', 'general');
  await shop.gina.says('/stock MUG-01', 'general');
  await shop.gina.sees('10 available', 'general');
});

test('a person deactivated in Slack loses their rights at once', async () => {
  await using shop = await openShop({ mode: 'http', stock: { 'MUG-01': 10 } });
  expect(await (await post(shop, commandBody('/stock', 'MUG-01', shop.vic.id))).text()).toContain(
    '10 available',
  );
  await shop.sandbox.control.changeMember(shop.vic.id, { deleted: true });
  await shop.app.idle();
  expect(await (await post(shop, commandBody('/stock', 'MUG-01', shop.vic.id))).text()).toContain(
    'This account is deactivated in Slack',
  );
});

test('a member turned guest may do nothing until an admin grants a role again', async () => {
  await using shop = await openShop({ mode: 'http', stock: { 'MUG-01': 10 } });
  await shop.sandbox.control.changeMember(shop.omar.id, { is_restricted: true });
  await shop.app.idle();
  const asked = commandBody('/stock', 'MUG-01', shop.omar.id);
  expect(await (await post(shop, asked)).text()).toContain('You have no role here.');
  const { prisma } = shop.db;
  const rows = await prisma.auditEntry.findMany({ where: { workspaceId: shop.workspace.id } });
  expect(rows.map(({ before, after }) => ({ before, after }))).toEqual([
    {
      before: { active: true, kind: 'full', roles: ['manager'] },
      after: { active: true, kind: 'guest', roles: [] },
    },
  ]);
});

test('the bot greets a person once, when they first open its messages', async () => {
  await using shop = await openShop();
  await shop.maya.opensDm();
  await shop.maya.sees('Hello Maya.', 'dm');
  await shop.maya.opensDm();
  await shop.maya.says('ops help', 'dm');
  await shop.maya.sees('What you can ask', 'dm');
  expect((await shop.maya.seesAll('dm')).filter((text) => text.startsWith('Hello'))).toHaveLength(1);
});

test('a role below the one that somebody has already is said to add nothing, and they stay what they are', async () => {
  await using shop = await openShop();
  await shop.lena.says('/ops help');
  await shop.ada.says('/ops grant @Lena operator');
  await shop.ada.sees('Lena is also an operator, and still a lead, who may do all that an operator may');
  await shop.app.idle();
  expect((await shop.lena.seesAll('dm')).join()).not.toContain('made you');
  await shop.ada.says('/ops revoke @Lena operator');
  await shop.ada.sees('Lena is no longer an operator, and still a lead.');
});

test('a name may contain any word, and is found in quotes and by its mention', async () => {
  await using shop = await openShop();
  await shop.given.person('Anna', 'U0ANNA0001', ['viewer'], 'Europe/Berlin');
  await shop.given.person('Anna To', 'U0ANNATO01', ['viewer'], 'Asia/Hong_Kong');
  await shop.ada.says('/ops grant Anna To lead');
  await shop.ada.sees('Anna To is now a lead');
  await shop.ada.says('/ops grant "Anna To" as manager');
  await shop.ada.sees('Anna To is now a manager');
  for (const asked of ['"Anna To"', '<@U0ANNATO01>', 'people "Anna To"']) {
    await shop.vic.says(`/ops ${asked}`, 'general');
    await shop.vic.sees('Roles: viewer, lead, manager', 'general');
  }
});

test('two accounts joined into one person approve no request of either, and their issue stays theirs', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 100 }, unitCost: 500n });
  const { vic, lena, ada } = shop;
  await ada.says(`/ops grant <@${vic.id}> manager`);
  await ada.sees('Vic is now a manager');
  await lena.says('/issue new normal shipping Label printer jams');
  await lena.presses(await lena.sees('· nobody is on it'), 'I’m on it');
  await lena.says('/stock adjust MUG-01 -30 lost');
  await shop.app.idle();
  const card = await shop.maya.sees('Lena asks to write off 30 × MUG-01');

  await shop.maya.says(`/ops same <@${vic.id}> <@${lena.id}>`);
  await shop.maya.sees('You may not join accounts');
  await ada.says(`/ops same <@${lena.id}> <@${vic.id}>`);
  await ada.sees('Lena and Vic are one person now');
  await ada.says(`/ops same <@${lena.id}> <@${vic.id}>`);
  await ada.sees('Both accounts belong to Vic already. Nothing changed.');

  for (const person of [vic, lena]) {
    await person.presses(card, 'Approve');
    await person.sees('You asked for it yourself');
  }
  await vic.says('/issue mine');
  await vic.sees('Label printer jams');
  await shop.omar.presses(card, 'Approve');
  await shop.app.idle();
  await shop.app.catchUp();
  await shop.maya.sees('70 available, was 100');
});

test('a guest’s account cannot be joined with another person', async () => {
  await using shop = await openShop();
  await shop.gina.says('/ops help', 'partner-3pl');
  await shop.app.idle();
  await shop.ada.says(`/ops same <@${shop.gina.id}> <@${shop.maya.id}>`);
  await shop.ada.sees('is a guest or of another company');
});

test('a name with a slip is found, a grant without a role asks for the role, and a stranger is not called by an id', async () => {
  await using shop = await openShop();
  await shop.ada.says('/ops people Mya');
  await shop.ada.sees('Maya');
  await shop.ada.says('/ops grant @Maya');
  await shop.ada.sees('Say which role: viewer, operator, lead, manager or admin.');
  await shop.ada.says('/ops people <@U0NOBODY01>');
  await shop.ada.sees('I have not met that person yet.');
});

test('whoever gets or loses a role is told by whom', async () => {
  await using shop = await openShop();
  await shop.ada.says('/ops grant @Vic operator');
  await shop.vic.sees('made you an operator', 'dm');
  await shop.ada.says('/ops revoke @Vic operator');
  await shop.vic.sees('took the role of an operator from you', 'dm');
});
