import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { Location } from './model.ts';

/** By the keys of their codes. */
export async function locationsByCode(
  scope: Scope,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Location>> {
  const rows = await reads(scope).$queryRaw<Location[]>`
    SELECT code, name, kind, time_zone AS "timeZone", position, stale_after_minutes AS "staleAfterMinutes"
    FROM location WHERE workspace_id = ${scope.workspaceId}::uuid AND upper(code) = ANY(${keys}::text[])`;
  return new Map(rows.map((row) => [codeKey(row.code), row]));
}

export async function writeLocations(
  tx: Tx,
  rows: readonly (Location & { readonly id: string })[],
): Promise<void> {
  await writes(tx).$executeRaw`
    INSERT INTO location (workspace_id, id, code, name, kind, time_zone, position, stale_after_minutes, stock_source)
    SELECT ${tx.workspaceId}::uuid, l.*, 'none' FROM UNNEST(
      ${rows.map((l) => l.id)}::uuid[], ${rows.map((l) => l.code)}::text[], ${rows.map((l) => l.name)}::text[],
      ${rows.map((l) => l.kind)}::text[], ${rows.map((l) => l.timeZone)}::text[], ${rows.map((l) => l.position)}::int[],
      ${rows.map((l) => l.staleAfterMinutes)}::int[]) AS l
    ON CONFLICT (workspace_id, code) DO UPDATE SET name = EXCLUDED.name, kind = EXCLUDED.kind,
      time_zone = EXCLUDED.time_zone, position = EXCLUDED.position,
      stale_after_minutes = EXCLUDED.stale_after_minutes`;
}

export async function analyzeLocations(tx: Tx): Promise<void> {
  await writes(tx).$executeRaw`ANALYZE location`;
}
