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

/** SKUs with stock in a location, in whatever state, and how many of them a file names. */
export interface Stocked {
  readonly stocked: number;
  readonly named: number;
}

export async function stockedIn(
  scope: Scope,
  locationId: string,
  skuIds: readonly string[],
): Promise<Stocked> {
  const [row = { stocked: 0, named: 0 }] = await reads(scope).$queryRaw<Stocked[]>`
    SELECT count(*)::int AS stocked, count(named.id)::int AS named FROM (
      SELECT DISTINCT sku_id FROM level
      WHERE workspace_id = ${scope.workspaceId}::uuid AND location_id = ${locationId}::uuid AND quantity <> 0
    ) l LEFT JOIN UNNEST(${[...skuIds]}::uuid[]) AS named (id) ON named.id = l.sku_id`;
  return row;
}

export async function analyzeLevels(tx: Tx): Promise<void> {
  await writes(tx).$executeRaw`ANALYZE ledger_entry, ledger_leg, level, level_run, level_statement`;
}
