import { expect, test } from 'vitest';
import { openShop, type Shop } from '../../harness/shop.ts';

/** A Monday at 08:00 in Berlin. */
const at = '2026-03-02T07:00:00Z';

/** Moves all clocks but the machine's to this minute and waits for its work. */
async function tickAt(shop: Shop, moment: string): Promise<void> {
  // Slack's acknowledgement comes before the work behind it is done.
  await shop.comes(moment);
  await shop.app.catchUp();
  await shop.app.idle();
}

test('a lead sets up a heartbeat in words, sees its next time in their own zone, and it is posted at its minute', async () => {
  await using shop = await openShop({ at, stock: { 'MUG-01': 10 } });
  await shop.lena.says('/ops heartbeat <#C0OPSDAILY|ops-daily> every weekday 08:30 New York');
  const begun = await shop.lena.sees('It is set up');
  expect(begun.ephemeral).toBe(true);
  expect(begun.text).toContain('every weekday at 08:30 (America/New_York)');
  expect(begun.text).toContain('next: 14:30 CET');

  await tickAt(shop, '2026-03-02T13:29:59Z');
  expect(await shop.vic.seesAll()).toEqual([]);
  await tickAt(shop, '2026-03-02T13:30:04Z');
  const posted = await shop.vic.sees(
    'All is well: Database, Slack, Rights in Slack, Feeds, Channels and Sources',
  );
  expect(posted.text).toContain('digest 1, as of 14:30 CET · next 3 Mar 14:30 CET');
  await tickAt(shop, '2026-03-02T13:31:00Z');
  expect(await shop.vic.seesAll()).toHaveLength(1);

  await shop.lena.says('/digest');
  expect((await shop.lena.sees('1 digest')).text).toContain('last: 14:30 CET, sent');
});

test('missed ones are posted once, the newest, with its delay; the others are noted as left out', async () => {
  await using shop = await openShop({ at });
  await shop.lena.says('/ops heartbeat every day 08:30', 'ops-alerts');
  await tickAt(shop, '2026-03-04T07:42:00Z');
  const posted = await shop.vic.sees('Heartbeat', 'ops-alerts');
  expect(posted.text).toContain('12 minutes late · digest 1, as of 08:42 CET');
  expect(await shop.vic.seesAll('ops-alerts')).toHaveLength(1);
  await shop.lena.says('/digest history 1');
  const history = await shop.lena.sees('Heartbeat: 1 of the last 3 sent');
  expect(history.text).toContain('3 Mar 08:30 CET, left out for a newer one');
});

test('a heartbeat is paused, resumed and deleted; a second click finds it deleted', async () => {
  await using shop = await openShop({ at });
  await shop.lena.says('/ops heartbeat daily 08:30', 'ops-daily');
  await shop.lena.says('/digest pause 1');
  await shop.lena.sees('Paused until somebody resumes it');
  await tickAt(shop, '2026-03-02T07:30:00Z');
  expect(await shop.vic.seesAll()).toEqual([]);
  await shop.lena.says('/digest 1');
  await shop.lena.presses(await shop.lena.sees('last: 08:30 CET, paused'), 'Resume');
  await shop.lena.sees('It is posted again');
  await tickAt(shop, '2026-03-03T07:30:00Z');
  await shop.vic.sees('Heartbeat');

  await shop.lena.says('/digest');
  const list = await shop.lena.sees('last: 08:30 CET, sent');
  await shop.lena.says('/digest delete 1');
  await shop.lena.seesForm('Delete this digest?');
  await shop.lena.sends('Delete this digest?', {});
  await shop.lena.sees('Heartbeat (digest 1) is deleted');
  await shop.lena.presses(list, 'Open');
  await shop.lena.sees('That digest was deleted.');
  await tickAt(shop, '2026-03-04T07:30:00Z');
  expect(await shop.vic.seesAll()).toHaveLength(1);
});

test('the same heartbeat asked for twice exists once; other times in the same channel make a second one', async () => {
  await using shop = await openShop({ at });
  await shop.lena.says('/ops heartbeat daily 08:30');
  await shop.lena.says('/ops heartbeat every day at 8:30am');
  await shop.lena.sees('You have it already');
  await shop.lena.says('/ops heartbeat daily 17:00');
  await shop.lena.says('/digest');
  await shop.lena.sees('2 digests');
});

test.each([
  ['/ops heartbeat every weekday', 'Say at what time of day, such as 08:30 or 7am.'],
  ['/ops heartbeat daily 08:30 Europe/Berln', 'Did you mean Europe/Berlin?'],
  ['/ops heartbeat #ops-secret daily 08:30', 'Slack did not tell me which channel #ops-secret is.'],
  ['/ops heartbeat <#C0OPSDAILY|ops-daily>', 'Say when it should run.'],
])('the answer to %s names the missing part', async (text, sentence) => {
  await using shop = await openShop({ at });
  await shop.lena.says(text);
  await shop.lena.sees(sentence);
});

test('an operator learns who may set up the digests of channels', async () => {
  await using shop = await openShop({ at });
  await shop.maya.says('/ops heartbeat daily 08:30');
  await shop.maya.sees('You may not set up or change the digests of channels.');
});

test('a heartbeat lists open work: issues with their owners, and approvals with the people who can decide them', async () => {
  await using shop = await openShop({ at, stock: { 'MUG-01': 100 }, unitCost: 500n });
  await shop.lena.says('/ops heartbeat <#C0OPSDAILY|ops-daily> daily 08:30');
  await shop.vic.says('/issue new high shipping 3PL feed <!channel> dead', 'ops-alerts');
  await shop.vic.says('/issue new low shipping Tape runs low', 'ops-alerts');
  await shop.maya.says('/stock adjust MUG-01 -30 lost', 'ops-alerts');
  await tickAt(shop, '2026-03-02T07:30:00Z');
  const posted = await shop.vic.sees('Heartbeat · Mon 2 Mar, Berlin');
  expect(posted.text).toContain('nobody is on it; 1 more issue open');
  expect(posted.text).toContain('High · #1 · 3PL feed <!channel> dead: nobody is on it');
  expect(posted.text).toContain('and 1 more');
  expect(posted.text).toContain('1 approval waits for a yes');
  expect(posted.text).toContain('Maya asks to write off 30 × MUG-01');
  expect(JSON.stringify(posted.message.blocks)).toContain('&lt;!channel&gt;');
});

test('what a digest opens comes beside it, for whoever presses alone: the digest stays as it was posted', async () => {
  await using shop = await openShop({ at, stock: { 'MUG-01': 100 }, unitCost: 500n });
  await shop.lena.says('/ops heartbeat <#C0OPSDAILY|ops-daily> daily 08:30');
  await shop.vic.says('/issue new high shipping 3PL feed dead', 'ops-alerts');
  await shop.maya.says('/stock adjust MUG-01 -30 lost', 'ops-alerts');
  await tickAt(shop, '2026-03-02T07:30:00Z');
  const posted = await shop.vic.sees('Heartbeat · Mon 2 Mar, Berlin');
  await shop.vic.presses(posted, '1 issue');
  const list = await shop.vic.sees('1 open issue');
  expect(list.ephemeral).toBe(true);
  await shop.vic.presses(posted, '1 approval');
  await shop.app.idle();
  expect((await shop.omar.seesAll()).filter((text) => text.includes('Heartbeat · Mon 2 Mar'))).toHaveLength(
    1,
  );
  expect((await shop.omar.sees('Heartbeat · Mon 2 Mar, Berlin')).text).toBe(posted.text);
});
