import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { KnownLocation } from './level-rules.ts';

export async function knownLocations(scope: Scope): Promise<Map<string, KnownLocation>> {
  const rows = await reads(scope).location.findMany({
    where: { workspaceId: scope.workspaceId },
    select: { id: true, code: true },
    orderBy: { position: 'asc' },
  });
  return new Map(rows.map((row) => [codeKey(row.code), row]));
}

/** Records how fresh each location's numbers are; never moves the moment back. */
export async function freshenLocations(
  tx: Tx,
  locations: readonly { readonly id: string; readonly asOf: Date }[],
): Promise<void> {
  if (locations.length === 0) return;
  await writes(tx).$executeRaw`
    UPDATE location SET stock_as_of = f.as_of, stock_source = 'import'
    FROM UNNEST(${locations.map((l) => l.id)}::uuid[], ${locations.map((l) => l.asOf)}::timestamptz[]) AS f (id, as_of)
    WHERE location.workspace_id = ${tx.workspaceId}::uuid AND location.id = f.id
      AND (location.stock_as_of IS NULL OR location.stock_as_of < f.as_of)`;
}

export async function analyzeLevels(tx: Tx): Promise<void> {
  await writes(tx).$executeRaw`ANALYZE ledger_entry, ledger_leg, level, level_run, level_statement`;
}
