import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { newContext } from '../../../../test/harness/database.ts';
import { foldAll } from '../../../../test/harness/facts.ts';
import { importing, sharedFile } from '../../../../test/harness/import.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { allDays } from '../days/period.ts';
import { getFigure } from './read.ts';

// The numbers are those of KPIS.md, computed independently from the same files.
const scms = sharedFile('scms/SCMS_Delivery_History_Dataset.csv', 1);

const retail = sharedFile('uci/online_retail.csv', 1);

const ask = async (ctx: Context, kpi: string, by: string | null = null) =>
  await getFigure.call(ctx, { kpi, from: allDays.from, to: allDays.to, by, versus: null });

const ratio = async (ctx: Context, kpi: string) => {
  const [total] = (await ask(ctx, kpi)).figure.totals;
  return total && [Number(total.n), Number(total.d)];
};

test.runIf(scms)(
  'SCMS: on time by line, order and notice, the window, and lead times',
  { timeout: 240_000 },
  async () => {
    const ctx = await newContext({ at: '2026-11-27T09:00:00Z' });
    await importing(ctx, 'purchases FILE --preset scms', readFileSync(scms ?? ''));
    await foldAll(ctx);
    expect(await ratio(ctx, 'inbound_otd')).toEqual([9_138, 10_324]);
    expect(await ratio(ctx, 'inbound_otd_order')).toEqual([5_549, 6_233]);
    expect(await ratio(ctx, 'inbound_otd_notice')).toEqual([6_225, 7_030]);
    expect(await ratio(ctx, 'inbound_window')).toEqual([6_945, 10_324]);
    const { parts } = await ask(ctx, 'inbound_otd', 'mode');
    const rates = (parts?.all ?? []).map(({ value, totals: [total] }) => [
      value,
      (Number(total?.n) / Number(total?.d)).toFixed(6),
    ]);
    expect(Object.fromEntries(rates)).toMatchObject({
      Air: '0.903975',
      Truck: '0.839223',
      Ocean: '0.824798',
      'Air Charter': '0.884615',
    });
    const { figure } = await ask(ctx, 'lead_time');
    expect(figure.totals[0]?.d).toBe(4_587n);
    expect(figure.excluded).toEqual([{ why: 'delivered before the order was sent', rows: 5 }]);
    const { mean, sd, p50, p90 } = figure.spread ?? {};
    expect([mean?.toFixed(4), sd?.toFixed(4), p50, p90]).toEqual(['105.7983', '79.2862', 92, 208]);
  },
);

test.runIf(retail)('UCI: units, credits and goods; no promise is no data', { timeout: 240_000 }, async () => {
  const ctx = await newContext({ at: '2026-11-27T09:00:00Z' });
  await importing(ctx, 'orders FILE --preset online-retail', readFileSync(retail ?? ''));
  await foldAll(ctx);
  const sum = async (kpi: string) =>
    (await ask(ctx, kpi)).figure.totals.map(({ n, currency }) => [n, currency]);
  expect(await sum('orders')).toEqual([[1_887n, '']]);
  expect(await sum('units')).toEqual([[912_224n, '']]);
  expect(await sum('credits')).toEqual([[446n, '']]);
  expect(await ratio(ctx, 'credited_units')).toEqual([13_869, 912_224]);
  expect(await sum('goods_orders')).toEqual([[1_824n, '']]);
  expect(await sum('goods_units')).toEqual([[908_996n, '']]);
  expect(await ratio(ctx, 'credited_goods')).toEqual([13_267, 908_996]);
  expect(await sum('skus_sold')).toEqual([[2_781n, '']]);
  expect(await sum('order_value')).toEqual([[149_520_442n, 'GBP']]);
  for (const kpi of ['return_units', 'otd', 'ots']) expect(await ratio(ctx, kpi)).toBeUndefined();
});
