import { expect, test } from 'vitest';
import { openShop } from '../../harness/shop.ts';

test('set-up asks for the channel of each purpose; an input left empty removes the channel', async () => {
  await using shop = await openShop();
  await shop.ada.says('/ops setup');
  await shop.ada.presses(await shop.ada.sees('none for alerts yet'), 'Choose channels');
  await shop.ada.sends('Channels', { alerts: 'C0OPSALERT', shipping: 'C0OPSDAILY' });
  const chosen = await shop.ada.sees('Channels: ');
  expect(chosen.text).toContain('<#C0OPSALERT>');
  await shop.ada.says('/ops setup');
  await shop.ada.presses(await shop.ada.sees('2 channels chosen'), 'Choose channels');
  expect(await shop.ada.seesForm('Channels')).toContain('Alerts');
  await shop.ada.sends('Channels', { alerts: 'C0OPSALERT', shipping: null } as never);
  await shop.ada.says('/ops channels');
  const rows = await shop.db.prisma.channelSetting.findMany({ where: { workspaceId: shop.workspace.id } });
  expect(rows.map(({ purpose, channel }) => [purpose, channel])).toEqual([['alerts', 'C0OPSALERT']]);
  expect(JSON.stringify((await shop.maya.says('/ops channels')).ack)).toContain('You may not');
});

test('an admin sets the departments of a person', async () => {
  await using shop = await openShop();
  const says = async (text: string) => JSON.stringify((await shop.ada.says(text)).ack);
  expect(await says('/ops department <@U0MAYA0001> shipping, customer service')).toContain(
    'Maya belongs to shipping and customer service.',
  );
  expect(await says('/ops department Maya warehouse')).toContain('Maya belongs to warehouse.');
  expect(await says('/ops department Maya none')).toContain('Maya belongs to no department.');
  expect(await says('/ops department Maya sales')).toContain('Say which departments');
  expect(JSON.stringify((await shop.lena.says('/ops department Maya warehouse')).ack)).toContain(
    'You may not',
  );
});
