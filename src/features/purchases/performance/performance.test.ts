import { expect, test } from 'vitest';
import { newContext } from '../../../../test/harness/database.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { tellPurchaseLines } from '../index.ts';
import type { LineSaid } from '../line/model.ts';
import { getPerformance } from './get.ts';

const everything = { by: null, from: null, to: null };

async function shopWith(...lines: readonly Partial<LineSaid>[]): Promise<Context> {
  const ctx = asSystem(await newContext({ at: '2026-11-27T09:00:00Z' }), 'test');
  const statements = lines.map((line, n) => ({
    source: 'erp',
    po: '1',
    line: String(n),
    saidAt: ctx.now,
    ordered: 1,
    ...line,
  }));
  await tellPurchaseLines.call(ctx, { statements });
  return ctx;
}

test('without purchase orders there is no figure, and no zero', async () => {
  expect(await getPerformance.call(await shopWith(), everything)).toEqual([]);
});

test('an order is on time when each line kept its own promise, and is counted once all of it has come', async () => {
  const ctx = await shopWith(
    { po: 'A', promisedOn: '2026-11-10', deliveredOn: '2026-11-10' },
    { po: 'A', promisedOn: '2026-11-20', deliveredOn: '2026-11-19' },
    { po: 'B', promisedOn: '2026-11-10', deliveredOn: '2026-11-02' },
    { po: 'B', promisedOn: '2026-11-10', deliveredOn: '2026-11-11' },
    // One line is still to come.
    { po: 'C', promisedOn: '2026-11-10', deliveredOn: '2026-11-09' },
    { po: 'C', promisedOn: '2026-11-26' },
    // Due today is not past yet; cancelled and without a promise are part of no rate.
    { po: 'D', promisedOn: '2026-11-27' },
    { po: 'E', promisedOn: '2026-11-01', cancelled: true },
    { po: 'F', deliveredOn: '2026-11-01' },
  );
  expect(await getPerformance.call(ctx, everything)).toMatchObject([
    {
      lines: { n: 4, d: 5 },
      orders: { n: 1, d: 2 },
      notices: { n: 0, d: 0 },
      // The eight days before the promise are too early for the window.
      window: { n: 3, d: 5 },
      openPast: 1,
      leadTime: { count: 0, mean: null, sd: null, p50: null, p90: null, negative: 0 },
    },
  ]);
});

test('lead times leave out what was delivered before it was sent, and count it', async () => {
  const ctx = await shopWith(
    { sentOn: '2026-10-01', deliveredOn: '2026-10-11', promisedOn: '2026-10-11' },
    { sentOn: '2026-10-01', deliveredOn: '2026-10-21', promisedOn: '2026-10-11' },
    { sentOn: '2026-10-01', deliveredOn: '2026-10-01', promisedOn: '2026-10-11' },
    { sentOn: '2026-10-02', deliveredOn: '2026-10-01', promisedOn: '2026-10-11' },
  );
  const [all] = await getPerformance.call(ctx, everything);
  // 0, 10 and 20 days.
  expect(all?.leadTime).toEqual({ count: 3, mean: 10, sd: 10, p50: 10, p90: 18, negative: 1 });
});

test('a supplier is one group however it is written, and a period takes the promises of its days', async () => {
  const ctx = await shopWith(
    { supplier: 'Acme', promisedOn: '2026-10-31', deliveredOn: '2026-11-05' },
    { supplier: 'ACME ', promisedOn: '2026-11-01', deliveredOn: '2026-11-01' },
    { supplier: 'Beta', promisedOn: '2026-11-30', deliveredOn: '2026-11-05' },
    { promisedOn: '2026-12-01', deliveredOn: '2026-11-05' },
  );
  const all = await getPerformance.call(ctx, { ...everything, by: 'supplier' });
  expect(all.map(({ of, lines: { n, d } }) => `${of === null ? null : of.trim()} ${n}/${d}`)).toEqual([
    'Acme 1/2',
    'Beta 1/1',
    'null 1/1',
  ]);
  const november = await getPerformance.call(ctx, { by: null, from: '2026-11-01', to: '2026-12-01' });
  expect(november).toMatchObject([{ lines: { n: 2, d: 2 } }]);
});
