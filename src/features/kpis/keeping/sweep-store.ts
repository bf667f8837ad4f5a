import type { Tx } from '../../../core/runtime/database.ts';
import type { FactShape, Kpi } from '../../../core/tokens/fact.ts';
import { readInOrder } from '../../../db/declared/facts-of.ts';
import { declared } from '../../../db/declared/name.ts';
import { writes } from '../../../db/scope.ts';
import { seriesOf } from './rules.ts';

/** Deletes the facts of earlier generations of the next so many subjects; returns the last one. Null: there are no more. */
export async function sweepFacts(
  tx: Tx,
  tables: readonly { readonly table: FactShape }[],
  { read, after, most }: { readonly read: number; readonly after: string | null; readonly most: number },
): Promise<string | null> {
  const [first] = tables;
  if (!first) return null;
  await readInOrder(tx);
  // Every subject has facts in the first table of its family.
  const [end] = await writes(tx).$queryRaw<{ subject: string | null }[]>`
    SELECT max(s.subject) AS subject FROM (
      SELECT f.subject FROM ${declared(first.table.table)} f
      WHERE f.workspace_id = ${tx.workspaceId}::uuid AND f.subject > ${after ?? ''} ORDER BY f.subject LIMIT ${most}::int) s`;
  const last = end?.subject ?? null;
  if (last === null) return null;
  for (const { table } of tables)
    await writes(tx).$executeRaw`
      DELETE FROM ${declared(table.table)} WHERE workspace_id = ${tx.workspaceId}::uuid
        AND subject > ${after ?? ''} AND subject <= ${last} AND generation < ${read}::int`;
  return last;
}

/** Deletes some days of earlier generations; returns how many. */
export async function sweepDays(
  tx: Tx,
  kpis: readonly Kpi[],
  { read, most }: { readonly read: number; readonly most: number },
): Promise<number> {
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
