import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { asking } from '../../../../test/harness/asking.ts';
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

/** What `npm run ask` answers has each of these. */
async function says(ctx: Context, command: string, parts: readonly string[]) {
  const said = (await asking(ctx, command)).replaceAll(/[ ·]+/g, ' ');
  for (const part of parts) expect(said).toContain(part);
}

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

    // The same as `npm run ask` prints it, to the last digit.
    await says(ctx, '/kpi inbound on time all by mode exactly', [
      '0.885122',
      '9,138 of 10,324',
      'Air 0.903975',
      'Truck 0.839223',
      'Ocean 0.824798',
      'Air Charter 0.884615',
    ]);
    await says(ctx, '/kpi inbound on time by line all', ['88.5 %', '9,138 of 10,324']);
    await says(ctx, '/kpi inbound on time by purchase order all exactly', ['0.890262', '5,549 of 6,233']);
    await says(ctx, '/kpi inbound on time by shipment notice all exactly', ['0.885491', '6,225 of 7,030']);
    await says(ctx, '/kpi inbound window all exactly', ['0.672704', '6,945 of 10,324']);
    await says(ctx, '/kpi lead time all exactly', [
      '4,587 counted, mean 105.7983 days, deviation 79.2862 days, p50 92 days, p90 208 days',
      'left out: 5 delivered before the order was sent',
      'with what is left out: 4,592 counted, mean 105.5586 days, deviation 79.6557 days, p50 92 days, p90 208 days',
    ]);
    await says(ctx, '/kpi lead time all', ['92.0 days', 'mean 105.8 days', 'nine in ten within 208.0 days']);
    // As it was told, and not as it is compared.
    await says(ctx, '/kpi inbound on time all by supplier', ['SCMS from RDC 82.8 %', 'Orgenics, Ltd 87.0 %']);
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

  await says(ctx, '/kpi orders all', ['Orders placed: 1,887 orders']);
  await says(ctx, '/kpi units all', ['Units sold: 912,224 pieces']);
  await says(ctx, '/kpi credits all', ['Credits: 446 credits']);
  await says(ctx, '/kpi credited units all exactly', ['0.015204', '13,869 of 912,224']);
  await says(ctx, '/kpi orders with goods all', ['Orders with goods: 1,824 orders']);
  await says(ctx, '/kpi goods sold all', ['Goods sold: 908,996 pieces']);
  await says(ctx, '/kpi credited goods all exactly', ['0.014595', '13,267 of 908,996']);
  await says(ctx, '/kpi codes sold all', ['SKUs sold: 2,781 SKUs']);
  await says(ctx, '/kpi value all', ['Value of orders placed: £1,495,204.42']);
  for (const name of ['return units', 'on time', 'ots'])
    await says(ctx, `/kpi ${name} all`, [': no data', 'all days']);
});
