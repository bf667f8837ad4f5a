import { expect, test } from 'vitest';
import { type Chance, chanceFrom } from '../../../../test/harness/chance.ts';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { orderRows } from '../../../../test/harness/order-rows.ts';
import { shuffled, story } from '../../../../test/harness/order-story.ts';
import { line, moment, parcel, reached, sale, says } from '../../../../test/harness/statements.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { type OrderStatement, orderMissing, tellOrders } from '../index.ts';

const { prisma } = await testDatabase();
const shuffles = 60;

async function telling(ctx: Context, ...statements: readonly OrderStatement[]) {
  return await tellOrders.call(asSystem(ctx, 'test'), { statements: [...statements] });
}
const rowsOf = async (ctx: Context) => await orderRows(prisma, ctx.workspace.id);
const ownAudit = async (ctx: Context) =>
  await prisma.auditEntry.findMany({
    where: { workspaceId: ctx.workspace.id, operation: 'orders.tell' },
    orderBy: { id: 'asc' },
  });

/** Those of which the first says the order's number come first: without it nothing can be told of it. */
function inBatches(statements: readonly OrderStatement[], { below }: Chance) {
  const left = [...statements];
  const batches: OrderStatement[][] = [];
  while (left.length > 0) batches.push(left.splice(0, 1 + below(6)));
  return batches;
}

test('any order of arrival, with repetitions and in batches of any size, ends in the same rows', {
  timeout: 240_000,
}, async () => {
  const chance = chanceFrom(41);
  const once = await newContext();
  await telling(once, ...story);
  const expected = await rowsOf(once);
  expect(expected).toMatchObject({
    orders: [{ number: '#1042', stage: 'handed_over', totalMinor: 9_007_199_254_740_993n }],
  });
  for (let n = 0; n < shuffles; n += 1) {
    const ctx = await newContext();
    for (const batch of inBatches(shuffled(chance), chance)) await telling(ctx, ...batch);
    expect(await rowsOf(ctx), `shuffle ${n}`).toEqual(expected);
  }
});

test('what was told before changes nothing and leaves no trace', async () => {
  const ctx = await newContext();
  await telling(ctx, ...story);
  const before = [
    await rowsOf(ctx),
    await ownAudit(ctx),
    await prisma.factChange.findMany({ orderBy: { id: 'asc' } }),
  ];
  const { changed } = await telling({ ...ctx, now: new Date(ctx.now.getTime() + 60_000) }, ...story);
  expect(changed).toEqual([]);
  expect([
    await rowsOf(ctx),
    await ownAudit(ctx),
    await prisma.factChange.findMany({ orderBy: { id: 'asc' } }),
  ]).toEqual(before);
});

const order = sale('2026-11-23 09:00', [line('A', 1), line('B', 2)]);

test('the audit log has one row for each order and call, with what changed', async () => {
  const ctx = await newContext();
  const { orders } = await telling(ctx, order);
  await telling(
    ctx,
    says('2026-11-23 10:00', { header: { customerReference: 'C-1' } }),
    parcel('1', '2026-11-24 09:00', 'A1'),
  );
  const audit = await ownAudit(ctx);
  expect(audit.map(({ subjectId, before, after }) => ({ subjectId, before, after }))).toEqual([
    {
      subjectId: orders[0],
      before: null,
      after: { number: '#1042', channel: 'shop', stage: 'paid', lines: 2 },
    },
    {
      subjectId: orders[0],
      before: {
        customerReference: null,
        stage: 'paid',
        labelledAt: null,
        nextStop: 'unallocated',
        nextStopAt: expect.any(String),
        saidAt: '2026-11-23T08:00:00.000Z',
      },
      after: {
        customerReference: 'not kept here',
        stage: 'labelled',
        labelledAt: '2026-11-24T08:00:00.000Z',
        nextStop: 'label unscanned',
        nextStopAt: expect.any(String),
        saidAt: '2026-11-24T08:00:00.000Z',
        changed: ['lines', 'fulfilments'],
      },
    },
  ]);
});

test('what is told of an order that nobody told yet names it, and is done when it has come', async () => {
  const ctx = await newContext();
  const label: OrderStatement = {
    ...parcel('1', '2026-11-24 09:00', 'A1'),
    order: { ...order.order, number: null },
  };
  const { refused, orders } = await telling(ctx, label);
  expect(orders).toEqual([]);
  expect(refused).toMatchObject([
    {
      facet: 'fulfilment 1',
      missing: 'order shop 9007199254740993',
      reason: 'is about an order that nobody told yet',
    },
  ]);
  expect(orderMissing({ source: 'shop', externalId: '9007199254740993' })).toBe(refused[0]?.missing);
  await telling(ctx, order);
  expect((await telling(ctx, label)).changed).toHaveLength(1);
  // Both at once, the parcel first.
  const other = await newContext();
  expect((await telling(other, label, order)).refused).toEqual([]);
  expect(await rowsOf(other)).toEqual(await rowsOf(ctx));
});

test('two orders of one source under one number are never one', async () => {
  const ctx = await newContext();
  await telling(ctx, order);
  const before = await rowsOf(ctx);
  const external = { source: 'shop', kind: 'order' as const, externalId: '450789469' };
  const other: OrderStatement = { ...order, order: { ...order.order, external } };
  const { refused } = await telling(ctx, other);
  expect(refused).toMatchObject([
    { reason: 'is about number #1042, which is order 9007199254740993 already', missing: null },
  ]);
  expect(await rowsOf(ctx)).toEqual(before);
  const renamed: OrderStatement = { ...other, order: { ...other.order, number: '#1043' } };
  await telling(ctx, renamed);
  const taken = await telling(ctx, {
    ...renamed,
    versionAt: moment('2026-11-24 09:00'),
    order: { ...renamed.order, number: '1042' },
  });
  expect(taken.refused).toMatchObject([{ reason: "would take the number 1042, which is another order's" }]);
});

test('an order that its shop renames keeps what it is', async () => {
  const ctx = await newContext();
  const { orders } = await telling(ctx, order);
  const renamed = says('2026-11-25 09:00', { order: { ...order.order, number: '#1042-1' } });
  expect((await telling(ctx, renamed)).changed).toEqual(orders);
  expect(await rowsOf(ctx)).toMatchObject({ orders: [{ number: '#1042-1', numberKey: '1042-1' }] });
});

test('an order that an older release stored is told of like any other', async () => {
  const ctx = await newContext();
  const workspaceId = ctx.workspace.id;
  const id = ctx.ids.uuid(ctx.now);
  const at = moment('2026-11-20 10:00');
  await prisma.order.create({
    data: {
      ...{
        workspaceId,
        id,
        number: '#1042',
        numberKey: '1042',
        kind: 'sale',
        channel: 'shop',
        currency: 'EUR',
      },
      ...{ stage: 'packed', placedAt: at, packedAt: at, onHold: false, source: 'import', updatedAt: at },
    },
  });
  await prisma.$executeRaw`
    INSERT INTO order_line (workspace_id, order_id, ordinal, source_line, code, title, kind, ordered, allocated, picked, shipped,
      cancelled, refunded, unit_price_minor, placed_at)
    VALUES (${workspaceId}::uuid, ${id}::uuid, 1, 'A', 'SKU-A', 'A mug', 'goods', 1, 1, 1, 0, 0, 0, 1000, ${at})`;
  await telling(ctx, says('2026-11-25 09:00', { milestones: [reached('handed_over', '2026-11-25 09:00')] }));
  expect(await rowsOf(ctx)).toMatchObject({
    orders: [{ stage: 'handed_over', packedAt: at, placedAt: at }],
    lines: [{ lineKey: 'A', title: 'A mug', ordered: 1, shipped: 1, open: 0 }],
    statements: [{ source: 'file migrated', said: { lines: { of: [{ id: 'A' }] } } }, { source: 'shop' }],
  });
});
