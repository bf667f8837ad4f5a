import type { Scope } from '../../../core/runtime/database.ts';
import { reads } from '../../../db/scope.ts';
import type { Days } from '../days/model.ts';

/** Days of a generation of a KPI. */
interface Kept extends Days {
  readonly kpi: string;
  readonly generation: number;
}

interface Row {
  readonly place: number;
  readonly currency: string;
  readonly n: string;
  readonly d: string;
}

/** The sums that days keep of many figures, in one statement; in their order. */
export async function keptSums(
  scope: Scope,
  figures: readonly Kept[],
): Promise<readonly (readonly Omit<Row, 'place'>[])[]> {
  const rows = await reads(scope).$queryRaw<Row[]>`
    SELECT a.place::int AS place, k.currency, k.n::text AS n, k.d::text AS d
    FROM UNNEST(${figures.map((one) => one.kpi)}::text[], ${figures.map((one) => one.generation)}::int[],
      ${figures.map((one) => one.from)}::date[], ${figures.map((one) => one.to)}::date[])
      WITH ORDINALITY AS a (kpi, generation, from_day, to_day, place)
    CROSS JOIN LATERAL (
      SELECT k.currency, sum(k.n) AS n, sum(k.d) AS d FROM kpi_day k
      WHERE k.workspace_id = ${scope.workspaceId}::uuid AND k.kpi = a.kpi AND k.generation = a.generation
        AND k.dimension = '' AND k.value = '' AND k.excluded = '' AND k.day >= a.from_day AND k.day < a.to_day
      GROUP BY 1
    ) k`;
  const sums: Omit<Row, 'place'>[][] = figures.map(() => []);
  for (const { place, ...sum } of rows) sums[place - 1]?.push(sum);
  return sums;
}
