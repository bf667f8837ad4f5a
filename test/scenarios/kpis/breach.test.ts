import { expect, test } from 'vitest';
import { asSystem } from '../../../src/core/runtime/system.ts';
import { judgeTargets } from '../../../src/features/kpis/breach/judge.ts';
import { isOnServer, newContext } from '../../harness/database.ts';
import { foldOrders, promisedOrders } from '../../harness/promised-orders.ts';
import { openShop, type Shop } from '../../harness/shop.ts';

// A Thursday, 09:00 in Hamburg.
const at = '2026-03-05T08:00:00Z';

/** A look at the targets, which is all that its schedule does: others would fold orders again that no source has told. */
async function looks(shop: Shop, moment: string) {
  await shop.comes(moment);
  await judgeTargets.call(asSystem(await newContext({ at: moment, workspace: shop.workspace }), 'kpis'), {});
  await shop.app.idle();
}

const issues = async (shop: Shop) =>
  await shop.db.prisma.issue.findMany({
    where: { workspaceId: shop.workspace.id },
    orderBy: { number: 'asc' },
  });

/** The ten that were late on the second of March are said to have come in time after all. */
async function corrects(shop: Shop) {
  const workspaceId = shop.workspace.id;
  const late = await shop.db.prisma.order.findMany({
    where: { workspaceId, deliveredAt: new Date('2026-03-03T00:00:00Z') },
  });
  for (const { id } of late)
    await shop.db.prisma.order.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { deliveredAt: new Date('2026-03-02T20:00:00Z') },
    });
  await foldOrders(shop);
}

test('90 of 100 against 95 % are one issue, kept up to date, that ends by itself on a day on which the target is within reach', {
  timeout: 240_000,
}, async () => {
  await using shop = await openShop({ at });
  await promisedOrders(shop, '2026-03-02', { kept: 90, late: 10 });
  await looks(shop, '2026-03-05T08:40:00Z');
  const card = await shop.ada.sees(
    'On-time delivery 90.0 % of 100 in the last 7 days, under the target of 95 %: with 95 % certainty between 82.6 % and 94.5 %',
    'dm',
  );
  expect(card.text).toContain('90 of 100, promised for 26 Feb to 4 Mar');
  expect(card.text).toContain('The target is 95 %, our default.');
  expect(await issues(shop)).toMatchObject([{ severity: 'normal', department: 'shipping', kind: 'kpi' }]);
  await shop.ada.presses(card, 'Show it');
  await shop.ada.sees('On-time delivery: 90.0 %, 5.0 points under the target of 95 %', 'dm');

  // Nothing new is no news; another number edits the card.
  await looks(shop, '2026-03-05T09:40:00Z');
  await promisedOrders(shop, '2026-03-03', { kept: 17, late: 3 });
  await looks(shop, '2026-03-05T10:40:00Z');
  const edited = await shop.ada.sees('On-time delivery 89.2 % of 120', 'dm');
  expect(edited.ts).toBe(card.ts);

  // What comes late for the same days does not end it: tomorrow is another day.
  await corrects(shop);
  await looks(shop, '2026-03-05T11:40:00Z');
  expect(await issues(shop)).toMatchObject([{ state: 'new' }]);
  await looks(shop, '2026-03-06T08:40:00Z');
  await shop.ada.sees('so the target of 95 % is within reach', 'dm');
  expect(await issues(shop)).toMatchObject([{ number: 1, state: 'done', resolutionCode: 'fixed' }]);
});

test('92 of 100 raise nothing, and neither do 27 of 30', async () => {
  await using shop = await openShop({ at });
  await promisedOrders(shop, '2026-03-02', { kept: 27, late: 3 });
  await looks(shop, '2026-03-05T08:40:00Z');
  expect(await issues(shop)).toEqual([]);
  await promisedOrders(shop, '2026-03-03', { kept: 65, late: 5 });
  await looks(shop, '2026-03-05T09:40:00Z');
  expect(await issues(shop)).toEqual([]);
});

test('who is on it is asked, and beyond the limit it is High; what a silent feed tells is not judged', {
  timeout: 240_000,
}, async () => {
  await using shop = await openShop({ at });
  await promisedOrders(shop, '2026-03-02', { kept: 90, late: 10, country: 'FR' });
  await shop.lena.says('/kpi target on time');
  await shop.lena.sends('Set a target', {
    scope: 'Country FR',
    target: '95 %',
    limit: '92 %',
    validFrom: '2026-03-01',
  });
  await shop.lena.sees('country FR: target 95 %, limit 92 %');
  await shop.lena.says('/kpi target on time 80 %');
  await shop.lena.sees('On-time delivery: target 80 % from today on');
  const workspaceId = shop.workspace.id;
  const feed = {
    workspaceId,
    id: workspaceId,
    kind: 'orders',
    source: 'Shopify',
    location: '',
    lastHeardAt: new Date(at),
    coversUntil: null,
    silentSince: new Date(at),
    watched: true,
    minGap: null,
    number: 1,
    createdAt: new Date(at),
    writtenAt: new Date(at),
  };
  await shop.db.prisma.feed.create({ data: feed });
  const own = async (open = true) =>
    (await issues(shop)).filter(({ title, state }) => title.includes('FR') && (!open || state !== 'done'));
  await looks(shop, '2026-03-05T08:40:00Z');
  expect(await own()).toEqual([]);
  await shop.db.prisma.feed.updateMany({ where: { workspaceId }, data: { silentSince: null } });
  await looks(shop, '2026-03-06T08:40:00Z');
  const card = await shop.ada.sees('On-time delivery, country FR 90.0 % of 100', 'dm');
  expect(await own()).toMatchObject([{ severity: 'normal' }]);

  await promisedOrders(shop, '2026-03-04', { kept: 60, late: 40, country: 'FR' });
  await looks(shop, '2026-03-06T09:40:00Z');
  await shop.ada.sees('On-time delivery, country FR 75.0 % of 200', 'dm');
  expect(await own()).toMatchObject([{ severity: 'high' }]);

  await shop.db.prisma.feed.updateMany({ where: { workspaceId }, data: { silentSince: new Date(at) } });
  await looks(shop, '2026-03-06T10:40:00Z');
  const paused = await shop.ada.sees('paused: what tells it is silent', 'dm');
  expect(paused.ts).toBe(card.ts);
  await shop.ada.presses(paused, 'I’m on it');
  await shop.app.idle();

  await shop.db.prisma.feed.updateMany({ where: { workspaceId }, data: { silentSince: null } });
  await shop.lena.says('/kpi target on time');
  await shop.lena.sends('Set a target', {
    scope: 'Country FR',
    target: '70 %',
    limit: '',
    validFrom: '2026-03-01',
  });
  await shop.lena.sees('country FR: target 70 % from 1 Mar on');
  await looks(shop, '2026-03-06T11:40:00Z');
  await shop.ada.sees('It has cleared: Done?', 'dm');
  await shop.ada.sees('Cleared: The target of On-time delivery, country FR is 70 % now', 'dm');
  expect(await own()).toMatchObject([{ state: 'on it' }]);
});

test('an issue of a figure that nobody counts any more ends, and says why', async () => {
  await using shop = await openShop({ at });
  await promisedOrders(shop, '2026-03-02', { kept: 90, late: 10 });
  await looks(shop, '2026-03-05T08:40:00Z');
  await shop.ada.sees('On-time delivery 90.0 % of 100', 'dm');
  // As a release leaves it behind that has this figure no more.
  await shop.db.prisma.kpiBreach.updateMany({
    where: { workspaceId: shop.workspace.id },
    data: { kpi: 'otd_of_old' },
  });
  // A release that knows it may still run: it has an hour to say so.
  await looks(shop, '2026-03-05T09:40:00Z');
  expect((await issues(shop)).map(({ state }) => state)).toContain('new');
  await looks(shop, '2026-03-05T10:40:00Z');
  await shop.ada.sees('The figure "otd_of_old" is not counted here any more', 'dm');
  const [old] = await issues(shop);
  expect(old).toMatchObject({ state: 'done', resolutionCode: 'will not be fixed' });
});

test('every hour it is looked at by itself', async () => {
  await using shop = await openShop({ at });
  await promisedOrders(shop, '2026-03-02', { kept: 90, late: 10 });
  await shop.comes('2026-03-05T08:40:00Z');
  await shop.app.catchUp();
  await shop.app.idle();
  await shop.ada.sees('On-time delivery 90.0 % of 100', 'dm');
});

test('any number of replicas that look at once raise one issue', async () => {
  await using shop = await openShop({ at });
  await promisedOrders(shop, '2026-03-02', { kept: 90, late: 10 });
  const look = async () => {
    const ctx = await newContext({ at, workspace: shop.workspace });
    return (await judgeTargets.call(asSystem(ctx, 'kpis'), {})).begun;
  };
  const begun = isOnServer
    ? await Promise.all(Array.from({ length: 8 }, look))
    : [await look(), await look(), await look()];
  expect(begun.filter((many) => many > 0)).toEqual([1]);
  expect(await issues(shop)).toHaveLength(1);
  expect(await shop.db.prisma.kpiBreach.count({ where: { workspaceId: shop.workspace.id } })).toBe(1);
});
