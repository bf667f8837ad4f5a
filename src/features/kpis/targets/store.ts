import type { Scope, Tx } from '../../../core/runtime/database.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import { Prisma } from '../../../db/generated/client.ts';
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

const names = Prisma.sql`workspace_id, kpi, dimension, value, valid_from, target, "limit", currency, note, set_by_id, set_at`;
const entry = Prisma.sql`e.workspace_id, e.kpi, e.dimension, e.value, e.valid_from, e.target, e."limit", e.currency, e.note, e.set_by_id, e.set_at`;

/** All that was ever set for these KPIs and their parts, the earliest day first. */
export async function targetsOf(scope: Scope, kpis: readonly string[]): Promise<readonly TargetRow[]> {
  const rows = await reads(scope).$queryRaw<Stored[]>`
    SELECT t.kpi, t.dimension, t.value, t.valid_from::text AS "validFrom", t.target, t."limit", t.currency FROM kpi_target t
    WHERE t.workspace_id = ${scope.workspaceId}::uuid AND t.kpi = ANY(${[...kpis]}::text[])
    ORDER BY t.kpi, t.valid_from, t.dimension, t.value`;
  return rows.map(rowOf);
}

/** All that was set for a KPI and its parts with who did, the latest day first, and of a day what was set last. */
export async function historyOf(scope: Scope, kpi: string, most: number): Promise<readonly TargetEntry[]> {
  const rows = await reads(scope).$queryRaw<(Stored & Omit<TargetEntry, 'cut'>)[]>`
    SELECT t.kpi, t.dimension, t.value, t.valid_from::text AS "validFrom", t.target, t."limit", t.currency, t.note,
      p.name AS "setBy", t.set_at AS "setAt", t.replaced AS "isReplaced"
    FROM (
      SELECT ${entry}, false AS replaced, 0 AS ordinal FROM kpi_target e
      WHERE e.workspace_id = ${scope.workspaceId}::uuid AND e.kpi = ${kpi}
      UNION ALL
      SELECT ${entry}, true, e.ordinal FROM kpi_target_replaced e
      WHERE e.workspace_id = ${scope.workspaceId}::uuid AND e.kpi = ${kpi}
    ) t LEFT JOIN person p ON p.workspace_id = t.workspace_id AND p.id = t.set_by_id
    WHERE t.workspace_id = ${scope.workspaceId}::uuid
    ORDER BY t.valid_from DESC, t.replaced, t.ordinal DESC, t.set_at DESC, t.dimension, t.value LIMIT ${most}::int`;
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

/** Who set what holds, or held, on any day from one on, for a KPI or a part of it. */
export async function settersSince(
  scope: Scope,
  { kpi, cut, validFrom }: Pick<TargetRow, 'kpi' | 'cut' | 'validFrom'>,
  today: string,
): Promise<readonly string[]> {
  const rows = await reads(scope).$queryRaw<{ id: string }[]>`
    SELECT DISTINCT t.set_by_id AS id FROM kpi_target t
    WHERE t.workspace_id = ${scope.workspaceId}::uuid AND t.kpi = ${kpi} AND t.dimension = ${cut?.dimension ?? ''}
      AND t.value = ${cut?.value ?? ''} AND t.set_by_id IS NOT NULL AND t.valid_from <= ${today}::date
      AND t.valid_from >= coalesce((
        SELECT max(o.valid_from) FROM kpi_target o
        WHERE o.workspace_id = ${scope.workspaceId}::uuid AND o.kpi = t.kpi AND o.dimension = t.dimension AND o.value = t.value
          AND o.valid_from <= ${validFrom}::date), ${validFrom}::date)`;
  return rows.map(({ id }) => id);
}

/** Targets of a workspace are set one after another. */
export async function lockTargets(tx: Tx): Promise<void> {
  // $executeRaw: the function returns void, which Prisma cannot read.
  await writes(tx).$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('kpi targets ' || own.workspace_id, 0))
    FROM (SELECT ${tx.workspaceId}::uuid AS workspace_id) AS own`;
}

/** What is set for a day a second time is set anew; what it replaces stays in the history. */
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
  await writes(tx).$executeRaw`
    INSERT INTO kpi_target_replaced (${names}, ordinal)
    SELECT ${entry}, 1 + (
      SELECT count(*) FROM kpi_target_replaced r WHERE r.workspace_id = e.workspace_id AND r.kpi = e.kpi
        AND r.dimension = e.dimension AND r.value = e.value AND r.valid_from = e.valid_from
    )::int
    FROM kpi_target e WHERE e.workspace_id = ${tx.workspaceId}::uuid AND e.kpi = ${kpi} AND e.dimension = ${key.dimension}
      AND e.value = ${key.value} AND e.valid_from = ${validFrom}::date`;
  await writes(tx).kpiTarget.upsert({
    where: { workspaceId_kpi_dimension_value_validFrom: key },
    create: { ...key, ...row, ...by },
    update: { ...row, ...by },
  });
}
