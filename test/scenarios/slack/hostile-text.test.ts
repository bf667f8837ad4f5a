import { expect, test } from 'vitest';
import { openShop, type Shop } from '../../harness/shop.ts';

/** Everything that must not get in, around words that must. */
const hostile = 'Rain\u202E \u0000on\u2066\u0007 the\u200B\u3164 dock \uD83D 👩‍🚀 <!channel> *bold*';
/** What is left of it: half a character is shown as such, and the joiner inside the emoji stays. */
const left = 'Rain on the dock \uFFFD 👩‍🚀 <!channel> *bold*';
const values = { severity: 'high', department: 'warehouse', kind: 'other' };

/** Roads on which Maya raises an issue of that title. */
const roads: readonly (readonly [name: string, where: string, go: (shop: Shop) => Promise<unknown>])[] = [
  ['a command', 'ops-daily', async ({ maya }) => await maya.says(`/issue new high warehouse ${hostile}`)],
  [
    'a direct message',
    'dm',
    async ({ maya }) => await maya.says(`issue new high warehouse ${hostile}`, 'dm'),
  ],
  [
    'a mention',
    'ops-daily',
    async ({ maya }) => await maya.says(`<@U0QMBOT001> issue new high warehouse ${hostile}`),
  ],
  [
    'a form',
    'dm',
    async ({ maya }) => {
      await maya.picks('issues.raise-here');
      await maya.sends('What is wrong?', { ...values, title: hostile });
    },
  ],
  [
    'a shortcut on a message',
    'ops-daily',
    async ({ maya, vic }) => {
      await vic.says(hostile);
      await maya.picks('issues.raise-from-message', await maya.sees('the'));
      await maya.sends('What is wrong?', values);
    },
  ],
];

test.each(roads)(
  'what shows as nothing does not come in by %s, and nothing in it formats or notifies',
  async (_, where, go) => {
    await using shop = await openShop();
    await go(shop);
    const card = await shop.maya.sees('· nobody is on it', where);
    const { title } = await shop.db.prisma.issue.findFirstOrThrow({
      where: { workspaceId: shop.workspace.id },
    });
    expect(title).toBe(left);
    const sent = JSON.stringify(await shop.sandbox.control.messages(shop.maya.id, card.channel));
    expect(sent).toContain('&lt;!channel&gt;');
    expect(card.text).not.toMatch(/[\u202E\u2066\u3164\0]/);
  },
);

test('a search in a form is cleaned like everything else', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.maya.says('/stock\u200B');
  await shop.maya.says('/stock MUG\u200B-01\u202E');
  await shop.maya.sees('10 available');
});

test('a display name is one clean line, and a name of nothing visible falls back to the next', async () => {
  await using shop = await openShop();
  const { control } = shop.sandbox;
  const { prisma } = shop.db;
  const nameOf = async () =>
    (
      await prisma.person.findFirst({
        where: { workspaceId: shop.workspace.id, members: { some: { slackUserId: shop.maya.id } } },
      })
    )?.name;
  await control.changeMember(shop.maya.id, { display_name: 'Maya\u202E\n  \u200BLind\u0000qvist \uD83D' });
  await expect.poll(nameOf).toBe('Maya Lindqvist \uFFFD');
  await control.changeMember(shop.maya.id, { display_name: '\u3164\u200B', real_name: 'Maya L' });
  await expect.poll(nameOf).toBe('Maya L');
});

test.each([
  ['the id of somebody else', 'U0LENA0001'],
  ['a mention of somebody else', '<@U0LENA0001>'],
])('a member who calls themselves by %s never stands for them', async (_, name) => {
  await using shop = await openShop();
  const { prisma } = shop.db;
  const workspaceId = shop.workspace.id;
  await prisma.person.updateMany({ where: { workspaceId, name: 'Vic' }, data: { name } });
  const rolesOf = async (id: string) =>
    (await prisma.person.findFirst({ where: { workspaceId, members: { some: { slackUserId: id } } } }))
      ?.roles;
  await shop.ada.says('/ops grant <@U0LENA0001> manager');
  await shop.ada.sees('Lena is now a manager');
  await shop.ada.says('/ops revoke U0LENA0001 manager');
  await shop.ada.sees('Lena is no longer');
  expect(await rolesOf(shop.vic.id)).toEqual(['viewer']);
  // Somebody we do not know yet is nobody, whoever bears their id as a name.
  await prisma.person.updateMany({ where: { workspaceId, name }, data: { name: 'U0NEMO0001' } });
  await shop.ada.says('/ops grant <@U0NEMO0001> admin');
  await shop.ada.sees('I have not met that person yet.');
  await shop.ada.says('/ops grant U0NEMO0001 admin');
  await shop.app.idle();
  expect(await rolesOf(shop.vic.id)).toEqual(['viewer']);
});

test('the words for everybody mean nobody, whoever bears them as a name', async () => {
  await using shop = await openShop();
  await shop.db.prisma.person.updateMany({
    where: { workspaceId: shop.workspace.id, name: 'Vic' },
    data: { name: 'everyone' },
  });
  for (const word of ['everyone', '@everyone', '<!everyone>']) {
    await shop.ada.says(`/ops grant ${word} admin`);
    await shop.ada.sees('I don’t know anybody called');
  }
  await shop.ada.says('/ops grant <@U0VIC00001> operator');
  await shop.ada.sees('everyone is now an operator');
});
