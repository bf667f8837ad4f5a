import type { Scope } from '../../../core/runtime/database.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import { declared } from '../../../db/declared/name.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads } from '../../../db/scope.ts';
import type { SizedSpread, Wanted } from './model.ts';

interface Counted extends SizedSpread {
  readonly value: string;
}

/**
 * How the durations of a KPI are spread over these days, from the facts themselves: percentiles of days are no percentiles. By
 * the words of a column; empty: all together.
 */
export async function spreadsBy(
  scope: Scope,
  wanted: Wanted,
  by: string,
): Promise<ReadonlyMap<string, Counted>> {
  const { kpi } = wanted;
  const value = by === '' ? Prisma.sql`''::text` : Prisma.sql`(f.${declared(by)})::text`;
  const times = kpi.measure.kind === 'spread' ? kpi.measure.times : undefined;
  const rows =
    times === undefined ? await single(scope, wanted, value) : await repeated(scope, wanted, value, times);
  return new Map(rows.map((row) => [row.value, row]));
}

/** All together; null: there are none. */
export async function spreadOf(scope: Scope, wanted: Wanted): Promise<SizedSpread | null> {
  return (await spreadsBy(scope, wanted, '')).get('') ?? null;
}

/** The rows that a spread is of, as a condition on facts `f` of a workspace. */
const isOf = ({ kpi, generation, days, cut }: Wanted) => Prisma.sql`
  f.generation = ${generation}::int AND f.left_out IS NULL
  AND f.${declared(kpi.anchor.column)} >= ${days.from}::date AND f.${declared(kpi.anchor.column)} < ${days.to}::date
  AND f.${declared(kpi.measure.of)} IS NOT NULL ${cut === null ? Prisma.empty : Prisma.sql`AND f.${declared(cut.dimension)} = ${cut.value}`}`;

const lengthOf = ({ measure }: Kpi) => Prisma.sql`f.${declared(measure.of)}`;

async function single(scope: Scope, wanted: Wanted, value: Prisma.Sql): Promise<readonly Counted[]> {
  const { kpi } = wanted;
  const length = lengthOf(kpi);
  const at = (share: number) =>
    Prisma.sql`percentile_cont(${share}::float8) WITHIN GROUP (ORDER BY ${length})`;
  return await reads(scope).$queryRaw<Counted[]>`
    SELECT ${value} AS value, count(*)::int AS size, avg(${length})::float8 AS mean, stddev_samp(${length})::float8 AS sd,
      ${at(0.5)} AS p50, ${at(0.9)} AS p90, ${at(0.95)} AS p95
    FROM ${declared(kpi.facts.table)} f WHERE f.workspace_id = ${scope.workspaceId}::uuid AND ${isOf(wanted)}
    GROUP BY 1 ORDER BY 1`;
}

/**
 * Of rows that stand for several of one length: what the same would be of as many single rows, exactly. A percentile lies
 * between two of them in their order, as `percentile_cont` has it.
 */
async function repeated(
  scope: Scope,
  wanted: Wanted,
  value: Prisma.Sql,
  times: string,
): Promise<readonly Counted[]> {
  const { kpi } = wanted;
  const at = (share: number) => {
    const place = Prisma.sql`(${share}::numeric * (max(p.size) - 1))`;
    const nth = (n: Prisma.Sql) => Prisma.sql`min(p.length) FILTER (WHERE p.passed > ${n})`;
    const low = nth(Prisma.sql`floor(${share}::numeric * (p.size - 1))`);
    const high = nth(Prisma.sql`ceil(${share}::numeric * (p.size - 1))`);
    return Prisma.sql`(${low} + (${place} - floor(${place})) * (${high} - ${low}))::float8`;
  };
  return await reads(scope).$queryRaw<Counted[]>`
    SELECT p.value, max(p.size)::int AS size, (sum(p.length * p.times) / max(p.size))::float8 AS mean,
      sqrt((sum(p.length * p.length * p.times) - sum(p.length * p.times) ^ 2 / max(p.size)) / nullif(max(p.size) - 1, 0))::float8 AS sd,
      ${at(0.5)} AS p50, ${at(0.9)} AS p90, ${at(0.95)} AS p95
    FROM (
      SELECT l.value, l.length, l.times, sum(l.times) OVER (PARTITION BY l.value ORDER BY l.length) AS passed,
        sum(l.times) OVER (PARTITION BY l.value) AS size
      FROM (
        SELECT ${value} AS value, ${lengthOf(kpi)}::numeric AS length, sum(f.${declared(times)})::numeric AS times
        FROM ${declared(kpi.facts.table)} f
        WHERE f.workspace_id = ${scope.workspaceId}::uuid AND ${isOf(wanted)} AND f.${declared(times)} > 0
        GROUP BY 1, 2
      ) l
    ) p GROUP BY 1 ORDER BY 1`;
}
