import { expect, test } from 'vitest';
import { openShop, type Shop } from '../../harness/shop.ts';
import { paint } from './paint-feature.ts';

const refusal = 'You may not paint: that is for an operator.';

type Road = readonly [name: string, where: string, go: (shop: Shop) => Promise<() => Promise<unknown>>];

/** What Maya does; prepared while she still has her role. */
const roads: readonly Road[] = [
  [
    'a command',
    'ops-daily',
    async ({ maya }) =>
      async () =>
        await maya.says('/ops paint'),
  ],
  [
    'an operation inside another',
    'ops-daily',
    async ({ maya }) =>
      async () =>
        await maya.says('/ops paintall'),
  ],
  [
    'a button',
    'ops-daily',
    async ({ maya }) => {
      await maya.says('/ops brush');
      const card = await maya.sees('Brush');
      return async () => await maya.presses(card, 'Paint');
    },
  ],
  [
    'a form',
    'ops-daily',
    async ({ maya }) => {
      await maya.says('/ops brush');
      await maya.presses(await maya.sees('Brush'), 'Paint with a form');
      await maya.seesForm('Colour');
      return async () =>
        expect(await maya.sends('Colour', { colour: 'red' })).toEqual({
          colour: `${refusal} Ask Ada, Lena or Omar to do it.`,
        });
    },
  ],
  [
    'a direct message',
    'dm',
    async ({ maya }) =>
      async () =>
        await maya.says('ops paint', 'dm'),
  ],
  [
    'a mention',
    'ops-daily',
    async ({ maya }) =>
      async () =>
        await maya.says('<@U0QMBOT001> ops paint'),
  ],
  [
    'a shortcut',
    'dm',
    async ({ maya }) =>
      async () =>
        await maya.picks('paint.anywhere'),
  ],
];

test.each(roads)('a role revoked before the effect of %s stops it', async (name, where, prepare) => {
  const { feature, hold, painted } = paint();
  await using shop = await openShop({ features: [feature] });
  await shop.ada.says('/ops grant @maya viewer');
  const go = await prepare(shop);
  const { waits, release } = hold();
  const doing = go();
  await waits;
  await shop.ada.says('/ops revoke @maya operator');
  await shop.ada.sees('Maya is no longer an operator.');
  release();
  await doing;
  if (name !== 'a form') await shop.maya.sees(refusal, where);
  expect(painted()).toBe(0);
  await shop.ada.says('/ops grant @maya operator');
  await shop.maya.says('/ops paint');
  await shop.maya.sees('Painted');
  expect(painted()).toBe(1);
});

test('an account deactivated before the effect of its command changes nothing', async () => {
  const { feature, hold, painted } = paint();
  await using shop = await openShop({ features: [feature] });
  const { waits, release } = hold();
  const doing = shop.maya.says('/ops paint');
  await waits;
  await shop.sandbox.control.changeMember(shop.maya.id, { deleted: true });
  const where = { workspaceId: shop.workspace.id, deactivated: true };
  await expect.poll(async () => await shop.db.prisma.member.count({ where })).toBe(1);
  release();
  await doing;
  expect(painted()).toBe(0);
});

test('a command whose accounts are joined before its effect is done as the person who remains', async () => {
  const { feature, hold, painted } = paint();
  await using shop = await openShop({ features: [feature] });
  const { waits, release } = hold();
  const doing = shop.maya.says('/ops paint');
  await waits;
  await shop.ada.says('/ops same @maya @vic');
  await shop.ada.sees('are one person now');
  release();
  await doing;
  await shop.maya.sees('Painted');
  expect(painted()).toBe(1);
});
