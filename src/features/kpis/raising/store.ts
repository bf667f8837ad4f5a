import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { Cut } from '../figure/model.ts';
import type { FigureAsked } from '../figure/shapes.ts';

/** A figure that an issue is about. */
export interface KeptFigure extends Pick<FigureAsked, 'kpi' | 'from' | 'to'> {
  readonly cut: Cut | null;
}

/** The id of the same figure, kept now or before. */
export async function insertFigure(
  tx: Tx,
  id: string,
  { kpi, from, to, cut }: KeptFigure,
  now: Date,
): Promise<string> {
  const [dimension, value] = [cut?.dimension ?? '', cut?.value ?? ''];
  const [row] = await writes(tx).$queryRaw<{ id: string }[]>`
    INSERT INTO kpi_figure AS f (workspace_id, id, kpi, from_day, to_day, dimension, value, kept_at)
    VALUES (${tx.workspaceId}::uuid, ${id}::uuid, ${kpi}, ${from}::date, ${to}::date, ${dimension}, ${value}, ${now})
    ON CONFLICT (workspace_id, kpi, from_day, to_day, dimension, value) DO UPDATE SET kept_at = f.kept_at
    RETURNING f.id`;
  return row?.id ?? id;
}

export async function figuresWith(
  scope: Scope,
  ids: readonly string[],
): Promise<readonly (KeptFigure & { readonly id: string })[]> {
  const rows = await reads(scope).$queryRaw<
    { id: string; kpi: string; from: string; to: string; dimension: string; value: string }[]
  >`
    SELECT f.id, f.kpi, f.from_day::text AS "from", f.to_day::text AS "to", f.dimension, f.value FROM kpi_figure f
    WHERE f.workspace_id = ${scope.workspaceId}::uuid AND f.id = ANY(${[...ids]}::uuid[])`;
  return rows.map(({ dimension, value, ...row }) => ({
    ...row,
    cut: dimension === '' ? null : { dimension, value },
  }));
}
