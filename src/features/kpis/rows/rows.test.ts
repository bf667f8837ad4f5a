import { expect, test } from 'vitest';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { foldAll } from '../../../../test/harness/facts.ts';
import { rowsOf, trendOf } from '../../../../test/harness/figures.ts';
import { givenOrders } from '../../../../test/harness/given-orders.ts';
import { kpis } from '../../../core/declare/kpi.ts';
import { listingOf } from '../../../core/declare/lists/listing.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { collect } from '../../../core/runtime/effects.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { inUnit } from '../../../core/runtime/unit.ts';
import { defineFacts, type Kpi } from '../../../core/tokens/fact.ts';
import { getTrend } from '../drawing/read.ts';
import { getFigure } from '../figure/read.ts';
import { onTime } from '../sample-figures.ts';
import { sheetOf } from './columns.ts';
import { showRows } from './show.ts';
import { rowsMessage } from './views.ts';

const stockout: Kpi = { ...onTime, measure: { kind: 'lasting', of: 'out', among: 'listed' } };
const { prisma } = await testDatabase();
const now = new Date('2026-03-05T08:00:00Z');
const hourMs = 3_600_000;
const days = { from: '2026-02-01', to: '2026-03-01' };
const asked = { ...days, by: null, versus: null };

/** Orders promised for two days, by country and channel: kept, late, open, cancelled and tried. */
async function shop(): Promise<Context> {
  const ctx = await newContext();
  const order = givenOrders(prisma, ctx.workspace, () => now);
  const ids: string[] = [];
  for (const [n, country] of ['DE', 'DE', 'FR', 'FR', 'FR', ''].entries())
    for (const [m, what] of (['kept', 'late', 'open', 'gone', 'tried'] as const).entries()) {
      const on = new Date(n % 2 === 0 ? '2026-02-10' : '2026-02-12');
      const until = new Date(on.getTime() + 23 * hourMs);
      const isDone = what === 'kept' || what === 'late' || what === 'tried';
      ids.push(
        await order(`${country}${n} ${what}`, {
          ...(country === '' ? {} : { shipCountry: country }),
          channel: m % 2 === 0 ? 'shopify' : 'ebay',
          placedAt: new Date(on.getTime() - (90 + n) * hourMs),
          test: what === 'tried',
          ...(isDone && {
            handedOverAt: new Date(on.getTime() - 48 * hourMs),
            deliveredAt: new Date(until.getTime() + (what === 'late' ? hourMs : -hourMs)),
          }),
          ...(what === 'gone' && { cancelledAt: new Date(on.getTime() - hourMs) }),
          lines: [{ code: `SKU-${n % 2}`, ordered: n + 1, dueQuantity: n + 1, unitPriceMinor: 250n }],
          promises: [{ on, until }],
        }),
      );
    }
  await inUnit(asSystem(ctx, 'test'), {}, async (unit) =>
    collect(unit.pending, { changes: [], facts: defineFacts({ id: 'order', tables: {} }).changed(ids) }),
  );
  await foldAll(ctx);
  return ctx;
}

test('the rows of a figure are those that add up to it and those that are left out of it, with the reason', async () => {
  const ctx = await shop();
  const { figure } = await getFigure.call(ctx, { kpi: 'otd', ...asked });
  const rows = await rowsOf(ctx, 'otd', days);
  const counted = rows.filter(({ counts }) => counts);
  expect(figure.totals[0]).toMatchObject({ n: 6n, d: 12n });
  expect([counted.reduce((n, row) => n + Number(row.n), 0), counted.length]).toEqual([6, 12]);
  const left = new Map<string | null, number>();
  for (const { why } of rows.filter(({ counts }) => !counts)) left.set(why, (left.get(why) ?? 0) + 1);
  expect(Object.fromEntries(left)).toEqual({
    'not delivered yet': 6,
    'cancelled before it left': 6,
    test: 6,
  });
  expect(Object.fromEntries(figure.excluded.map(({ why, rows: n }) => [why, n]))).toEqual(
    Object.fromEntries(left),
  );
});

test('the parts of a figure by themselves are what the split says, in their days, their rows and their split by another', async () => {
  const ctx = await shop();
  const cases = [
    ['otd', 'country'],
    ['orders', 'channel'],
    ['cycle', 'country'],
    ['order_value', 'sku'],
    ['units', 'sku'],
    ['credited_units', 'sku'],
    ['skus_sold', 'country'],
    ['backlog', 'country'],
  ] as const;
  for (const [kpi, dimension] of cases) {
    const { figure, parts } = await getFigure.call(ctx, { kpi, ...asked, by: dimension });
    expect(parts?.all.length, kpi).toBeGreaterThan(1);
    for (const { value, totals, spread } of parts?.all ?? []) {
      const cut = { dimension, value };
      const part = await getFigure.call(ctx, { kpi, ...asked, cut });
      expect([kpi, value, part.figure.totals, part.figure.spread?.p50]).toEqual([
        kpi,
        value,
        totals,
        spread?.p50,
      ]);
      const trend = await getTrend.call(ctx, { kpi, ...days, cut });
      if (figure.kpi.measure.kind === 'share' || figure.kpi.measure.kind === 'sum') {
        const sum = (of: 'n' | 'd') => trend.values.reduce((all, day) => all + day[of], 0n);
        expect([kpi, value, sum('n'), sum('d')]).toEqual([kpi, value, totals[0]?.n, totals[0]?.d]);
        const other = dimension === 'channel' ? 'country' : 'channel';
        const split = await getFigure.call(ctx, { kpi, ...asked, by: other, cut });
        const all = split.parts?.all.flatMap((one) => one.totals) ?? [];
        expect([kpi, value, all.reduce((n, one) => n + one.n, 0n)]).toEqual([kpi, value, totals[0]?.n]);
        const own = (await rowsOf(ctx, kpi, days, cut)).filter(({ counts }) => counts);
        expect([kpi, value, own.reduce((n, row) => n + BigInt(row.n ?? 0), 0n)]).toEqual([
          kpi,
          value,
          totals[0]?.n,
        ]);
      }
      const whole = (await getFigure.call(ctx, { kpi, ...asked, by: null })).figure.excluded;
      for (const { why, rows } of part.figure.excluded)
        expect(whole.find((one) => one.why === why)?.rows).toBeGreaterThanOrEqual(rows);
    }
  }
  expect((await trendOf(ctx, 'skus_sold', days)).map(({ day }) => day)).toEqual(
    (await trendOf(ctx, 'skus_sold', days)).map(({ day }) => day).toSorted(),
  );
});

test('the file says what a row is of, has each dimension by itself, and at the end whether it counts', async () => {
  const ctx = await shop();
  const handler = listingOf(ctx, 'kpis.rows');
  const filter = { kpi: 'otd', ...days, cut: { dimension: 'country', value: 'FR' } };
  expect(await handler.titleOf(ctx, filter)).toBe('On-time delivery, country FR, 1 Feb to 28 Feb');
  const columns = handler.columnsOf(ctx, filter);
  expect(columns).toEqual([
    ...['Order', 'Day', 'Value', 'Out of', 'Unit', 'Currency', 'Channel', 'Location', 'Country', 'Service'],
    ...['Who cancelled', 'KPI', 'Version', 'Target', 'Limit', 'Counted', 'Why not'],
  ]);
  const rows: unknown[][] = [];
  for await (const page of handler.pages(ctx, filter, 1_000)) rows.push(...page.map((row) => [...row]));
  const cells = (order: string) => {
    const row = rows.find(([first]) => first === order) ?? [];
    return Object.fromEntries(columns.map((title, i) => [title, row[i]]));
  };
  expect(rows).toHaveLength(15);
  expect(cells('FR2 late')).toMatchObject({
    Value: '0',
    'Out of': '1',
    Country: 'FR',
    Counted: 'yes',
    'Why not': null,
  });
  expect(cells('FR2 open')).toMatchObject({
    Value: null,
    'Out of': null,
    Counted: 'no',
    'Why not': 'not delivered yet',
  });
  // A file that was asked for before there were parts is of all.
  expect(await handler.titleOf(ctx, { kpi: 'otd', ...days })).toBe('On-time delivery, 1 Feb to 28 Feb');
});

test('how long stock was out, or an order took, is said in hours', () => {
  const row = {
    ...{
      day: '2026-02-10',
      subject: '1',
      part: '',
      label: 'MUG-01 at HAM',
      ref: '',
      counts: true,
      why: null,
    },
    ...{ currency: '', n: '5400000', d: '86400000', values: ['HAM', '', ''], aim: null, kpi: stockout },
  };
  const sheet = sheetOf(stockout);
  expect([sheet.Value?.(row), sheet['Out of']?.(row), sheet.Unit?.(row)]).toEqual([1.5, 24, 'hours']);
});

test('of every figure the worst rows are shown first, ten at a time, each with what is said of it', async () => {
  const ctx = await shop();
  for (const kpi of ctx.engine.contributions.of(kpis)) {
    const shown = await showRows.call(ctx, { kpi: kpi.key, ...days, skip: 0 });
    const message =
      shown && rowsMessage({ kpi: kpi.key, ...asked }, shown, { now, timeZone: 'Europe/Berlin' });
    expect(message?.text, kpi.key).toContain(kpi.name);
  }
  const late = await showRows.call(ctx, { kpi: 'otd', ...days, skip: 0 });
  expect(late?.rows.map(({ n, d }) => `${n} of ${d}`)).toEqual([
    ...Array.from({ length: 6 }, () => '0 of 1'),
    ...Array.from({ length: 4 }, () => '1 of 1'),
  ]);
  const last = await showRows.call(ctx, { kpi: 'otd', ...days, skip: 20 });
  expect([last?.rows.every(({ counts }) => !counts), last?.isMore]).toEqual([true, false]);
  const waiting = await showRows.call(ctx, { kpi: 'backlog', from: '2026-02-01', to: '2026-03-06', skip: 0 });
  expect(waiting?.rows.length).toBeGreaterThan(0);
});
