import { expect, test } from 'vitest';
import { listPage } from '../../../src/features/orders/backlog/list.ts';
import { orderList } from '../../../src/features/orders/backlog/list-views.ts';
import { pastFilter, stuckFilter } from '../../../src/features/orders/digest/digest-views.ts';
import { builders } from '../../harness/builders.ts';
import { newContext, testDatabase } from '../../harness/database.ts';
import { linesOf, sectionFor, sectionIn } from '../../harness/digest.ts';
import { givenOrders } from '../../harness/given-orders.ts';
import { importing } from '../../harness/import.ts';

// A Tuesday, 09:00 in Hamburg.
const at = '2026-03-03T08:00:00Z';
const on = (text: string) => new Date(text);

/** Hamburg, where DHL collects at 16:00 and UPS at 20:30, and Tokyo without collections. */
async function openPlaces() {
  const ctx = await newContext({ at });
  const { prisma } = await testDatabase();
  const given = builders(prisma, ctx.workspace, ctx.now);
  const hamburg = await given.location({ code: 'HAM', name: 'Hamburg' });
  const tokyo = await given.location({ code: 'TYO', name: 'Tokyo' });
  await importing(ctx, 'carriers FILE', 'carrier,service,name\nDHL,,\nDHL,PAKET,Paket\nUPS,,\n');
  await importing(
    ctx,
    'collections FILE',
    'location,carrier,service,weekdays,cut_off\nHAM,DHL,,Mon–Fri,16:00\nHAM,UPS,,Mon–Fri,20:30\n',
  );
  return { ctx, hamburg, tokyo, order: givenOrders(prisma, ctx.workspace, () => ctx.now) };
}

const reader = { now: on(at), timeZone: 'Europe/Berlin' };

test('a shop with nothing to send says nothing of orders', async () => {
  const { ctx, order } = await openPlaces();
  await order('1', { stage: 'delivered', shipBy: on('2026-03-01T08:00:00Z') });
  for (const key of ['orders.late', 'orders.stuck', 'orders.due'])
    expect(await sectionIn(ctx, key)).toBeNull();
});

test('late orders: how many, what they are worth, the oldest first; as many as their list', async () => {
  const { ctx, order, hamburg } = await openPlaces();
  const here = { locationId: hamburg, openMinor: 1_000n };
  await order('1001', { ...here, stage: 'picked', shipBy: on('2026-02-28T15:00:00Z') });
  const one = await sectionIn(ctx, 'orders.late');
  expect(one?.finding).toBe('1 order past ship-by (€10.00), for 2 days');
  expect(one?.open?.text.text).toBe('1 order');

  await order('1002', { ...here, stage: 'paid', shipBy: on('2026-03-03T07:00:00Z') });
  await order('1003', { ...here, stage: 'paid', shipBy: on('2026-03-03T07:00:00Z'), onHold: true });
  await order('1004', { ...here, stage: 'paid', shipBy: on('2026-03-03T15:00:00Z') });
  const part = await sectionIn(ctx, 'orders.late');
  expect(part).toMatchObject({
    finding: '2 orders past ship-by (€20.00), the oldest for 2 days',
    urgency: 'now',
    total: 2,
  });
  expect(linesOf(part)).toEqual([
    '1001 · 2 days past ship-by · €10.00 · Hamburg · picked',
    '1002 · 1 h past ship-by · €10.00 · Hamburg · paid',
  ]);
  const list = orderList(await listPage.call(ctx, { ...pastFilter, after: null }), reader);
  expect(list.text).toContain('2 orders to ship, past ship-by');
});

test('late orders in two currencies are never added, and more than a page are counted', async () => {
  const { ctx, order } = await openPlaces();
  for (let n = 0; n < 12; n++)
    await order(`${n}`, { openMinor: 100n, stage: 'paid', shipBy: on('2026-03-02T08:00:00Z') });
  await order('99', { openMinor: 5n, currency: 'USD', stage: 'paid', shipBy: on('2026-03-02T09:00:00Z') });
  const part = await sectionIn(ctx, 'orders.late');
  expect(part).toMatchObject({
    finding: '13 orders past ship-by (€12.00 and US$0.05), the oldest for 24 h',
    total: 13,
  });
  expect(part?.lines).toHaveLength(10);
});

test('stuck orders: the most money first, each with what gets it on; as many as their list', async () => {
  const { ctx, order, hamburg } = await openPlaces();
  const here = { locationId: hamburg, shipBy: on('2026-03-04T15:00:00Z') };
  const stopped = { nextStopAt: on('2026-03-03T07:00:00Z') };
  await order('2001', {
    ...here,
    ...stopped,
    stage: 'paid',
    openMinor: 9_484n,
    nextStop: 'unallocated',
    lines: [{ code: 'MUG-01', ordered: 2 }],
  });
  expect((await sectionIn(ctx, 'orders.stuck'))?.finding).toBe('1 order stuck, €94.84');
  await order('2002', { ...here, ...stopped, stage: 'allocated', openMinor: 12_000n, nextStop: 'unpicked' });
  await order('2003', {
    ...here,
    stage: 'allocated',
    openMinor: 1n,
    nextStop: 'unpicked',
    nextStopAt: on('2026-03-03T09:00:00Z'),
  });
  const part = await sectionIn(ctx, 'orders.stuck');
  expect(part).toMatchObject({
    finding: '2 orders stuck, the largest €120.00',
    urgency: 'now',
    total: 2,
  });
  expect(linesOf(part)).toEqual([
    '2002 · allocated and not picked since Tue 3 Mar 08:00 CET · €120.00 · Hamburg · Have it picked: an operator can expedite it',
    '2001 · paid and not allocated since Tue 3 Mar 08:00 CET · €94.84 · Hamburg · Set MUG-01 aside, or see with `/stock MUG-01` if it is short',
  ]);
  const list = orderList(await listPage.call(ctx, { ...stuckFilter, after: null }), reader);
  expect(list.text).toContain('2 orders stopped at a hand-over');
});

test('orders due: each location by its own next cut-off, later today, and what was carried over', async () => {
  const { ctx, order, hamburg, tokyo } = await openPlaces();
  const here = { locationId: hamburg, stage: 'paid', openMinor: 1_000n };
  await order('3001', { ...here, shipBy: on('2026-03-03T15:00:00Z') });
  const one = await sectionIn(ctx, 'orders.due');
  expect(one).toMatchObject({
    finding: '1 order for the next cut-off, none carried over',
    urgency: 'note',
  });

  await order('3002', { ...here, shipBy: on('2026-03-03T15:00:00Z') });
  await order('3003', { ...here, shipBy: on('2026-03-03T20:00:00Z') });
  await order('3004', { ...here, shipBy: on('2026-03-02T15:00:00Z') });
  await order('3005', { ...here, shipBy: on('2026-03-05T15:00:00Z') });
  await order('3006', { ...here, shipBy: on('2026-03-02T15:00:00Z'), onHold: true });
  await order('3007', { ...here, locationId: tokyo, shipBy: on('2026-03-03T14:00:00Z') });
  const part = await sectionIn(ctx, 'orders.due');
  expect(part).toMatchObject({
    finding: '2 orders for the next cut-off, 2 later today, 1 carried over (€10.00)',
    urgency: 'look',
    total: 2,
  });
  expect(linesOf(part)).toEqual([
    'Hamburg: 2 by Tue 3 Mar 16:00 CET (€20.00), 1 later today (€10.00), 1 carried over (€10.00)',
    'Tokyo: 1 later today (€10.00)',
  ]);
});

test('whoever may not look up orders has no section of them', async () => {
  const { ctx, order } = await openPlaces();
  await order('1', { stage: 'paid', shipBy: on('2026-03-01T08:00:00Z') });
  expect(
    await sectionFor(
      { ...ctx, actor: { ...ctx.actor, kind: 'console', id: 'x', name: 'x', roles: [] } },
      'orders.late',
    ),
  ).toBeNull();
  expect(await sectionFor(ctx, 'orders.late')).not.toBeNull();
});
