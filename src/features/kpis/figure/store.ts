import type { Scope } from '../../../core/runtime/database.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads } from '../../../db/scope.ts';
import { seriesOf } from '../keeping/rules.ts';
import { factSums, factsExcluded, isLarge, isReadFromFacts } from './fact-sums-store.ts';
import type { Excluded, Part, Spread, Total, Wanted } from './model.ts';
import { spreadsBy } from './spread-store.ts';

interface SumRow {
  readonly currency: string;
  readonly excluded: string;
  readonly n: string;
  readonly d: string;
}

/** The sums of these days, and what was left out of them by reason, the most first. */
export async function sumsOf(
  scope: Scope,
  wanted: Wanted,
): Promise<{ readonly totals: readonly Total[]; readonly excluded: readonly Excluded[] }> {
  const { kpi, generation, days, cut } = wanted;
  const rows = await reads(scope).$queryRaw<SumRow[]>`
    SELECT k.currency, k.excluded, sum(k.n)::text AS n, sum(k.d)::text AS d FROM kpi_day k
    WHERE k.workspace_id = ${scope.workspaceId}::uuid AND k.kpi = ${kpi.key} AND k.generation = ${generation}::int
      AND k.dimension = ${cut?.dimension ?? ''} AND k.value = ${cut?.value ?? ''}
      AND k.day >= ${days.from}::date AND k.day < ${days.to}::date
    GROUP BY 1, 2 ORDER BY sum(k.n) DESC, 1, 2`;
  return {
    totals: isReadFromFacts(kpi, cut?.dimension)
      ? (await factSums(scope, wanted, '')).map(({ total }) => total)
      : rows.flatMap((row) => (row.excluded === '' ? [totalOf(row)] : [])),
    excluded: isLarge(kpi, cut?.dimension)
      ? await factsExcluded(scope, wanted)
      : rows.flatMap(({ excluded: why, n }) => (why === '' ? [] : [{ why, rows: Number(n) }])),
  };
}

const totalOf = ({ n, d, currency }: Omit<SumRow, 'excluded'>): Total => ({
  n: BigInt(n),
  d: BigInt(d),
  currency,
});

/** The sums by a dimension, each value with its totals, the most first. Of a part of them days keep none. */
export async function partsOf(scope: Scope, wanted: Wanted, dimension: string): Promise<readonly Part[]> {
  const { kpi, cut } = wanted;
  const rows =
    cut !== null || isReadFromFacts(kpi, dimension)
      ? (await factSums(scope, wanted, dimension)).map(({ value, total }) => ({
          value,
          currency: total.currency,
          n: String(total.n),
          d: String(total.d),
        }))
      : await keptParts(scope, wanted, dimension);
  // There may be as many as there are SKUs.
  const totals = new Map<string, Total[]>();
  for (const row of rows) {
    const own = totals.get(row.value);
    if (own) own.push(totalOf(row));
    else totals.set(row.value, [totalOf(row)]);
  }
  const spreads =
    kpi.measure.kind === 'spread' ? await spreadsBy(scope, wanted, dimension) : new Map<string, Spread>();
  return [...totals].map(([value, own]) => ({ value, totals: own, spread: spreads.get(value) ?? null }));
}

async function keptParts(
  scope: Scope,
  { kpi, generation, days }: Omit<Wanted, 'cut'>,
  dimension: string,
): Promise<readonly (Omit<SumRow, 'excluded'> & { readonly value: string })[]> {
  return await reads(scope).$queryRaw<(Omit<SumRow, 'excluded'> & { value: string })[]>`
    SELECT k.value, k.currency, sum(k.n)::text AS n, sum(k.d)::text AS d FROM kpi_day k
    WHERE k.workspace_id = ${scope.workspaceId}::uuid AND k.kpi = ${kpi.key} AND k.generation = ${generation}::int
      AND k.dimension = ${dimension} AND k.excluded = '' AND k.day >= ${days.from}::date AND k.day < ${days.to}::date
    GROUP BY 1, 2 ORDER BY sum(k.d) DESC, sum(k.n) DESC, 1, 2`;
}

/** By which dimensions days fall into several parts, of those whose sums are kept: a split into one tells nothing. */
export async function splitBy(
  scope: Scope,
  { kpi, generation, days }: Omit<Wanted, 'cut'>,
  dimensions: readonly string[],
): Promise<ReadonlySet<string>> {
  const isOwn = Prisma.sql`k.kpi = ${kpi.key} AND k.generation = ${generation}::int
    AND k.dimension = own.name AND k.excluded = '' AND k.day >= ${days.from}::date AND k.day < ${days.to}::date`;
  const rows = await reads(scope).$queryRaw<{ name: string }[]>`
    SELECT own.name FROM UNNEST(${[...dimensions]}::text[]) AS own (name)
    CROSS JOIN LATERAL (
      SELECT k.value FROM kpi_day k WHERE k.workspace_id = ${scope.workspaceId}::uuid AND ${isOwn} ORDER BY k.day LIMIT 1
    ) one
    WHERE EXISTS (
      SELECT 1 FROM kpi_day k WHERE k.workspace_id = ${scope.workspaceId}::uuid AND ${isOwn} AND k.value <> one.value
    )`;
  return new Set(rows.map(({ name }) => name));
}

/** The first and the last day on which anything counts; null: none. */
export async function reachOf(
  scope: Scope,
  { kpi, generation }: Pick<Wanted, 'kpi' | 'generation'>,
): Promise<{ readonly first: string; readonly last: string } | null> {
  const [row] = await reads(scope).$queryRaw<{ first: string | null; last: string | null }[]>`
    SELECT min(k.day)::text AS first, max(k.day)::text AS last FROM kpi_day k
    WHERE k.workspace_id = ${scope.workspaceId}::uuid AND k.kpi = ANY(${seriesOf(kpi).map(({ key }) => key)}::text[])
      AND k.generation = ${generation}::int AND k.dimension = '' AND k.excluded = ''`;
  return row?.first && row.last ? { first: row.first, last: row.last } : null;
}
