import { expect, test } from 'vitest';
import { openShop } from '../../harness/shop.ts';

test('a list of issues arrives as a CSV file by direct message', async () => {
  await using shop = await openShop();
  await shop.maya.says('/issue new high shipping =HYPERLINK("http://x") dead');
  await shop.maya.says('/issue new low shipping second');
  await shop.maya.says('/issue');
  await shop.maya.presses(await shop.maya.sees('2 open issues'), 'As CSV');
  await shop.maya.sees('2 issues as CSV');
  const { control } = shop.sandbox;
  const dm = await control.openDm(shop.maya.id);
  const message = await control.waitFor(async () =>
    (await control.messages(shop.maya.id, dm)).find(({ files = [] }) => files.length > 0),
  );
  const [file] = message.files ?? [];
  expect(file?.name).toBe('issues-2026-03-02.csv');
});

test('a file that Slack refuses is reported to the person who asked', async () => {
  await using shop = await openShop();
  shop.expectComplaint(/./);
  await shop.sandbox.control.fault({
    method: 'files.completeUploadExternal',
    kind: 'error',
    error: 'restricted_action',
    times: 3,
  });
  await shop.maya.says('/issue new high shipping one');
  await shop.maya.says('/issue');
  await shop.maya.presses(await shop.maya.sees('1 open issue'), 'As CSV');
  await shop.maya.sees('Slack did not say whether it took the file', 'dm');
});
