import type { Scope } from '../../../core/runtime/database.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import { declared } from '../../../db/declared/name.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads } from '../../../db/scope.ts';
import { addsOf } from '../keeping/adds-store.ts';
import type { Excluded, Total, Wanted } from './model.ts';

/** Whether days keep no sums of it: what cannot be added up, and what has too many values. */
export function isReadFromFacts(kpi: Kpi, dimension: string | undefined): boolean {
  return kpi.measure.kind === 'distinct' || isLarge(kpi, dimension);
}

/** Whether a dimension has so many values that days keep nothing by it. */
export function isLarge({ facts }: Kpi, dimension: string | undefined): boolean {
  return facts.dimensions.some((one) => one.isLarge && one.name === dimension);
}

/** What is left out of a part that days know nothing of, by reason, the most first. */
export async function factsExcluded(
  scope: Scope,
  { kpi, generation, days, cut }: Wanted,
): Promise<readonly Excluded[]> {
  const day = Prisma.sql`f.${declared(kpi.anchor.column)}`;
  const adds = addsOf([kpi], kpi.anchor.column).map(({ n, why }) => Prisma.sql`(${n}, ${why})`);
  const isCut = cut === null ? Prisma.empty : Prisma.sql`AND f.${declared(cut.dimension)} = ${cut.value}`;
  return await reads(scope).$queryRaw<Excluded[]>`
    SELECT a.why, sum(a.n)::int AS rows FROM ${declared(kpi.facts.table)} f
    CROSS JOIN LATERAL (VALUES ${Prisma.join(adds)}) AS a (n, why)
    WHERE f.workspace_id = ${scope.workspaceId}::uuid AND f.generation = ${generation}::int
      AND ${day} >= ${days.from}::date AND ${day} < ${days.to}::date AND a.why <> '' AND a.n <> 0 ${isCut}
    GROUP BY 1 ORDER BY 2 DESC, 1`;
}

/** The sums of these days from the facts themselves, by the words of a column; empty: of all together. The most first. */
export async function factSums(
  scope: Scope,
  wanted: Wanted,
  by: string,
): Promise<readonly { readonly value: string; readonly total: Total }[]> {
  const { kpi, generation, days, cut } = wanted;
  const { measure, anchor, facts } = kpi;
  const value = by === '' ? Prisma.sql`''` : Prisma.sql`(f.${declared(by)})::text`;
  const isCut = cut === null ? Prisma.empty : Prisma.sql`AND f.${declared(cut.dimension)} = ${cut.value}`;
  const of = Prisma.sql`f.${declared(measure.of)}`;
  const among = 'among' in measure ? Prisma.sql`f.${declared(measure.among)}` : Prisma.sql`0`;
  const [n, d, adds] =
    measure.kind === 'distinct'
      ? [Prisma.sql`count(DISTINCT ${of})`, Prisma.sql`0`, Prisma.sql`${among} <> 0`]
      : measure.kind === 'spread'
        ? [Prisma.sql`sum(${of})`, Prisma.sql`count(*)`, Prisma.sql`${of} IS NOT NULL`]
        : [Prisma.sql`sum(${of})`, Prisma.sql`sum(${among})`, Prisma.sql`(${of} <> 0 OR ${among} <> 0)`];
  const isMoney = measure.kind === 'sum' && measure.unit === 'money';
  const rows = await reads(scope).$queryRaw<{ value: string; currency: string; n: string; d: string }[]>`
    SELECT s.value, s.currency, s.n::text AS n, s.d::text AS d FROM (
    SELECT ${value} AS value, ${isMoney ? Prisma.sql`f.currency` : Prisma.sql`''`} AS currency, ${n} AS n, ${d} AS d
    FROM ${declared(facts.table)} f
    WHERE f.workspace_id = ${scope.workspaceId}::uuid AND f.generation = ${generation}::int AND f.left_out IS NULL
      AND f.${declared(anchor.column)} >= ${days.from}::date AND f.${declared(anchor.column)} < ${days.to}::date
      AND ${adds} ${isCut}
    GROUP BY 1, 2) s
    ORDER BY s.d DESC, s.n DESC, 1, 2`;
  return rows.map((row) => ({
    value: row.value,
    total: { n: BigInt(row.n), d: BigInt(row.d), currency: row.currency },
  }));
}
