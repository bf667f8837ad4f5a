import { expect, test } from 'vitest';
import { builders } from '../../../../test/harness/builders.ts';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { beginMissingFacts, foldAll } from '../../../../test/harness/facts.ts';
import { askFigure, rowsOf, trendOf } from '../../../../test/harness/figures.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { nothingPending } from '../../../core/runtime/effects.ts';
import { allDays } from '../../kpis/days/period.ts';
import { post, state } from '../ledger/post.ts';

const hour = 3_600_000;
const { prisma } = await testDatabase();

/** A mug for sale in Hamburg, five of them since some midnight there. */
async function withMugs(now: string, since: string) {
  const ctx = await newContext({ at: now });
  const given = builders(prisma, ctx.workspace, ctx.now);
  const locationId = await given.location({ code: 'HAM', name: 'Hamburg', asOf: null });
  const skuId = await given.sku('MUG-01');
  const place = { skuId, locationId, bucket: 'available' } as const;
  const posting = async (work: (unit: Context & { readonly tx: never }) => Promise<unknown>) =>
    await ctx.engine.database.transaction(ctx.workspace.id, async (tx) => {
      await work({ ...ctx, tx, pending: nothingPending() } as never);
    });
  await posting((unit) =>
    state(unit as never, [{ ...place, quantity: 5, asOf: new Date(since) }], {
      cause: 'import',
      reference: null,
      source: 'test',
    }),
  );
  const happens = async (at: string, quantity: number) => {
    const by = { kind: 'system', id: 'test' };
    const one = { cause: 'adjustment', reference: null, note: null, by, occurredAt: new Date(at) } as const;
    await posting((unit) => post(unit as never, [{ ...one, legs: [{ ...place, quantity }] }]));
  };
  const counted = async () => {
    await beginMissingFacts(ctx);
    await prisma.factChange.createMany({
      data: [
        {
          workspaceId: ctx.workspace.id,
          family: 'sku',
          subject: skuId,
          id: ctx.workspace.id,
          notedAt: ctx.now,
        },
      ],
      skipDuplicates: true,
    });
    await foldAll(ctx);
  };
  return { ctx, happens, counted };
}

const outOf = async (ctx: Context, from: string, to: string) => {
  const [total] = (await askFigure(ctx, 'stockout', { from, to })).figure.totals;
  return total ? [Number(total.n) / hour, Number(total.d) / hour] : null;
};

test('out from ten to four on Monday is 6 of 48 hours, and 3 once a receipt at one is told', async () => {
  const { ctx, happens, counted } = await withMugs('2026-03-05T08:00:00Z', '2026-03-01T23:00:00Z');
  await happens('2026-03-02T09:00:00Z', -5);
  await happens('2026-03-02T15:00:00Z', 4);
  await counted();
  expect(await outOf(ctx, '2026-03-02', '2026-03-04')).toEqual([6, 48]);
  expect(await outOf(ctx, '2026-03-02', '2026-03-03')).toEqual([6, 24]);
  expect(await outOf(ctx, '2026-03-03', '2026-03-04')).toEqual([0, 24]);
  // Of today what has passed of it: nine hours on Thursday.
  expect(await outOf(ctx, '2026-03-02', '2026-03-06')).toEqual([6, 81]);

  await happens('2026-03-02T12:00:00Z', 2);
  await counted();
  expect(await outOf(ctx, '2026-03-02', '2026-03-04')).toEqual([3, 48]);
  const rows = await rowsOf(ctx, 'stockout', { from: '2026-03-02', to: '2026-03-04' });
  expect(rows.map(({ label, n, d }) => [label, Number(n) / hour, Number(d) / hour])).toEqual([
    ['MUG-01 at HAM', 0, 48],
    ['MUG-01 at HAM', 3, 0],
  ]);
  // Of all days the rows are those of the figure too.
  const all = await rowsOf(ctx, 'stockout', allDays);
  const sum = (of: 'n' | 'd') => all.reduce((total, row) => total + Number(row[of]), 0) / hour;
  expect([sum('n'), sum('d')]).toEqual(await outOf(ctx, allDays.from, allDays.to));
  const days = await trendOf(ctx, 'stockout', { from: '2026-03-02', to: '2026-03-06' });
  expect(days.map(({ day, n, d }) => [day.slice(8), Number(n) / hour, Number(d) / hour])).toEqual([
    ['02', 3, 24],
    ['03', 0, 24],
    ['04', 0, 24],
    ['05', 0, 9],
  ]);
});

test('the day on which clocks are put forward has 23 hours, and what is out goes on', async () => {
  const { ctx, happens, counted } = await withMugs('2026-03-31T08:00:00Z', '2026-03-27T23:00:00Z');
  await happens('2026-03-28T11:00:00Z', -5);
  await counted();
  expect(await outOf(ctx, '2026-03-28', '2026-03-29')).toEqual([12, 24]);
  expect(await outOf(ctx, '2026-03-29', '2026-03-30')).toEqual([23, 23]);
  expect(await outOf(ctx, '2026-03-31', '2026-04-01')).toEqual([10, 10]);
  expect(await outOf(ctx, '2026-03-01', '2026-03-27')).toBeNull();
});

test('of nothing told there are no rows, also of all days', async () => {
  const ctx = await newContext({ at: '2026-03-05T08:00:00Z' });
  expect(await rowsOf(ctx, 'stockout', allDays)).toEqual([]);
});
