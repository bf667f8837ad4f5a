import { expect, test } from 'vitest';
import { digestOf } from '../../src/core/declare/digest.ts';
import { asSystem } from '../../src/core/runtime/system.ts';
import { newContext, testDatabase } from '../../test/harness/database.ts';
import { tellInbound } from './inbound.ts';
import { seedShop } from './shop.ts';

/** A Monday, 06:15 in Hamburg. */
const at = '2026-03-02T05:15:00Z';

/** What each section says of the seeded year, as a manager reads it. */
const said: Readonly<Record<string, RegExp>> = {
  'stock.out': /^\d+ SKUs out of stock, (all|\d+) of them selling: [A-Z]+-\d\d first \([\d.]+ a day\)$/,
  'stock.low': /^\d+ SKUs? lasts? for less than a week, (the most )?at risk [A-Z]+-\d\d: €[\d,.]+$/,
  'orders.late': /^\d+ orders past ship-by \(€[\d,.]+( and .+)?\), the oldest for \d+ (h|days)$/,
  'orders.stuck': /^\d+ orders stuck, the largest €[\d.,]+$/,
  'orders.due': /^\d+ orders for the next cut-offs, (\d+ later today, )?\d+ carried over \(€[\d,.]+.*\)$/,
  'shipments.risk': /^\d+ parcels late \(€[\d,.]+\), \d+ more will be; \d+ exceptions$/,
  'carriers.collections':
    /^3 collections to come today, the first cut-off Mon 2 Mar 16:00 CET \(DHL, Hamburg warehouse\)$/,
  'purchases.inbound': /^\d+ receipts expected by Sun 8 Mar, \d+ overdue$/,
  'purchases.late': /^\d+ receipts overdue, \d+ [A-Z]+-\d\d short \(€[\d,.]+\)$/,
  'ops.health': /^1 thing to look at: Feeds$/,
};

test('on an ordinary Monday the seeded shop has something to say in each of these, and says it in a line', {
  timeout: 240_000,
}, async () => {
  const ctx = asSystem(await newContext({ at }), 'the digest');
  const { database } = await testDatabase();
  await seedShop({ ...ctx, database }, { until: '2026-03-02', morning: ctx.now });
  await tellInbound.call(ctx, {});
  const since = new Date('2026-02-27T05:15:00Z');
  const { parts, failed } = await digestOf(ctx, { from: '2026-03-01', to: '2026-03-02', since });
  expect(failed).toEqual([]);
  const told = new Map(parts.map((part) => [part.section.key, part]));
  for (const [key, words] of Object.entries(said)) {
    const part = told.get(key);
    expect(part?.finding, key).toMatch(words);
    if (!part) continue;
    expect(part.lines.length, key).toBeGreaterThan(0);
    expect(part.total, key).toBeGreaterThanOrEqual(part.lines.length);
    for (const { value } of part.lines) expect(value.length, value).toBeLessThan(400);
  }
  // What is carried over is what is late.
  const [, late = ''] = /^(\d+) orders past/.exec(told.get('orders.late')?.finding ?? '') ?? [];
  expect(told.get('orders.due')?.finding).toContain(`${late} carried over`);
  // Nothing of a customer stands in what a channel reads.
  const all = parts.flatMap((part) => [part.finding, ...part.lines.map(({ value }) => value)]).join('\n');
  expect(all).not.toMatch(/@|\+49|Straße|Street/);
});
