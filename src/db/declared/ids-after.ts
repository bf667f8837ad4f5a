import type { Scope } from '../../core/runtime/database.ts';
import { reads } from '../scope.ts';
import { declared } from './name.ts';

/** The values of a column of ids after one, each once and in their order: a step of a walk over a whole table. */
export async function idsAfter(
  scope: Scope,
  { table, column = 'id' }: { readonly table: string; readonly column?: string },
  after: string | null,
  most: number,
): Promise<readonly string[]> {
  const rows = await reads(scope).$queryRaw<{ id: string }[]>`
    SELECT s.id::text AS id FROM (
      SELECT DISTINCT t.${declared(column)} AS id FROM "${declared(table)}" t
      WHERE t.workspace_id = ${scope.workspaceId}::uuid
        AND t.${declared(column)} > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
      ORDER BY 1 LIMIT ${most}::int) s
    ORDER BY s.id`;
  return rows.map(({ id }) => id);
}
