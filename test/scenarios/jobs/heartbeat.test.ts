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

test('an admin schedules a heartbeat, sees its next three times in their own zone, and it is posted at its minute', async () => {
  await using shop = await openShop({ at, stock: { 'MUG-01': 10 } });
  await shop.ada.says('/ops heartbeat <#C0OPSDAILY|ops-daily> every weekday 08:30 New York');
  const begun = await shop.ada.sees('Heartbeat in <#C0OPSDAILY>');
  expect(begun.ephemeral).toBe(true);
  expect(begun.text).toContain('every weekday at 08:30 (America/New_York)');
  expect(begun.text).toContain('Next: 14:30 CET, 3 Mar 14:30 CET, 4 Mar 14:30 CET.');

  await tickAt(shop, '2026-03-02T13:29:59Z');
  expect(await shop.vic.seesAll()).toEqual([]);
  await tickAt(shop, '2026-03-02T13:30:04Z');
  const posted = await shop.vic.sees(
    'All is well: Database, Slack, Rights in Slack, Feeds, Channels and Sources',
  );
  expect(posted.text).toContain('Heartbeat of 08:30 EST. Next: 3 Mar 08:30 EST. As of 08:30 EST.');
  await tickAt(shop, '2026-03-02T13:31:00Z');
  expect(await shop.vic.seesAll()).toHaveLength(1);

  await shop.ada.says('/ops heartbeat');
  expect((await shop.ada.sees('1 heartbeat')).text).toContain('last: 14:30 CET, done');
});

test('without a channel the heartbeat is posted where it was requested; missed ones are posted once, with their delay', async () => {
  await using shop = await openShop({ at });
  await shop.ada.says('/ops heartbeat every day 08:30', 'ops-alerts');
  await tickAt(shop, '2026-03-04T07:42:00Z');
  const posted = await shop.vic.sees('Heartbeat of', 'ops-alerts');
  expect(posted.text).toContain('1 thing to look at: Feeds');
  expect(posted.text).toContain('Heartbeat of 08:30 CET, 12 minutes late. Next: 5 Mar 08:30 CET.');
  expect(await shop.vic.seesAll('ops-alerts')).toHaveLength(1);
});

test('a heartbeat is paused, resumed and stopped; a second click finds it stopped', async () => {
  await using shop = await openShop({ at });
  await shop.ada.says('/ops heartbeat daily 08:30', 'ops-daily');
  await shop.ada.says('/ops heartbeat');
  const list = await shop.ada.sees('1 heartbeat');
  await shop.ada.presses(list, 'Pause');
  await tickAt(shop, '2026-03-02T07:30:00Z');
  expect(await shop.vic.seesAll()).toEqual([]);
  const paused = await shop.ada.sees('1 heartbeat, 1 paused');
  await shop.ada.presses(paused, 'Resume');
  await tickAt(shop, '2026-03-03T07:30:00Z');
  await shop.vic.sees('Heartbeat of 08:30 CET');

  const running = await shop.ada.sees('1 heartbeat');
  await shop.ada.says('/ops heartbeat');
  await shop.ada.presses(await shop.ada.sees('last: 08:30 CET, done'), 'Stop');
  await shop.ada.sees('There are no heartbeats.');
  await shop.ada.presses(running, 'Stop');
  await shop.ada.sees('That heartbeat was stopped already.');
  await tickAt(shop, '2026-03-04T07:30:00Z');
  expect(await shop.vic.seesAll()).toHaveLength(1);
});

test('the same heartbeat requested twice exists once; other times in the same channel make a second one', async () => {
  await using shop = await openShop({ at });
  await shop.ada.says('/ops heartbeat daily 08:30');
  await shop.ada.says('/ops heartbeat every day at 8:30am');
  await shop.ada.sees('That heartbeat already runs in <#C0OPSDAILY>');
  await shop.ada.says('/ops heartbeat daily 17:00');
  await shop.ada.says('/ops heartbeat');
  await shop.ada.sees('2 heartbeats');
});

test.each([
  ['/ops heartbeat every weekday', 'Say at what time of day, such as 08:30 or 7am.'],
  ['/ops heartbeat daily 08:30 Europe/Berln', 'Did you mean Europe/Berlin?'],
  ['/ops heartbeat #ops-secret daily 08:30', 'Slack did not tell me which channel #ops-secret is.'],
  ['/ops heartbeat <#C0OPSDAILY|ops-daily>', 'Say when it should run.'],
])('the answer to %s names the missing part', async (text, sentence) => {
  await using shop = await openShop({ at });
  await shop.ada.says(text);
  await shop.ada.sees(sentence);
});

test('a heartbeat requested in a direct message needs a channel; a non-admin learns who is an admin', async () => {
  await using shop = await openShop({ at });
  await shop.ada.says('ops heartbeat daily 08:30', 'dm');
  await shop.ada.sees('A heartbeat is posted in a channel: name one, or ask in it.', 'dm');
  await shop.maya.says('/ops heartbeat daily 08:30');
  await shop.maya.sees('You may not schedule heartbeats: that is for an admin. Ask Ada to do it.');
});

test('the bot tidies up once a night without being asked', async () => {
  await using shop = await openShop({ at });
  await tickAt(shop, '2026-03-03T02:30:00Z');
  await tickAt(shop, '2026-03-03T02:31:00Z');
  const where = { workspaceId: shop.workspace.id };
  const tidying = await shop.db.prisma.schedule.findFirstOrThrow({ where: { ...where, kind: 'jobs.tidy' } });
  const slots = await shop.db.prisma.slot.findMany({ where: { ...where, scheduleId: tidying.id } });
  expect(slots).toMatchObject([{ state: 'done', attempts: 1 }]);
});

test('a heartbeat lists open work: issues with their owners, and approvals with the people who can decide them', async () => {
  await using shop = await openShop({ at, stock: { 'MUG-01': 100 }, unitCost: 500n });
  await shop.ada.says('/ops heartbeat <#C0OPSDAILY|ops-daily> daily 08:30');
  await shop.vic.says('/issue new high shipping 3PL feed <!channel> dead', 'ops-alerts');
  await shop.vic.says('/issue new low shipping Tape runs low', 'ops-alerts');
  await shop.maya.says('/stock adjust MUG-01 -30 lost', 'ops-alerts');
  await tickAt(shop, '2026-03-02T07:30:00Z');
  const posted = await shop.vic.sees('Heartbeat of 08:30 CET');
  expect(posted.text).toContain('2 issues open, 1 urgent that nobody is on');
  expect(posted.text).toContain('High · #1 · 3PL feed <!channel> dead: nobody is on it');
  expect(posted.text).toContain('and 1 more');
  expect(posted.text).toContain('1 approval waits for a yes');
  expect(posted.text).toContain('Maya asks to write off 30 × MUG-01');
  expect(JSON.stringify(posted.message.blocks)).toContain('&lt;!channel&gt;');
});
