import { expect, test } from 'vitest';
import { asSystem } from '../../src/core/runtime/system.ts';
import { inboundPage } from '../../src/features/purchases/inbound/list.ts';
import { everything, type InboundFilter } from '../../src/features/purchases/inbound/model.ts';
import { newContext, testDatabase } from '../../test/harness/database.ts';
import { tellInbound } from './inbound.ts';
import { layOutMorning } from './morning.ts';
import { slackUsers } from './people.ts';
import { seedShop } from './shop.ts';
import { numbers } from './week/numbers.ts';

const minuteMs = 60_000;

test('a morning is laid out once, and is the same every time', { timeout: 120_000 }, async () => {
  const ctx = asSystem(await newContext(), 'demo');
  const { prisma, database } = await testDatabase();
  const where = { workspaceId: ctx.workspace.id };
  await seedShop({ ...ctx, database }, { until: '2026-03-01' });
  expect(await tellInbound.call(ctx, {})).toBe(true);
  expect(await tellInbound.call(ctx, {})).toBe(false);
  expect(await layOutMorning.call(ctx, {})).toBe(true);
  expect(await layOutMorning.call(ctx, {})).toBe(false);

  const ago = (at: Date | null) => at && (ctx.now.getTime() - at.getTime()) / minuteMs;
  const issues = await prisma.issue.findMany({ where, orderBy: { number: 'asc' } });
  expect(
    issues.map((one) => [one.number, one.severity, one.department, one.state, ago(one.promiseAt), one.place]),
  ).toEqual([
    [1, 'low', 'warehouse', 'new', null, 'C0OPSALERT'],
    [2, 'normal', 'customer service', 'new', null, 'C0OPSALERT'],
    [3, 'normal', 'purchasing', 'on it', -150, 'C0OPSALERT'],
    [4, 'normal', 'management', 'on it', -175, 'C0OPSALERT'],
    [5, 'critical', 'shipping', 'on it', 6, 'C0OPSALERT'],
    [6, 'high', 'warehouse', 'new', null, 'C0OPSALERT'],
    [7, 'normal', 'customer service', 'new', null, 'C0OPSALERT'],
    [8, 'normal', 'warehouse', 'new', null, 'C0OPSALERT'],
  ]);
  const approvals = await prisma.approval.findMany({ where, orderBy: { number: 'asc' } });
  expect(approvals.map(({ number, kind, state }) => [number, kind, state])).toEqual([
    [1, 'stock.adjustment', 'waiting'],
    [2, 'approvals.free-form', 'waiting'],
    [3, 'orders.cancel', 'waiting'],
    [4, 'orders.change', 'done'],
  ]);
  expect(JSON.stringify(approvals[0]?.policy)).toContain('"role":"lead"');
  expect(JSON.stringify(approvals[1]?.policy)).toContain('"role":"manager"');
  expect(JSON.stringify(approvals[2]?.policy)).toContain('"role":"lead"');
  const links = await prisma.issueLink.findMany({ where: { ...where, what: 'order' } });
  expect(links.map(({ label }) => label).sort()).toEqual([
    `Order ${numbers.picture}`,
    `Order ${numbers.expedited}`,
  ]);
  expect(await prisma.subjectWatch.count({ where })).toBe(1);

  // Everything but Rotterdam was heard within the hour, and the bot has said so of Rotterdam.
  const feeds = await prisma.feed.findMany({ where, orderBy: { number: 'asc' } });
  expect(feeds.map((one) => [one.source, one.silentSince?.toISOString() ?? null])).toEqual([
    ['WMS', null],
    ['3PL', '2026-02-28T15:20:00.000Z'],
    ['tills', null],
    ['Amazon FBA', null],
    ['shopify', null],
    ['amazon', null],
    ['store', null],
    ['ERP', null],
    ['EasyPost', null],
    ['ERP', null],
  ]);
  expect(feeds.slice(4, 7).map((one) => ago(one.lastHeardAt))).toEqual([2, 4, 16]);
  expect(issues[3]?.title).toBe('No stock levels from 3PL, Rotterdam 3PL, since Sat 28 Feb 16:20 CET');

  // What is ordered of suppliers, for shelves that are empty or nearly so.
  const inbound = async (show: InboundFilter['show']) =>
    await inboundPage.call(ctx, { ...everything, show, after: null });
  const open = await inbound('open');
  expect(open.totals).toMatchObject({ open: 10, overdue: 2 });
  const left = new Map(open.rows.map(({ code, standing }) => [code, standing?.available ?? 0]));
  expect([...left].filter(([, available]) => available < 20).map(([code]) => code)).toEqual([
    'CANDLE-01',
    'THROW-01',
    'VASE-03',
    'BOWL-02',
    'CUSH-05',
    'SOAP-02',
    'BASKET-03',
    'LAMP-05',
  ]);
  expect((await inbound('faults')).rows.map(({ code, faults }) => [code, faults])).toEqual([
    ['TPOT-01', ['delivered before sent']],
  ]);
  expect((await inbound('all')).total).toBe(16);
  const known = await prisma.sku.findMany({ where, select: { code: true, title: true, supplier: true } });
  const told = await prisma.purchaseLine.findMany({ where });
  for (const { code, title, supplier } of told) expect(known).toContainEqual({ code, title, supplier });

  // Late messages would be gathered into one summary that tells of an outage.
  const messages = await prisma.message.findMany({ where });
  expect(messages.length).toBeGreaterThan(8);
  expect(messages.filter(({ waitingSince }) => waitingSince.getTime() !== ctx.now.getTime())).toEqual([]);
});

test('where one of the sample’s people is gone, nothing is laid out', { timeout: 120_000 }, async () => {
  const ctx = asSystem(await newContext(), 'demo');
  const { prisma, database } = await testDatabase();
  await seedShop({ ...ctx, database }, { until: '2026-03-01' });
  await prisma.member.update({
    where: { workspaceId_slackUserId: { workspaceId: ctx.workspace.id, slackUserId: slackUsers.vic } },
    data: { deactivated: true },
  });
  expect(await layOutMorning.call(ctx, {})).toBe(false);
  expect(await prisma.issue.count({ where: { workspaceId: ctx.workspace.id } })).toBe(0);
});
