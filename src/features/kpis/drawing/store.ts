import type { Scope } from '../../../core/runtime/database.ts';
import { reads } from '../../../db/scope.ts';
import type { Wanted } from '../figure/model.ts';
import { spreadsBy } from '../figure/spread-store.ts';

export interface DayValue {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly n: bigint;
  readonly d: bigint;
  /** Of durations, in the unit of the measure. */
  readonly p50: number | null;
}

/** The sums of each day, of one currency where they are money; days without anything are absent. */
export async function daySums(
  scope: Scope,
  { kpi, generation, days, cut }: Wanted,
  currency: string,
): Promise<readonly DayValue[]> {
  const rows = await reads(scope).$queryRaw<{ day: string; n: string; d: string }[]>`
    SELECT k.day::text AS day, k.n::text AS n, k.d::text AS d FROM kpi_day k
    WHERE k.workspace_id = ${scope.workspaceId}::uuid AND k.kpi = ${kpi.key} AND k.generation = ${generation}::int
      AND k.dimension = ${cut?.dimension ?? ''} AND k.value = ${cut?.value ?? ''} AND k.excluded = '' AND k.currency = ${currency}
      AND k.day >= ${days.from}::date AND k.day < ${days.to}::date
    ORDER BY k.day`;
  return rows.map(({ day, n, d }) => ({ day, n: BigInt(n), d: BigInt(d), p50: null }));
}

/** The medians of each day, from the facts. */
export async function dayMedians(scope: Scope, wanted: Wanted): Promise<readonly DayValue[]> {
  const days = await spreadsBy(scope, wanted, wanted.kpi.anchor.column);
  return [...days.values()].map(({ value: day, size, p50 }) => ({ day, n: 0n, d: BigInt(size), p50 }));
}
