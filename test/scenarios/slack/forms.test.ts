import { expect, test } from 'vitest';
import { openShop } from '../../harness/shop.ts';

const digest = {
  name: 'Morning',
  channel: 'C0OPSDAILY',
  period: 'today',
  sections: ['issues.open'],
  kpis: [],
};

test('a form opens from a button; an error appears beside its input; once corrected, the person alone gets the answer', async () => {
  await using shop = await openShop();
  await shop.ada.says('/digest');
  await shop.ada.presses(await shop.ada.sees('No digests yet'), 'New digest');
  await shop.ada.seesForm('New digest');
  const errors = await shop.ada.sends('New digest', { ...digest, when: 'now and then' });
  expect(Object.keys(errors)).toEqual(['when']);
  expect(await shop.ada.sends('New digest', { ...digest, when: 'every weekday 08:30' })).toEqual({});
  const begun = await shop.ada.sees('every weekday at 08:30');
  expect(begun.ephemeral).toBe(true);
});

test('an empty form asks for its required inputs', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.vic.picks('stock.look-up');
  expect(await shop.vic.sends('Look up stock', { text: '   ' })).toEqual({ text: 'Say what to look up.' });
});

test('a look-up from Slack’s menu, which has no channel, is answered by direct message', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.vic.picks('stock.look-up');
  expect(await shop.vic.sends('Look up stock', { text: 'MUG-01' })).toEqual({});
  await shop.vic.sees('10 available', 'dm');
});

test('a form opened earlier does not let a person past a right they lack', async () => {
  await using shop = await openShop();
  await shop.ada.says('/digest new');
  await shop.ada.seesForm('New digest');
  const { prisma } = shop.db;
  await prisma.person.updateMany({
    where: { workspaceId: shop.workspace.id, name: 'Ada' },
    data: { roles: ['viewer'] },
  });
  const errors = await shop.ada.sends('New digest', { ...digest, when: 'every day 08:00' });
  expect(Object.values(errors).join()).toContain('You may not set up or change the digests of channels');
  expect(await prisma.digest.count({ where: { workspaceId: shop.workspace.id } })).toBe(0);
});

test('a form opens only for people who may send it: from a command, a button and Slack’s menus', async () => {
  await using shop = await openShop();
  const no = 'You may not ask for approvals: that is for an operator.';
  await shop.vic.says('/approval new order 200 extra cartons');
  const refused = await shop.vic.sees(no);
  expect(refused.text).toContain('Ask Ada, Lena, Maya or Omar to do it.');
  await shop.vic.picks('approvals.ask-here');
  await shop.vic.sees(no, 'dm');
  await shop.vic.says('/approval nonsense');
  await shop.vic.presses(await shop.vic.sees('No approval matches'), 'Ask for an approval');
  await shop.app.idle();
  expect((await shop.vic.seesAll()).filter((text) => text.includes(no))).toHaveLength(2);

  expect(await shop.sandbox.control.views(shop.vic.id)).toEqual([]);
});

test('where no form can open, the answer gives the words that do the same', async () => {
  await using shop = await openShop();
  const { control } = shop.sandbox;
  shop.expectComplaint(/views.open|expired_trigger_id/);
  await control.fault({ method: 'views.open', kind: 'error', error: 'expired_trigger_id', times: 1 });
  await shop.ada.says('/digest new');
  await shop.ada.sees('Slack did not open the form');
});
