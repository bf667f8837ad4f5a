import type { Scope } from '../../../core/runtime/database.ts';
import { reads } from '../../../db/scope.ts';
import { foldVersion } from '../fold/model.ts';

/** Where a walk over open shipments of earlier folds stands. */
export interface Walked {
  readonly foldVersion: number;
  readonly seriesId: string;
}

const start: Walked = { foldVersion: 0, seriesId: '00000000-0000-0000-0000-000000000000' };

/** The next open shipments that an earlier fold made, as their series; of one series all may come. */
export async function unfoldedSeries(
  scope: Scope,
  after: Walked | null,
  limit: number,
): Promise<readonly Walked[]> {
  const from = after ?? start;
  return await reads(scope).$queryRaw<Walked[]>`
    SELECT fold_version AS "foldVersion", series_id AS "seriesId" FROM shipment
    WHERE workspace_id = ${scope.workspaceId}::uuid AND ended_at IS NULL AND fold_version < ${foldVersion}::int
      AND (fold_version, series_id) > (${from.foldVersion}::int, ${from.seriesId}::uuid)
    ORDER BY fold_version, series_id LIMIT ${limit}::int`;
}
