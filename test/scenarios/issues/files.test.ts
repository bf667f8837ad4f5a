import { expect, test } from 'vitest';
import { openShop } from '../../harness/shop.ts';

test('a list of issues arrives as a CSV file by direct message', async () => {
  await using shop = await openShop();
  await shop.maya.says('/issue new high shipping =HYPERLINK("http://x") dead');
  await shop.maya.says('/issue new low shipping second');
  await shop.maya.says('/issue');
  await shop.maya.presses(await shop.maya.sees('2 open issues'), 'As CSV');
  await shop.maya.sees('I am writing issues to a CSV file');
  await shop.app.catchUp();
  const { control } = shop.sandbox;
  const dm = await control.openDm(shop.maya.id);
  const message = await control.waitFor(async () =>
    (await control.messages(shop.maya.id, dm)).find(({ files = [] }) => files.length > 0),
  );
  const [file] = message.files ?? [];
  expect(file?.name).toBe('issues-2026-03-02.csv');
  expect(message.text).toContain('2 issues as CSV, as of Mon 2 Mar');
  // Further work finds nothing to do.
  await shop.app.catchUp();
  await shop.app.idle();
  const files = (await control.messages(shop.maya.id, dm)).filter(({ files = [] }) => files.length > 0);
  expect(files).toHaveLength(1);
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
  await shop.app.idle();
  await shop.app.catchUp();
  await shop.maya.sees('There is no CSV file of issues: Slack did not take it (restricted_action).', 'dm');
});
