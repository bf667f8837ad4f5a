import type { Tx } from '../../../core/runtime/database.ts';
import type { FactShape, Kpi } from '../../../core/tokens/fact.ts';
import { declared } from '../../../db/declared/name.ts';
import { writes } from '../../../db/scope.ts';
import { seriesOf } from './rules.ts';

/** Deletes some rows of earlier generations than the one that is read; returns how many. */
export async function sweepSome(
  tx: Tx,
  { table, kpis }: { readonly table: FactShape; readonly kpis: readonly Kpi[] },
  { read, most }: { readonly read: number; readonly most: number },
): Promise<number> {
  const facts = await writes(tx).$executeRaw`
    DELETE FROM ${declared(table.table)} WHERE ctid = ANY(ARRAY(
      SELECT ctid FROM ${declared(table.table)} WHERE workspace_id = ${tx.workspaceId}::uuid
        AND generation < ${read}::int LIMIT ${most}::int))`;
  if (facts > 0) return facts;
  return await writes(tx).$executeRaw`
    DELETE FROM kpi_day WHERE ctid = ANY(ARRAY(
      SELECT ctid FROM kpi_day WHERE workspace_id = ${tx.workspaceId}::uuid AND kpi = ANY(${keysOf(kpis)}::text[])
        AND generation < ${read}::int LIMIT ${most}::int))`;
}

const keysOf = (kpis: readonly Kpi[]) => kpis.flatMap(seriesOf).map(({ key }) => key);

/** Deletes all that days of a generation hold of these KPIs: a KPI that has come from another family had days of that one. */
export async function clearDays(tx: Tx, kpis: readonly Kpi[], generation: number): Promise<void> {
  await writes(tx).$executeRaw`
    DELETE FROM kpi_day WHERE workspace_id = ${tx.workspaceId}::uuid AND kpi = ANY(${keysOf(kpis)}::text[])
      AND generation = ${generation}::int`;
}

/**
 * Deletes some days of KPIs that nobody declares any more, unless anything is of another release than ours: it may declare
 * more. Returns how many.
 */
export async function sweepUndeclared(
  tx: Tx,
  kpis: readonly Kpi[],
  { versions, most }: { readonly versions: readonly string[]; readonly most: number },
): Promise<number> {
  return await writes(tx).$executeRaw`
    WITH RECURSIVE known (kpi) AS (
      SELECT min(kpi) FROM kpi_day WHERE workspace_id = ${tx.workspaceId}::uuid
      UNION ALL
      SELECT (SELECT min(d.kpi) FROM kpi_day d WHERE d.workspace_id = ${tx.workspaceId}::uuid AND d.kpi > known.kpi)
      FROM known WHERE known.kpi IS NOT NULL
    )
    DELETE FROM kpi_day WHERE ctid = ANY(ARRAY(
      SELECT d.ctid FROM known JOIN kpi_day d ON d.workspace_id = ${tx.workspaceId}::uuid AND d.kpi = known.kpi
      WHERE known.kpi <> ALL(${keysOf(kpis)}::text[]) LIMIT ${most}::int))
      AND workspace_id = ${tx.workspaceId}::uuid
      AND NOT EXISTS (SELECT 1 FROM fact_generation g WHERE g.workspace_id = ${tx.workspaceId}::uuid
        AND (g.building IS NOT NULL OR g.version <> ALL(${[...versions]}::text[])))`;
}
