import type { Tx } from '../../../core/runtime/database.ts';
import { readInOrder } from '../../../db/declared/facts-of.ts';
import { declared } from '../../../db/declared/name.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { writes } from '../../../db/scope.ts';
import { addsOf, keptDimensions, splitsOf } from './adds-store.ts';
import type { DaysOf } from './model.ts';

/** Some days of a generation: half-open, null where there is no end. */
export interface Span {
  readonly generation: number;
  readonly from: string | null;
  readonly to: string | null;
}

/** As of `isFactOf`: the planner believes that a generation which is being built is empty, and would not use the index of days. */
const isOf = (generation: number) => Prisma.sql`f.generation + 0 = ${generation}::int`;

const sinceOf = (from: string | null) => Prisma.sql`${from ?? '-infinity'}::date`;

/** The day on which there is a fact after so many from a day on; null: there are fewer. */
export async function dayAfter(
  tx: Tx,
  { table, day }: DaysOf,
  { generation, from }: Omit<Span, 'to'>,
  facts: number,
): Promise<string | null> {
  const on = Prisma.sql`f.${declared(day)}`;
  await readInOrder(tx);
  const [row] = await writes(tx).$queryRaw<{ day: string }[]>`
    SELECT ${on}::text AS day FROM ${declared(table.table)} f
    WHERE f.workspace_id = ${tx.workspaceId}::uuid AND ${isOf(generation)} AND ${on} >= ${sinceOf(from)}
    ORDER BY ${on} OFFSET ${facts}::int LIMIT 1`;
  return row?.day ?? null;
}

export interface Summed {
  readonly facts: number;
  /** Of days, that were written. */
  readonly rows: number;
}

/**
 * Sums what all facts of some days add to them. First those that are alike in everything that
 * they are split by, so that what each KPI and each split takes of them is of few rows.
 */
export async function sumDays(
  tx: Tx,
  { table, day, kpis }: DaysOf,
  { generation, from, to }: Span,
): Promise<Summed> {
  const adds = addsOf(kpis, day);
  const on = Prisma.sql`f.${declared(day)}`;
  const alike = [
    on,
    ...[...keptDimensions(table), 'currency', 'left_out'].map((column) => Prisma.sql`f.${declared(column)}`),
  ];
  const sums = adds.flatMap(({ n, d }) => (d === null ? [n] : [n, d]));
  const placeOf = (sum: Prisma.Sql) => Prisma.sql`f.sums[${sums.indexOf(sum) + 1}::int]`;
  const rows = adds.map(
    ({ kpi, n, d, currency, why }) =>
      Prisma.sql`(${kpi}::text, ${placeOf(n)}, ${d === null ? Prisma.sql`0::numeric` : placeOf(d)}, ${currency}, ${why})`,
  );
  const [summed] = await writes(tx).$queryRaw<(Summed & { readonly emptied: number })[]>`
    WITH alike AS MATERIALIZED (
      SELECT ${Prisma.join(alike)}, count(*) AS facts,
        ARRAY[${Prisma.join(sums.map((sum) => Prisma.sql`sum(${sum})::numeric`))}] AS sums
      FROM ${declared(table.table)} f
      WHERE f.workspace_id = ${tx.workspaceId}::uuid AND ${isOf(generation)}
        AND ${on} >= ${sinceOf(from)} AND ${on} < ${to ?? 'infinity'}::date
      GROUP BY ${Prisma.join(alike)}
    ), moved AS (
      INSERT INTO kpi_day (workspace_id, kpi, generation, dimension, day, value, currency, excluded, n, d)
      SELECT ${tx.workspaceId}::uuid, a.kpi, ${generation}::int, s.dimension, ${on}, s.value, a.currency, a.excluded, sum(a.n), sum(a.d)
      FROM alike f
      CROSS JOIN LATERAL (VALUES ${Prisma.join(rows)}) AS a (kpi, n, d, currency, excluded)
      CROSS JOIN LATERAL (VALUES ${splitsOf(table)}) AS s (dimension, value)
      WHERE a.n <> 0 OR a.d <> 0
      GROUP BY 2, 4, 5, 6, 7, 8 HAVING sum(a.n) <> 0 OR sum(a.d) <> 0
      ORDER BY 2, 4, 5, 6, 7, 8
      -- What lasts begins on days that others end on.
      ON CONFLICT (workspace_id, kpi, generation, dimension, day, value, currency, excluded)
        DO UPDATE SET n = kpi_day.n + EXCLUDED.n, d = kpi_day.d + EXCLUDED.d
      RETURNING n, d
    )
    SELECT (SELECT coalesce(sum(facts), 0)::int FROM alike) AS facts,
      (SELECT count(*)::int FROM moved) AS rows, (SELECT count(*)::int FROM moved WHERE (n, d) = (0, 0)) AS emptied`;
  if (summed && summed.emptied > 0)
    await writes(tx).$executeRaw`
      DELETE FROM kpi_day k WHERE k.workspace_id = ${tx.workspaceId}::uuid
        AND k.kpi = ANY(${[...new Set(adds.map(({ kpi }) => kpi))]}::text[]) AND k.generation = ${generation}::int
        AND k.day >= ${sinceOf(from)} AND k.day < ${to ?? 'infinity'}::date AND (k.n, k.d) = (0, 0)`;
  return summed ?? { facts: 0, rows: 0 };
}
