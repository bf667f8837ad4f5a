import { expect, test } from 'vitest';
import { chanceFrom } from '../../../../test/harness/chance.ts';
import { foldAll } from '../../../../test/harness/facts.ts';
import { askFigure, rowsOf, trendOf } from '../../../../test/harness/figures.ts';
import { type Hooked, openHooked } from '../../../../test/harness/hooked.ts';
import { rebuildFamily } from '../../kpis/keeping/rebuild.ts';
import { replayDelivery } from '../editing/replay.ts';
import { changeSource } from '../editing/save.ts';

const secondMs = 1_000;
const hourMs = 3_600_000;
const days = { from: '2026-03-01', to: '2026-03-04' };

/** What a source tells of an order, and of when. */
const order = (id: string, at: Date) =>
  JSON.stringify({
    topic: 'order',
    delivery: `order ${id}`,
    order: { id, number: id, updated_at: at.toISOString(), currency: 'EUR', lines: [] },
  });
const level = (id: string, at: Date) =>
  JSON.stringify({
    topic: 'level',
    delivery: `level ${id}`,
    level: { sku: `NONE-${id}`, location: 'HAM', available: 3, as_of: at.toISOString() },
  });

/** Tells something that was so many seconds ago; below zero: is still to come. */
const tells = async (hooked: Hooked, id: string, seconds: number, of = order) =>
  await hooked.receives({
    kind: 'generic',
    topic: '',
    body: of(id, new Date(hooked.clock.now().getTime() - seconds * secondMs)),
  });

async function counted(hooked: Hooked) {
  await hooked.drain();
  await foldAll(hooked.ctx());
}

async function lagOf(hooked: Hooked, asked = days) {
  const { figure, heard } = await askFigure(hooked.ctx(), 'feed_lag', asked);
  const [total] = figure.totals;
  const { mean, p50, p95 } = figure.spread ?? {};
  return { size: Number(total?.d ?? 0), mean, p50, p95, left: figure.excluded, heard };
}

/** What the statement of days has to agree with: a count of the deliveries themselves. */
async function histogram({ prisma, where }: Hooked) {
  const [raw, kept] = [
    await prisma.$queryRaw<object[]>`
      SELECT source_id::text, floor(extract(epoch FROM received_at - happened_at))::int AS seconds, count(*)::int AS n
      FROM (SELECT DISTINCT ON (source_id, sha256) source_id, received_at, happened_at FROM webhook_delivery
        WHERE workspace_id = ${where.workspaceId}::uuid AND happened_at IS NOT NULL ORDER BY source_id, sha256, received_at, id) d
      GROUP BY 1, 2 ORDER BY 1, 2`,
    await prisma.$queryRaw<object[]>`
      SELECT source_id::text, seconds::int, sum(count)::int AS n FROM feed_lag
      WHERE workspace_id = ${where.workspaceId}::uuid GROUP BY 1, 2 ORDER BY 1, 2`,
  ];
  expect(kept).toEqual(raw);
  return kept.length;
}

test('each delivery counts once, by whole seconds, for the day on which it was stored', async () => {
  // A quarter to midnight in Berlin.
  const hooked = await openHooked('2026-03-01T22:45:00Z', ['generic']);
  for (const [id, seconds] of [1, 2, 3.9, 4, 90].entries()) await tells(hooked, `${id}`, seconds);
  // Sent again, it is the same delivery.
  await tells(hooked, '0', 1);
  await counted(hooked);
  expect(await lagOf(hooked)).toMatchObject({ size: 5, mean: 20, p50: 3, left: [] });
  // Nineteen twentieths of the way through five values, as `percentile_cont` has it: 4 + 0.8 × 86.
  expect((await lagOf(hooked)).p95).toBeCloseTo(72.8, 9);

  // Handled again, it was stored when it was stored.
  const [first] = await hooked.prisma.webhookDelivery.findMany({ where: hooked.where });
  hooked.clock.forward(2 * hourMs);
  await replayDelivery.call(hooked.ctx(), { id: first?.id ?? '' });
  await tells(hooked, 'next day', 7);
  await counted(hooked);
  expect(await lagOf(hooked)).toMatchObject({ size: 6 });
  expect(
    (await trendOf(hooked.ctx(), 'feed_lag', days)).map(({ day, d, p50 }) => [day, Number(d), p50]),
  ).toEqual([
    ['2026-03-01', 5, 3],
    ['2026-03-02', 1, 7],
  ]);
  const rows = await rowsOf(hooked.ctx(), 'feed_lag', days);
  expect(rows.map(({ label, n, d }) => `${label}: ${d} × ${n} s`)).toEqual([
    ...['1', '2', '3', '4', '90'].map((n) => `generic, orders: 1 × ${n} s`).toSorted(),
    'generic, orders: 1 × 7 s',
  ]);
  await histogram(hooked);
});

test('the same content under another id of the delivery is told once, in one batch and later', async () => {
  const hooked = await openHooked('2026-03-02T08:00:00Z', ['generic']);
  const { prisma, where } = hooked;
  const at = hooked.clock.now();
  const again = async (id: string) => {
    // As if the source had given what it sent an id of its own: then it is another delivery.
    await prisma.$executeRaw`UPDATE webhook_delivery SET delivery_key = id::text WHERE workspace_id = ${where.workspaceId}::uuid`;
    await hooked.receives({ kind: 'generic', topic: '', body: order(id, new Date(at.getTime() - 5_000)) });
  };
  await again('1');
  await again('1');
  await counted(hooked);
  hooked.clock.forward(hourMs);
  await again('1');
  await again('2');
  await counted(hooked);
  expect(await prisma.webhookDelivery.count({ where })).toBe(4);
  // The other order was told an hour late.
  expect(await lagOf(hooked)).toMatchObject({ size: 2, p50: (5 + 3_605) / 2 });
  await histogram(hooked);
});

test('a clock that is ahead is a fault: counted, and in no figure', async () => {
  const hooked = await openHooked('2026-03-02T08:00:00Z', ['generic']);
  await tells(hooked, '1', 5);
  await tells(hooked, '2', -0.4);
  // So far ahead that it is not taken at all.
  await tells(hooked, '3', -7_200);
  await counted(hooked);
  expect(await lagOf(hooked)).toMatchObject({
    size: 1,
    p50: 5,
    p95: 5,
    left: [{ why: 'told of a time that was still to come', rows: 2 }],
  });
});

test('it is split by source and by what is told, and a source that is called otherwise keeps what it was', async () => {
  const hooked = await openHooked('2026-03-02T08:00:00Z', ['generic', 'shopify']);
  for (let n = 0; n < 3; n += 1) await tells(hooked, `${n}`, 10);
  // It waits for a SKU that nobody knows, and came when it came.
  await tells(hooked, 'a', 30, level);
  const updated = new Date(hooked.clock.now().getTime() - 2_000).toISOString();
  await hooked.receives({
    kind: 'shopify',
    topic: 'inventory_levels/update',
    body: `{"inventory_item_id": 1, "location_id": 2, "available": 3, "updated_at": "${updated}"}`,
    id: 'shopify 1',
  });
  await counted(hooked);
  const split = async (by: string) => {
    const { parts } = await askFigure(hooked.ctx(), 'feed_lag', days, by);
    return Object.fromEntries(
      (parts?.all ?? []).map(({ value, totals: [total], spread }) => [
        value,
        [Number(total?.d), spread?.p50, spread?.p95],
      ]),
    );
  };
  expect(await split('source')).toEqual({ generic: [4, 10, 27], shopify: [1, 2, 2] });
  expect(await split('kind')).toEqual({ orders: [3, 10, 10], 'stock levels': [2, 16, 28.6] });

  const id = hooked.sourceId('generic');
  const as = { name: 'The ERP', channel: null, currency: null, paths: null };
  await changeSource.call(hooked.ctx(), { id, ...as });
  await foldAll(hooked.ctx());
  expect(await split('source')).toEqual({ 'The ERP': [4, 10, 27], shopify: [1, 2, 2] });
});

test('whatever comes in whatever order, days are what a count of all deliveries says, also made anew', {
  timeout: 120_000,
}, async () => {
  const hooked = await openHooked('2026-03-01T20:00:00Z', ['generic']);
  const { below } = chanceFrom(11);
  const lags: number[] = [];
  for (let n = 0; n < 150; n += 1) {
    const seconds = below(10) === 0 ? below(90_000) : below(12);
    lags.push(seconds);
    await tells(hooked, `${n}`, seconds);
    if (below(5) === 0) await tells(hooked, `${n}`, seconds);
    if (below(4) === 0) hooked.clock.forward(below(60) * 60 * secondMs);
    if (below(10) === 0) await hooked.drain();
    if (below(20) === 0) await counted(hooked);
  }
  await counted(hooked);
  expect(await histogram(hooked)).toBeGreaterThan(12);
  const all = { from: '2026-03-01', to: '2026-04-01' };
  const sorted = lags.toSorted((a, b) => a - b);
  const at = (share: number) => {
    const place = share * (sorted.length - 1);
    const [low = 0, high = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
    return low + (place - Math.floor(place)) * (high - low);
  };
  const before = await lagOf(hooked, all);
  expect(before.size).toBe(150);
  expect(before.mean).toBeCloseTo(lags.reduce((sum, one) => sum + one, 0) / 150, 9);
  expect(before.p50).toBeCloseTo(at(0.5), 9);
  expect(before.p95).toBeCloseTo(at(0.95), 9);
  const trend = await trendOf(hooked.ctx(), 'feed_lag', all);
  expect(trend.reduce((sum, { d }) => sum + Number(d), 0)).toBe(150);

  await rebuildFamily.call(hooked.ctx(), { family: 'lag' });
  await foldAll(hooked.ctx());
  expect(await lagOf(hooked, all)).toEqual(before);
  expect(await trendOf(hooked.ctx(), 'feed_lag', all)).toEqual(trend);
});
