import type { Scope } from '../../../core/runtime/database.ts';
import { type Kpi, lastingFact } from '../../../core/tokens/fact.ts';
import { declared } from '../../../db/declared/name.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads } from '../../../db/scope.ts';
import type { Days } from '../days/model.ts';
import type { Cut } from './model.ts';

/**
 * What goes on at a moment, by value of a dimension: how many, and the sum of what must be added to the moment for each of
 * them to get how long all have lasted until then: `count × moment + offset`, in milliseconds.
 */
export interface Running {
  readonly count: bigint;
  readonly offset: bigint;
}

/** Of which facts, counted how: a series of `seriesOf`. */
export interface RunningWanted {
  readonly kpi: Kpi;
  readonly series: { readonly key: string; readonly column: string };
  readonly generation: number;
  /** Empty: of all together, or of the cut. */
  readonly dimension: string;
  readonly cut: Cut | null;
}

interface Row {
  readonly value: string;
  readonly count: string;
  readonly offset: string;
}

/** What went on when a day began; with `until` also what began and ended on that day before then. */
export async function runningAt(
  scope: Scope,
  wanted: RunningWanted,
  day: string,
  until: Date | null,
): Promise<ReadonlyMap<string, Running>> {
  const kept = await reads(scope).$queryRaw<Row[]>`
    SELECT ${dayValue(wanted)} AS value, sum(k.n)::text AS count, sum(k.d)::text AS offset FROM kpi_day k
    WHERE k.workspace_id = ${scope.workspaceId}::uuid AND ${isKept(wanted)} AND k.day < ${day}::date GROUP BY 1`;
  return sumsOf(until === null ? kept : [...kept, ...(await today(scope, wanted, day, until))]);
}

/** Whether anything had begun before a moment of a day: the first day is looked at, by its index. */
export async function hasBegun(
  scope: Scope,
  { kpi, generation }: Pick<RunningWanted, 'kpi' | 'generation'>,
  { day, at }: { readonly day: string; readonly at: Date },
): Promise<boolean> {
  const rows = await reads(scope).$queryRaw<object[]>`
    SELECT 1 FROM ${declared(kpi.facts.table)} f WHERE f.workspace_id = ${scope.workspaceId}::uuid
      AND f.generation = ${generation}::int AND f.${declared(lastingFact.sinceDay)} <= ${day}::date
      AND f.${declared(lastingFact.since)} < ${at}::timestamptz
    ORDER BY f.${declared(lastingFact.sinceDay)} LIMIT 1`;
  return rows.length > 0;
}

/** The day on which the first of them began; null: none has. */
export async function firstBegun(
  scope: Scope,
  { kpi, generation }: Pick<RunningWanted, 'kpi' | 'generation'>,
): Promise<string | null> {
  const [row] = await reads(scope).$queryRaw<{ day: string }[]>`
    SELECT f.${declared(lastingFact.sinceDay)}::text AS day FROM ${declared(kpi.facts.table)} f
    WHERE f.workspace_id = ${scope.workspaceId}::uuid AND f.generation = ${generation}::int
    ORDER BY f.${declared(lastingFact.sinceDay)} LIMIT 1`;
  return row?.day ?? null;
}

/** What begins, less what ends, on each of these days; days on which nothing does are absent. */
export async function turnsOf(
  scope: Scope,
  wanted: RunningWanted,
  days: Days,
): Promise<ReadonlyMap<string, Running>> {
  const rows = await reads(scope).$queryRaw<Row[]>`
    SELECT k.day::text AS value, sum(k.n)::text AS count, sum(k.d)::text AS offset FROM kpi_day k
    WHERE k.workspace_id = ${scope.workspaceId}::uuid AND ${isKept(wanted)} AND k.day >= ${days.from}::date AND k.day < ${days.to}::date GROUP BY 1 ORDER BY 1`;
  return sumsOf(rows);
}

/** Days hold what begins and ends on all of them; of today only what has, so it is read from the facts. */
async function today(
  scope: Scope,
  { kpi, series, generation, dimension, cut }: RunningWanted,
  day: string,
  until: Date,
): Promise<readonly Row[]> {
  const value = dimension === '' ? Prisma.sql`''` : Prisma.sql`f.${declared(dimension)}`;
  const isCut = cut === null ? Prisma.empty : Prisma.sql`AND f.${declared(cut.dimension)} = ${cut.value}`;
  const turns = (moment: string, on: string, sign: 1 | -1) => Prisma.sql`
    SELECT ${value} AS value, f.workspace_id, ${sign}::int * f.${declared(series.column)} AS n,
      ${-sign}::int * f.${declared(series.column)} * (extract(epoch FROM f.${declared(moment)}) * 1000)::bigint AS d
    FROM ${declared(kpi.facts.table)} f
    WHERE f.workspace_id = ${scope.workspaceId}::uuid AND f.generation = ${generation}::int AND f.left_out IS NULL
      AND f.${declared(on)} = ${day}::date AND f.${declared(moment)} < ${until}::timestamptz ${isCut}`;
  return await reads(scope).$queryRaw<Row[]>`
    SELECT t.value, sum(t.n)::text AS count, sum(t.d)::text AS offset FROM (
      ${turns(lastingFact.since, lastingFact.sinceDay, 1)} UNION ALL ${turns(lastingFact.until, lastingFact.untilDay, -1)}) t
    WHERE t.workspace_id = ${scope.workspaceId}::uuid
    GROUP BY 1`;
}

const dayValue = ({ dimension }: RunningWanted) => (dimension === '' ? Prisma.sql`''` : Prisma.sql`k.value`);

const isKept = ({ series, generation, dimension, cut }: RunningWanted) => Prisma.sql`
  k.kpi = ${series.key} AND k.generation = ${generation}::int
  AND k.dimension = ${cut?.dimension ?? dimension} AND k.excluded = ''
  ${dimension === '' ? Prisma.sql`AND k.value = ${cut?.value ?? ''}` : Prisma.empty}`;

function sumsOf(rows: readonly Row[]): ReadonlyMap<string, Running> {
  const sums = new Map<string, Running>();
  for (const { value, count, offset } of rows) {
    const before = sums.get(value) ?? { count: 0n, offset: 0n };
    sums.set(value, { count: before.count + BigInt(count), offset: before.offset + BigInt(offset) });
  }
  return sums;
}
