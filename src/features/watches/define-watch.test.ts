import { expect, test } from 'vitest';
import { z } from 'zod';
import { builders } from '../../../test/harness/builders.ts';
import { newContext, testDatabase } from '../../../test/harness/database.ts';
import type { MutationContext } from '../../core/runtime/context.ts';
import { inUnit } from '../../core/runtime/unit.ts';
import { defineNotification } from '../../core/tokens/notification.ts';
import { defineWatch } from './index.ts';

const { prisma } = await testDatabase();
const said = { late: 'collapse', inDoubt: 'repeat', counted: false } as const;
const card = defineNotification({
  ...said,
  id: 'lanes.watch',
  priority: 'status',
  shape: 'living',
  facts: z.object({}),
});
const crossing = defineNotification({
  ...said,
  id: 'lanes.crossing',
  priority: 'decision',
  shape: 'once',
  facts: z.object({ lane: z.string(), before: z.string(), after: z.string() }),
});

/** Lanes are open or closed; only closing is announced. */
const lanes = new Map([['HAM-ROT', 'open']]);
const laneWatch = defineWatch<string, z.output<typeof crossing.facts>>({
  kind: 'lanes.lane',
  card,
  crossing,
  read: async (_, lane) => lanes.get(lane) ?? null,
  stateOf: (state) => state,
  isCrossing: (_, after) => after === 'closed',
  factsOf: (lane, _, before, after) => ({ lane, before, after }),
});

async function maya(channel: string | null = null) {
  const ctx = await newContext();
  const id = await builders(prisma, ctx.workspace, ctx.now).person('Maya', 'U0MAYA0001', ['operator']);
  const actor = {
    kind: 'person',
    id,
    name: 'Maya',
    slackUserId: 'U0MAYA0001',
    slackAdmin: false,
    roles: ['operator'],
    departments: [],
    timeZone: 'UTC',
  } as const;
  const asked = { ...ctx, actor, channel };
  return async <T>(work: (unit: MutationContext) => Promise<T>) => await inUnit(asked, {}, work);
}
const lines = (notifications: readonly { kind: { id: string }; place: string }[] = []) =>
  notifications.map(({ kind, place }) => `${kind.id} ${place}`);

test('anything can be watched: its card follows it, and a crossing is announced once', async () => {
  const run = await maya();
  const begun = await run(async (unit) => await laneWatch.begin(unit, 'HAM-ROT', 'open', 'directly'));
  expect(begun).toMatchObject({ place: 'U0MAYA0001', begun: true, changes: [{ after: { watched: true } }] });
  lanes.set('HAM-ROT', 'closed');
  const follow = async () => lines(await run(async (unit) => await laneWatch.follow(unit, ['HAM-ROT', 'X'])));
  expect(await follow()).toEqual(['lanes.watch U0MAYA0001', 'lanes.crossing U0MAYA0001']);
  expect(await follow()).toEqual(['lanes.watch U0MAYA0001']);
  lanes.set('HAM-ROT', 'open');
  expect(await follow()).toEqual(['lanes.watch U0MAYA0001']);
});

test('a watch begun twice exists once and brings its card back; an ended one follows no more', async () => {
  const run = await maya('C0OPSDAILY');
  const begin = async () => await run(async (unit) => await laneWatch.begin(unit, 'HAM-ROT', 'open', 'here'));
  expect(await begin()).toMatchObject({ place: 'C0OPSDAILY', begun: true });
  expect(await begin()).toMatchObject({ begun: false, changes: [], notifications: [{ again: true }] });
  expect(await run(async (unit) => await laneWatch.list(unit, 5))).toMatchObject({ total: 1 });
  const stop = async () => await run(async (unit) => await laneWatch.stop(unit, 'HAM-ROT', 'C0OPSDAILY'));
  expect(await stop()).toMatchObject({ ended: true });
  expect(await stop()).toMatchObject({ ended: false, changes: [] });
  expect(await run(async (unit) => await laneWatch.follow(unit, ['HAM-ROT']))).toEqual([]);
  expect(await run(async (unit) => await laneWatch.list(unit, 5))).toEqual({ watches: [], total: 0 });
});

test("nobody can end another person's own watch", async () => {
  const run = await maya();
  await expect(run(async (unit) => await laneWatch.stop(unit, 'HAM-ROT', 'U0LENA0001'))).rejects.toThrow(
    'That watch belongs to somebody else.',
  );
});

test("replicas of the previous and of this release see each other's watches", async () => {
  const ctx = await newContext();
  const sku = ctx.ids.uuid(ctx.now);
  const key = { workspaceId: ctx.workspace.id, place: 'C0OPSDAILY', personId: ctx.ids.uuid(ctx.now) };
  await prisma.watch.create({ data: { ...key, skuId: sku, toldStatus: 'ok', createdAt: ctx.now } });
  const here = { workspaceId: ctx.workspace.id, kind: 'stock.sku', subjectId: sku };
  expect(await prisma.subjectWatch.findMany({ where: here })).toMatchObject([
    { place: 'C0OPSDAILY', toldState: 'ok', endedAt: null },
  ]);
  await prisma.subjectWatch.updateMany({ where: here, data: { toldState: 'low', endedAt: ctx.now } });
  expect(await prisma.watch.findMany({ where: { workspaceId: ctx.workspace.id, skuId: sku } })).toMatchObject(
    [{ toldStatus: 'low', endedAt: ctx.now }],
  );
  await prisma.watch.updateMany({
    where: { workspaceId: ctx.workspace.id, skuId: sku },
    data: { endedAt: null },
  });
  expect(await prisma.subjectWatch.findMany({ where: here })).toMatchObject([
    { toldState: 'low', endedAt: null },
  ]);
  const other = { ...key, kind: 'lanes.lane', subjectId: 'HAM-ROT', toldState: 'open', createdAt: ctx.now };
  await prisma.subjectWatch.create({ data: other });
  expect(await prisma.watch.count({ where: { workspaceId: ctx.workspace.id } })).toBe(1);
});
