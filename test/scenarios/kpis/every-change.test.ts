import { expect, test } from 'vitest';
import { asSystem } from '../../../src/core/runtime/system.ts';
import { inUnit } from '../../../src/core/runtime/unit.ts';
import { endOfDay } from '../../../src/core/time/wall-clock.ts';
import { foldFacts } from '../../../src/features/index.ts';
import { chanceFrom } from '../../harness/chance.ts';
import { newContext, testDatabase } from '../../harness/database.ts';
import { beginMissingFacts, foldAll } from '../../harness/facts.ts';
import { rowsOf, trendOf } from '../../harness/figures.ts';
import { givenOrders } from '../../harness/given-orders.ts';

// FACT_CHANGES=5000 npx vitest run --project unit test/scenarios/kpis/every-change.test.ts: all of 400 orders.
const changes = Number(process.env.FACT_CHANGES ?? 150);
const orders = changes >= 5_000 ? 400 : 40;

const zone = 'Europe/Berlin';
const now = new Date('2026-03-31T08:00:00Z');
// With the day on which clocks are put forward in it.
const days = { from: '2026-03-16', to: '2026-04-01' };
const { prisma } = await testDatabase();

interface DayRow {
  readonly kpi: string;
  readonly day: string;
  readonly n: string;
  readonly d: string;
}

/** Every day of some KPIs, by statements that know nothing of facts: a day is looked at as a whole, never summed up. */
async function counted(workspaceId: string): Promise<readonly DayRow[]> {
  return await prisma.$queryRaw<DayRow[]>`
    WITH o AS (
      SELECT o.*, p."on" AS promised_on, p.until AS promised_until, h."from" AS held_from, h.until AS held_until,
        coalesce(o.handed_over_at, 'infinity') > o.cancelled_at AS gone_before
      FROM "order" o
      LEFT JOIN order_promise p ON p.workspace_id = o.workspace_id AND p.order_id = o.id AND p.ordinal = 1
      LEFT JOIN order_hold h ON h.workspace_id = o.workspace_id AND h.order_id = o.id
      WHERE o.workspace_id = ${workspaceId}::uuid AND NOT o.test
    ), day AS (
      SELECT d::date AS day, (d::date::timestamp AT TIME ZONE ${zone}) AS begins,
        least(((d::date + 1)::timestamp AT TIME ZONE ${zone}), ${now}::timestamptz) AS ends
      FROM generate_series(${days.from}::date, ${days.to}::date - 1, interval '1 day') AS d
    )
    SELECT kpi, day, n::text AS n, d::text AS d FROM (
      SELECT 'orders' AS kpi, day::text AS day, count(*) AS n, 0 AS d FROM day JOIN o ON o.placed_at >= begins AND o.placed_at < ends
      GROUP BY 2
      UNION ALL
      SELECT 'units', day::text, sum(l.ordered - l.cancelled), 0 FROM day JOIN o ON o.placed_at >= begins AND o.placed_at < ends
      JOIN order_line l ON l.workspace_id = o.workspace_id AND l.order_id = o.id GROUP BY 2
      UNION ALL
      SELECT 'cancel', day::text, count(o.cancelled_at), count(*) FROM day JOIN o ON o.placed_at >= begins AND o.placed_at < ends
      GROUP BY 2
      UNION ALL
      SELECT 'otd', day::text, count(*) FILTER (WHERE o.delivered_at < o.promised_until), count(*) FROM day
      JOIN o ON o.promised_on = day WHERE o.delivered_at IS NOT NULL AND o.gone_before IS NOT TRUE GROUP BY 2
      UNION ALL
      SELECT 'otd_strict', day::text, count(*) FILTER (WHERE o.delivered_at < o.promised_until), count(*) FROM day
      JOIN o ON o.promised_on = day WHERE o.gone_before IS NOT TRUE GROUP BY 2
      UNION ALL
      SELECT 'backlog', day::text, count(*) FILTER (WHERE o.placed_at < ends
        AND coalesce(least(o.handed_over_at, o.delivered_at, o.cancelled_at), 'infinity') >= ends
        AND NOT coalesce(o.held_from < ends AND coalesce(o.held_until, 'infinity') >= ends, false)), 0 FROM day CROSS JOIN o GROUP BY 2
      UNION ALL
      SELECT 'past_promise', day::text, count(*) FILTER (WHERE o.promised_until < ends
        AND coalesce(least(o.delivered_at, CASE WHEN o.gone_before THEN o.cancelled_at END), 'infinity') >= ends), 0
      FROM day CROSS JOIN o GROUP BY 2
    ) AS all_days WHERE n <> 0 OR d <> 0 ORDER BY kpi, day`;
}

const kpis = ['backlog', 'cancel', 'orders', 'otd', 'otd_strict', 'past_promise', 'units'];

test(`after ${changes} changes of ${orders} orders every day is what a statement of its own counts, and its rows add up to it`, {
  timeout: 1_200_000,
}, async () => {
  const ctx = await newContext({ at: now.toISOString() });
  const workspaceId = ctx.workspace.id;
  const { below, pick } = chanceFrom(17);
  const order = givenOrders(prisma, ctx.workspace, () => now);
  const someDay = () => new Date(Date.parse('2026-03-15T00:00:00Z') + below(15 * 1_440) * 60_000);
  const promise = () => {
    const on = new Date(Date.parse('2026-03-17') + below(13) * 86_400_000);
    return { kind: 'date', on, until: endOfDay(zone, on.toISOString().slice(0, 10)), zone, toldAt: now };
  };
  const ids: string[] = [];
  for (let n = 0; n < orders; n += 1)
    ids.push(
      await order(`${n}`, {
        placedAt: someDay(),
        lines: [{ code: 'MUG-01', ordered: 1 + below(5) }],
        promises: below(3) === 0 ? [] : [promise()],
      }),
    );
  await beginMissingFacts(ctx);
  const own = asSystem(ctx, 'facts');
  const step = async () => await foldFacts.call(own, { family: 'order', most: 1 + below(30) });
  for (let n = 0; n < changes; n += 1) {
    const orderId = ids[below(ids.length)] ?? '';
    await change(orderId);
    await inUnit(own, {}, async ({ pending }) => {
      pending.facts.push({ family: 'order', subject: orderId });
    });
    if (below(6) > 0) continue;
    // Whoever makes the facts ends in the middle of it, or two do it at once.
    const kind = below(3);
    if (kind === 0)
      await inUnit(own, {}, async (unit) => {
        await foldFacts.call(unit, { family: 'order', most: 20 });
        throw new Error('killed');
      }).catch(() => {});
    else if (kind === 1) await Promise.all([step(), step()]);
    else await step();
  }
  await foldAll(ctx);

  const kept: DayRow[] = [];
  for (const kpi of kpis) {
    const values = await trendOf(ctx, kpi, days);
    for (const { day, n, d } of values)
      if (n !== 0n || d !== 0n) kept.push({ kpi, day, n: String(n), d: String(d) });
    for (const { day, n, d } of values.filter((_, i) => i % 5 === 0)) {
      const to = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
      const rows = (await rowsOf(ctx, kpi, { from: day, to })).filter(({ counts }) => counts);
      const sum = (of: 'n' | 'd') => rows.reduce((all, row) => all + BigInt(row[of] ?? 0), 0n);
      expect([kpi, day, sum('n'), sum('d')]).toEqual([kpi, day, n, d]);
    }
  }
  expect(kept).toEqual(await counted(workspaceId));

  async function change(orderId: string) {
    const where = { workspaceId_id: { workspaceId, id: orderId } };
    const key = { workspaceId, orderId };
    const kind = below(9);
    if (kind === 0) await prisma.orderHold.deleteMany({ where: key });
    else if (kind === 1 && (await prisma.orderHold.count({ where: key })) === 0) {
      const from = someDay();
      const until = below(2) === 0 ? null : new Date(from.getTime() + below(4_000) * 60_000);
      await prisma.orderHold.create({ data: { ...key, source: 'test', key: '0', from, until } });
    } else if (kind === 2) {
      const { on, until } = promise();
      await prisma.orderPromise.updateMany({ where: { ...key, ordinal: 1 }, data: { on, until } });
    } else if (kind === 3)
      await prisma.orderLine.updateMany({ where: key, data: { ordered: 5, cancelled: below(6) } });
    else
      await prisma.order.update({
        where,
        data: pick<object>([
          { deliveredAt: someDay(), handedOverAt: someDay() },
          { handedOverAt: someDay() },
          { deliveredAt: null },
          { handedOverAt: null },
          { cancelledAt: someDay() },
          { cancelledAt: null, test: below(6) === 0 },
          { placedAt: someDay() },
        ]),
      });
  }
});
