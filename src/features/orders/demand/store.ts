import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { takeImportTurn } from '../../../db/import-turn.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { Move, SkuDay, WrongDay } from './model.ts';

/**
 * Moves pieces to and from the days of their SKUs; in one statement for any number and in one order for everybody, or
 * two who do so would deadlock. It is the database, here and below, that says on which day a moment lies.
 */
export async function movePieces(tx: Tx, timeZone: string, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return;
  const emptied = await writes(tx).$queryRaw<SkuDay[]>`
    WITH moved AS (
      INSERT INTO sku_day (workspace_id, sku_id, day, ordered, cancelled, shipped)
      SELECT ${tx.workspaceId}::uuid, m.sku_id, ${dayOf(Prisma.sql`m.placed_at`, timeZone)}, sum(m.ordered), sum(m.cancelled),
        sum(m.shipped)
      FROM UNNEST(
        ${moves.map((m) => m.skuId)}::uuid[], ${moves.map((m) => m.placedAt)}::timestamptz[],
        ${moves.map((m) => m.ordered)}::int[], ${moves.map((m) => m.cancelled)}::int[],
        ${moves.map((m) => m.shipped)}::int[]) AS m (sku_id, placed_at, ordered, cancelled, shipped)
      GROUP BY 2, 3 HAVING (sum(m.ordered), sum(m.cancelled), sum(m.shipped)) <> (0, 0, 0)
      ORDER BY 2, 3
      ON CONFLICT (workspace_id, sku_id, day) DO UPDATE SET ordered = sku_day.ordered + EXCLUDED.ordered,
        cancelled = sku_day.cancelled + EXCLUDED.cancelled, shipped = sku_day.shipped + EXCLUDED.shipped
      RETURNING sku_id, day, ordered, cancelled, shipped
    )
    SELECT sku_id AS "skuId", day::text FROM moved WHERE (ordered, cancelled, shipped) = (0, 0, 0)`;
  await dropEmpty(tx, emptied);
}

/** Of these days, which the transaction holds, drops those without anything. */
async function dropEmpty(tx: Tx, days: readonly SkuDay[]): Promise<void> {
  if (days.length === 0) return;
  await writes(tx).$executeRaw`
    DELETE FROM sku_day WHERE workspace_id = ${tx.workspaceId}::uuid
      AND (sku_id, day) IN (SELECT * FROM ${listed(days)}) AND (ordered, cancelled, shipped) = (0, 0, 0)`;
}

/** Less than a minute, which the transaction may take. */
const longestWaitMs = 30_000;

/**
 * Counts these days anew from their lines that count, and holds them before: whoever is changing a line of one has by then either
 * committed, and is counted, or moves its pieces afterwards. An import that writes all its batches in one transaction
 * takes the days of each in turn, so it is let past first: the two would deadlock.
 */
export async function recount(tx: Tx, timeZone: string, days: readonly SkuDay[]): Promise<void> {
  const { workspaceId } = tx;
  await takeImportTurn(tx, longestWaitMs);
  // DO UPDATE locks the row even where its condition leaves it as it is.
  await writes(tx).$executeRaw`
    INSERT INTO sku_day (workspace_id, sku_id, day, ordered, cancelled, shipped)
    SELECT ${workspaceId}::uuid, d.sku_id, d.day, 0, 0, 0 FROM ${listed(days)} AS d (sku_id, day)
    ORDER BY d.sku_id, d.day
    ON CONFLICT (workspace_id, sku_id, day) DO UPDATE SET ordered = sku_day.ordered WHERE false`;
  await writes(tx).$executeRaw`
    UPDATE sku_day k SET ordered = counted.ordered, cancelled = counted.cancelled, shipped = counted.shipped
    FROM (
      SELECT d.sku_id, d.day, coalesce(sum(l.ordered), 0) AS ordered, coalesce(sum(l.cancelled), 0) AS cancelled,
        coalesce(sum(l.shipped), 0) AS shipped
      FROM ${listed(days)} AS d (sku_id, day) LEFT JOIN order_line l ON l.workspace_id = ${workspaceId}::uuid
        AND l.sku_id = d.sku_id AND l.counted AND ${around(Prisma.sql`d.day`)}
        AND ${dayOf(Prisma.sql`l.placed_at`, timeZone)} = d.day
      GROUP BY d.sku_id, d.day
    ) counted
    WHERE k.workspace_id = ${workspaceId}::uuid AND k.sku_id = counted.sku_id AND k.day = counted.day`;
  await dropEmpty(tx, days);
}

export interface Page {
  /** Days with lines. */
  readonly days: number;
  readonly wrong: readonly WrongDay[];
  /** The last day of the page. Null: no page follows. */
  readonly last: SkuDay | null;
}

const first: SkuDay = { skuId: '00000000-0000-0000-0000-000000000000', day: '0001-01-01' };
const behind: SkuDay = { skuId: 'ffffffff-ffff-ffff-ffff-ffffffffffff', day: '9999-12-31' };

/**
 * Holds the days of the next `size` lines after one against those lines, in one snapshot: what is written meanwhile is
 * seen whole or not at all. A day of a SKU is never split.
 */
export async function provePage(
  scope: Scope,
  timeZone: string,
  after: SkuDay | null,
  size: number,
): Promise<Page> {
  const { workspaceId } = scope;
  const from = after ?? first;
  const lineDay = dayOf(Prisma.sql`l.placed_at`, timeZone);
  const isAfter = (day: Prisma.Sql) =>
    Prisma.sql`(l.sku_id, ${day}) > (${from.skuId}::uuid, ${from.day}::date)`;
  // By moments the index finds about where a day begins; the day itself decides.
  const begins = Prisma.sql`(l.sku_id, l.placed_at) >= (${from.skuId}::uuid, ${from.day}::date - 1) AND ${isAfter(lineDay)}`;
  const [last = null] = await reads(scope).$queryRaw<SkuDay[]>`
    SELECT sku_id AS "skuId", day::text FROM (
      (SELECT l.sku_id, ${lineDay} AS day FROM order_line l WHERE l.workspace_id = ${workspaceId}::uuid AND ${begins}
        ORDER BY l.sku_id, l.placed_at OFFSET ${size - 1} LIMIT 1)
      UNION ALL
      (SELECT l.sku_id, l.day FROM sku_day l WHERE l.workspace_id = ${workspaceId}::uuid AND ${isAfter(Prisma.sql`l.day`)}
        ORDER BY l.sku_id, l.day OFFSET ${size - 1} LIMIT 1)
    ) AS ends ORDER BY sku_id, ends.day LIMIT 1`;
  const to = last ?? behind;
  const isWithin = (day: Prisma.Sql) =>
    Prisma.sql`${isAfter(day)} AND (l.sku_id, ${day}) <= (${to.skuId}::uuid, ${to.day}::date)`;
  const [page] = await reads(scope).$queryRaw<{ days: number; wrong: readonly WrongDay[] }[]>`
    WITH counted AS (
      SELECT l.sku_id, ${lineDay} AS day, sum(l.ordered) AS ordered, sum(l.cancelled) AS cancelled, sum(l.shipped) AS shipped
      FROM order_line l WHERE l.workspace_id = ${workspaceId}::uuid AND l.counted AND ${begins}
        AND (l.sku_id, l.placed_at) < (${to.skuId}::uuid, ${to.day}::date + 2) AND ${isWithin(lineDay)}
      GROUP BY 1, 2 HAVING (sum(l.ordered), sum(l.cancelled), sum(l.shipped)) <> (0, 0, 0)
    ), kept AS (
      SELECT l.sku_id, l.day, l.ordered, l.cancelled, l.shipped FROM sku_day l
      WHERE l.workspace_id = ${workspaceId}::uuid AND ${isWithin(Prisma.sql`l.day`)}
    )
    SELECT count(c.ordered)::int AS days, coalesce(json_agg(json_build_object('skuId', sku_id, 'day', day,
        'kept', ${pieces(Prisma.sql`k`)}, 'lines', ${pieces(Prisma.sql`c`)}) ORDER BY sku_id, day)
      FILTER (WHERE (k.ordered, k.cancelled, k.shipped) IS DISTINCT FROM (c.ordered, c.cancelled, c.shipped)), '[]') AS wrong
    FROM kept k FULL JOIN counted c USING (sku_id, day)`;
  return { days: page?.days ?? 0, wrong: page?.wrong ?? [], last };
}

const dayOf = (moment: Prisma.Sql, timeZone: string) =>
  Prisma.sql`(${moment} AT TIME ZONE ${timeZone}::text)::date`;

/** Of lines `l`: whether they may lie on the day in some zone, for an index by moments. */
const around = (day: Prisma.Sql) => Prisma.sql`l.placed_at >= ${day} - 1 AND l.placed_at < ${day} + 2`;

const listed = (days: readonly SkuDay[]) =>
  Prisma.sql`UNNEST(${days.map((d) => d.skuId)}::uuid[], ${days.map((d) => d.day)}::date[])`;

/** The figures of a joined row as JSON; null where there is none. */
const pieces = (row: Prisma.Sql) => Prisma.sql`CASE WHEN ${row}.ordered IS NOT NULL THEN json_build_object(
  'ordered', ${row}.ordered, 'cancelled', ${row}.cancelled, 'shipped', ${row}.shipped) END`;
