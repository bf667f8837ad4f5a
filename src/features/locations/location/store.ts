import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { Location, StoredLocation } from './model.ts';

/** By the keys of their codes. A shop has a few hundred at most: their keys are formed here, by the one function for it. */
export async function locationsByCode(
  scope: Scope,
  keys: readonly string[],
): Promise<ReadonlyMap<string, StoredLocation>> {
  const all = await listStored(scope);
  const wanted = new Set(keys);
  return new Map(all.map((one) => [codeKey(one.code), one] as const).filter(([key]) => wanted.has(key)));
}

/** The location with this code, however it is written; null: none has it. */
export async function findLocation(scope: Scope, code: string): Promise<StoredLocation | null> {
  const key = codeKey(code);
  return (await locationsByCode(scope, [key])).get(key) ?? null;
}

/** The one location whose name begins with these words; null: none, or several. */
export async function findByName(scope: Scope, words: string): Promise<StoredLocation | null> {
  const named = (await listStored(scope)).filter(({ name }) =>
    name.toLowerCase().startsWith(words.toLowerCase()),
  );
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** All of them, in the shop's order. */
export async function listStored(scope: Scope): Promise<readonly StoredLocation[]> {
  return await reads(scope).location.findMany({
    where: { workspaceId: scope.workspaceId },
    orderBy: [{ active: 'desc' }, { position: 'asc' }, { code: 'asc' }],
    omit: { workspaceId: true },
  });
}

export async function writeLocations(
  tx: Tx,
  rows: readonly (Location & { readonly id: string })[],
): Promise<void> {
  await writes(tx).$executeRaw`
    INSERT INTO location (workspace_id, id, code, name, kind, time_zone, record, position, stale_after_minutes)
    SELECT ${tx.workspaceId}::uuid, l.* FROM UNNEST(
      ${rows.map((l) => l.id)}::uuid[], ${rows.map((l) => l.code)}::text[], ${rows.map((l) => l.name)}::text[],
      ${rows.map((l) => l.kind)}::text[], ${rows.map((l) => l.timeZone)}::text[], ${rows.map((l) => l.record)}::text[],
      ${rows.map((l) => l.position)}::int[], ${rows.map((l) => l.staleAfterMinutes)}::int[]) AS l
    ON CONFLICT (workspace_id, code) DO UPDATE SET name = EXCLUDED.name, kind = EXCLUDED.kind,
      time_zone = EXCLUDED.time_zone, record = EXCLUDED.record, position = EXCLUDED.position,
      stale_after_minutes = EXCLUDED.stale_after_minutes`;
}

export async function setActive(tx: Tx, id: string, active: boolean): Promise<void> {
  await writes(tx).location.updateMany({ where: { workspaceId: tx.workspaceId, id }, data: { active } });
}

/** Makes changes of locations wait for one another: a code is unique however it is written. */
export async function lockLocations(tx: Tx): Promise<void> {
  // $executeRaw: the function returns void, which Prisma cannot read.
  await writes(tx).$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('locations ' || own.workspace_id, 0))
    FROM (SELECT ${tx.workspaceId}::uuid AS workspace_id) AS own`;
}

export async function analyzeLocations(tx: Tx): Promise<void> {
  await writes(tx).$executeRaw`ANALYZE location`;
}
