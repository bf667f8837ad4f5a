import type { Tx } from '../../../core/runtime/database.ts';
import { type FactsOf, isFactOf } from '../../../db/declared/facts-of.ts';
import { declared } from '../../../db/declared/name.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { writes } from '../../../db/scope.ts';
import { addsOf, splitsOf } from './adds-store.ts';
import type { Added, KeptDays } from './model.ts';

interface Row extends Omit<Added, 'n' | 'd'> {
  readonly n: string;
  readonly d: string;
}

/** What these subjects add to days of one table of facts, as their facts stand now. */
export async function addedBy(tx: Tx, days: readonly KeptDays[], facts: FactsOf): Promise<readonly Added[]> {
  const [first] = days;
  if (!first) return [];
  const { table } = first.of;
  const rows = await writes(tx).$queryRaw<Row[]>`
    SELECT a.kpi, s.dimension, s.value, a.day::text AS day, a.currency, a.excluded, sum(a.n)::text AS n, sum(a.d)::text AS d
    FROM ${declared(table.table)} f
    CROSS JOIN LATERAL (VALUES ${Prisma.join(days.flatMap(rowsOf))}) AS a (kpi, day, n, d, currency, excluded)
    CROSS JOIN LATERAL (VALUES ${splitsOf(table)}) AS s (dimension, value)
    WHERE f.workspace_id = ${tx.workspaceId}::uuid AND ${isFactOf(tx, table.table, facts)} AND a.day IS NOT NULL AND (a.n <> 0 OR a.d <> 0)
    GROUP BY 1, 2, 3, 4, 5, 6`;
  return rows.map(({ n, d, ...row }) => ({ ...row, n: BigInt(n), d: BigInt(d) }));
}

function rowsOf({ of: { kpis, day }, before }: KeptDays): readonly Prisma.Sql[] {
  const column = Prisma.sql`f.${declared(day)}`;
  const on = before === null ? column : Prisma.sql`CASE WHEN ${column} < ${before}::date THEN ${column} END`;
  return addsOf(kpis, day).map(
    ({ kpi, n, d, currency, why }) =>
      Prisma.sql`(${kpi}::text, ${on}, ${n}, ${d ?? Prisma.sql`0::bigint`}, ${currency}, ${why})`,
  );
}

/** Adds to days of a generation, in one order for everybody; a day that holds nothing any more is gone. */
export async function addToDays(tx: Tx, generation: number, added: readonly Added[]): Promise<void> {
  if (added.length === 0) return;
  const [moved] = await writes(tx).$queryRaw<{ emptied: number }[]>`
    WITH moved AS (
      INSERT INTO kpi_day (workspace_id, kpi, generation, dimension, day, value, currency, excluded, n, d)
      SELECT ${tx.workspaceId}::uuid, a.kpi, ${generation}::int, a.dimension, a.day, a.value, a.currency, a.excluded, a.n, a.d
      FROM UNNEST(${added.map((a) => a.kpi)}::text[], ${added.map((a) => a.dimension)}::text[],
        ${added.map((a) => a.day)}::date[], ${added.map((a) => a.value)}::text[], ${added.map((a) => a.currency)}::text[],
        ${added.map((a) => a.excluded)}::text[], ${added.map((a) => String(a.n))}::numeric[],
        ${added.map((a) => String(a.d))}::numeric[]) AS a (kpi, dimension, day, value, currency, excluded, n, d)
      ORDER BY 2, 4, 5, 6, 7, 8
      ON CONFLICT (workspace_id, kpi, generation, dimension, day, value, currency, excluded)
        DO UPDATE SET n = kpi_day.n + EXCLUDED.n, d = kpi_day.d + EXCLUDED.d
      RETURNING n, d
    )
    SELECT count(*)::int AS emptied FROM moved WHERE (n, d) = (0, 0)`;
  if (moved?.emptied === 0) return;
  await writes(tx).$executeRaw`
    DELETE FROM kpi_day k USING UNNEST(${added.map((a) => a.kpi)}::text[], ${added.map((a) => a.dimension)}::text[],
      ${added.map((a) => a.day)}::date[], ${added.map((a) => a.value)}::text[], ${added.map((a) => a.currency)}::text[],
      ${added.map((a) => a.excluded)}::text[]) AS a (kpi, dimension, day, value, currency, excluded)
    WHERE k.workspace_id = ${tx.workspaceId}::uuid AND k.generation = ${generation}::int AND k.kpi = a.kpi
      AND k.dimension = a.dimension AND k.day = a.day AND k.value = a.value AND k.currency = a.currency
      AND k.excluded = a.excluded AND (k.n, k.d) = (0, 0)`;
}
