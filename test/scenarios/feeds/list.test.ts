import { expect, test } from 'vitest';
import { newContext } from '../../harness/database.ts';
import { importing } from '../../harness/import.ts';
import { openShop, type Shop } from '../../harness/shop.ts';

const minute = 60_000;

async function later(shop: Shop, minutes: number) {
  await shop.passes(minutes * minute);
  await shop.app.catchUp();
  await shop.app.idle();
}

/** The 3PL of Rotterdam tells its levels every quarter of an hour; the shop's orders come every five minutes. */
async function openFed() {
  const shop = await openShop({ at: '2026-03-02T08:00:00Z' });
  const now = shop.clock.now().getTime();
  const rotterdam = await shop.given.location({ code: 'ROT', name: 'Rotterdam', kind: '3pl', asOf: null });
  await shop.given.stock(await shop.given.sku('MUG-01'), rotterdam, 10);
  const threePl = await shop.given.feed({
    kind: 'levels',
    source: '3PL',
    location: rotterdam,
    heardAt: new Date(now - 2 * minute),
    everyMin: 15,
  });
  await shop.given.feed({ kind: 'orders', source: 'shopify', heardAt: new Date(now - minute), everyMin: 5 });
  return { shop, threePl };
}

async function files(shop: Shop, command: string, content: string) {
  const ctx = await newContext({ workspace: shop.workspace, at: shop.clock.now().toISOString() });
  await importing(ctx, command, content);
  await later(shop, 0);
}

const levels = 'sku,location,available,as_of\nMUG-01,ROT,9,2026-03-02T07:59:20Z\n';

test('without feeds the list says how one comes to be', async () => {
  await using shop = await openShop();
  await shop.vic.says('/ops feeds');
  const list = await shop.vic.sees('Nothing has come in yet');
  expect(list.text).toContain('npm run import -- levels FILE --source 3PL');
});

test('every feed is told with when it was heard, how far it reaches, its rhythm, its lag and what failed', async () => {
  const { shop } = await openFed();
  await using _ = shop;
  await files(shop, 'levels FILE --source 3PL', levels);
  await shop.vic.says('/ops feeds');
  const list = await shop.vic.sees('2 feeds, all on time');
  expect(list.text).toContain(
    'heard 09:00 CET · complete until 08:59 CET · usually every 15 min at that hour, silent after 45 min · 40 s late, 95 % within 40 s',
  );
  expect(list.text).not.toContain('Change');
  await later(shop, 1);
  await expect(files(shop, 'levels FILE --source 3PL', '')).rejects.toThrow('is empty');
  await shop.vic.says('/ops feeds');
  const failing = await shop.vic.sees('2 feeds, none silent, but not all on time');
  expect(failing.text).toContain('Stock levels from 3PL, Rotterdam · its last file was refused');
  expect(failing.text).toContain('1 file refused in 7 days, 1 in 24 h · last 09:01 CET: file.csv is empty');
  await shop.vic.chooses(failing, 'Which feeds', 'Those to look after');
  expect((await shop.vic.sees('1 feed to look after')).text).not.toContain('shopify');
  await shop.vic.presses(await shop.vic.sees('1 feed to look after'), 'As CSV');
  await shop.app.idle();
  await shop.app.catchUp();
  await shop.vic.sees('1 feed as CSV, as of', 'dm');
});

test('Home, the health of the bot and its metrics name what is silent', async () => {
  const { shop } = await openFed();
  await using _ = shop;
  await files(shop, 'levels FILE --source 3PL', levels);
  await later(shop, 46);
  await shop.ada.opensHome();
  expect((await shop.ada.seesHome('How fresh the numbers are')).text).toContain(
    'Stock levels from 3PL, Rotterdam: silent since 09:00 CET',
  );
  await shop.ada.says('/ops health');
  await shop.ada.sees('Stock levels from 3PL, Rotterdam: silent since 09:00 CET; 1 on time');
  const metrics = await (await fetch(`http://127.0.0.1:${shop.app.healthPort}/metrics`)).text();
  expect(metrics).toContain('quartermaster_feeds_silent{kind="levels"} 1');
  expect(metrics).toContain('quartermaster_feed_quiet_seconds{kind="levels"} 2760');
  expect(metrics).toContain('quartermaster_feeds_silent{kind="orders"} 0');
});

test('a manager says that nobody waits for a feed: its issue ends, and it is never silent until somebody waits again', async () => {
  const { shop, threePl } = await openFed();
  await using _ = shop;
  await files(shop, 'levels FILE --source 3PL', levels);
  await later(shop, 46);
  await shop.ada.sees('No stock levels from 3PL', 'dm');
  await shop.omar.says('/ops feeds');
  const list = await shop.omar.sees('2 feeds, 1 silent');
  await shop.omar.presses(list, 'Change');
  expect(await shop.omar.seesForm('Change a feed')).toContain('Stock levels from 3PL, Rotterdam');
  await shop.omar.sends('Change a feed', { watched: 'no', minGap: '99999' });
  expect(await shop.omar.seesForm('Change a feed')).toContain('At most four weeks.');
  await shop.omar.sends('Change a feed', { watched: 'no', minGap: '' });
  await shop.omar.sees('nobody waits for it, its silence is not told');
  await shop.app.idle();
  await shop.ada.sees('Nobody waits for it any more', 'dm');
  await later(shop, 24 * 60);
  const where = { workspaceId: shop.workspace.id };
  expect(await shop.db.prisma.issue.count({ where })).toBe(1);
  expect(
    await shop.db.prisma.auditEntry.findMany({ where: { ...where, operation: 'feeds.change' } }),
  ).toMatchObject([
    { subjectId: threePl, before: { watched: true, minGap: null }, after: { watched: false, minGap: null } },
  ]);
  await shop.omar.says('/ops feeds');
  await shop.omar.presses(await shop.omar.sees('not watched'), 'Change');
  await shop.omar.sends('Change a feed', { watched: 'yes', minGap: '' });
  await later(shop, 1);
  expect(await shop.db.prisma.issue.count({ where })).toBe(2);
});

test('a larger smallest gap ends a silence that is none by it, and a closed location is not waited for', async () => {
  const { shop } = await openFed();
  await using _ = shop;
  await files(shop, 'levels FILE --source 3PL', levels);
  await later(shop, 46);
  await shop.ada.says('/ops feeds');
  await shop.ada.presses(await shop.ada.sees('2 feeds, 1 silent'), 'Change');
  await shop.ada.sends('Change a feed', { watched: 'yes', minGap: '90' });
  await shop.ada.sees('its silence is told, but never before 1 h 30 min of quiet');
  await shop.app.idle();
  await shop.ada.sees('So much quiet is no silence any more', 'dm');
  await later(shop, 45);
  const open = { workspaceId: shop.workspace.id, state: { in: ['new', 'on it', 'waiting'] } };
  expect(await shop.db.prisma.issue.count({ where: open })).toBe(1);
  await shop.ada.says('/ops location ROT');
  await shop.ada.presses(await shop.ada.sees('Rotterdam (ROT)'), 'Take out of use');
  await shop.ada.sends('Take out of use', {});
  await shop.app.idle();
  expect(await shop.db.prisma.issue.count({ where: open })).toBe(0);
  await shop.ada.says('/ops feeds');
  await shop.ada.sees('its location is closed');
});

test('who may not change a feed is told who may', async () => {
  const { shop } = await openFed();
  await using _ = shop;
  await shop.omar.says('<@U0QMBOT001> ops feeds');
  const list = await shop.vic.sees('2 feeds');
  await shop.vic.presses(list, 'Change');
  await shop.vic.sees('You may not change which feeds are watched: that is for a manager.');
});
