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

export async function analyzeLevels(tx: Tx): Promise<void> {
  await writes(tx).$executeRaw`ANALYZE ledger_entry, ledger_leg, level, level_run, level_statement`;
}
