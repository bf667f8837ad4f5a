import type { Scope, Tx } from '../../../core/runtime/database.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { Cut } from '../figure/model.ts';
import type { TargetEntry, TargetRow } from './model.ts';

interface Stored extends Omit<TargetRow, 'cut'> {
  readonly dimension: string;
  readonly value: string;
}

const rowOf = <Row extends Stored>({ dimension, value, ...row }: Row) => ({
  ...row,
  cut: dimension === '' ? null : { dimension, value },
});

/** All that was ever set for these KPIs and their parts, the earliest day first. */
export async function targetsOf(scope: Scope, kpis: readonly string[]): Promise<readonly TargetRow[]> {
  const rows = await reads(scope).$queryRaw<Stored[]>`
    SELECT t.kpi, t.dimension, t.value, t.valid_from::text AS "validFrom", t.target, t."limit", t.currency FROM kpi_target t
    WHERE t.workspace_id = ${scope.workspaceId}::uuid AND t.kpi = ANY(${[...kpis]}::text[])
    ORDER BY t.kpi, t.valid_from, t.dimension, t.value`;
  return rows.map(rowOf);
}

/** What was set for a KPI and its parts with who did, the latest day first. */
export async function historyOf(scope: Scope, kpi: string, most: number): Promise<readonly TargetEntry[]> {
  const rows = await reads(scope).$queryRaw<(Stored & Omit<TargetEntry, 'cut'>)[]>`
    SELECT t.kpi, t.dimension, t.value, t.valid_from::text AS "validFrom", t.target, t."limit", t.currency, t.note,
      p.name AS "setBy", t.set_at AS "setAt"
    FROM kpi_target t LEFT JOIN person p ON p.workspace_id = t.workspace_id AND p.id = t.set_by_id
    WHERE t.workspace_id = ${scope.workspaceId}::uuid AND t.kpi = ${kpi}
    ORDER BY t.valid_from DESC, t.set_at DESC, t.dimension, t.value LIMIT ${most}::int`;
  return rows.map(rowOf);
}

/** The parts of a KPI that counted since a day, of each dimension the largest. */
export async function cutsOf(
  scope: Scope,
  { kpi, generation, since }: { readonly kpi: Kpi; readonly generation: number; readonly since: string },
  most: number,
): Promise<readonly Cut[]> {
  return await reads(scope).$queryRaw<Cut[]>`
    SELECT own.dimension, part.value
    FROM UNNEST(${kpi.facts.dimensions.map(({ name }) => name)}::text[]) WITH ORDINALITY AS own (dimension, place)
    CROSS JOIN LATERAL (
      SELECT k.value, sum(k.d) AS d, sum(k.n) AS n FROM kpi_day k
      WHERE k.workspace_id = ${scope.workspaceId}::uuid AND k.kpi = ${kpi.key} AND k.generation = ${generation}::int
        AND k.dimension = own.dimension AND k.day >= ${since}::date AND k.excluded = '' AND k.value <> ''
      GROUP BY 1 ORDER BY 2 DESC, 3 DESC, 1 LIMIT ${most}::int
    ) part
    ORDER BY own.place, part.d DESC, part.n DESC, part.value`;
}

/** Targets of a workspace are set one after another. */
export async function lockTargets(tx: Tx): Promise<void> {
  // $executeRaw: the function returns void, which Prisma cannot read.
  await writes(tx).$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('kpi targets ' || own.workspace_id, 0))
    FROM (SELECT ${tx.workspaceId}::uuid AS workspace_id) AS own`;
}

/** What is set for a day a second time is set anew. */
export async function putTarget(
  tx: Tx,
  { kpi, cut, validFrom, ...row }: TargetRow,
  by: { readonly note: string | null; readonly setById: string | null; readonly setAt: Date },
): Promise<void> {
  const key = {
    workspaceId: tx.workspaceId,
    kpi,
    dimension: cut?.dimension ?? '',
    value: cut?.value ?? '',
    validFrom: new Date(validFrom),
  };
  await writes(tx).kpiTarget.upsert({
    where: { workspaceId_kpi_dimension_value_validFrom: key },
    create: { ...key, ...row, ...by },
    update: { ...row, ...by },
  });
}
