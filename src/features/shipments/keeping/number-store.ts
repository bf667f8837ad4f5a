import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { reads, writes } from '../../../db/scope.ts';

export interface NumberKey {
  /** Of a tracking number. */
  readonly key: string;
  readonly seriesId: string;
}

/**
 * To be called before any number is read. Whoever joins two series has all numbers for itself until the transaction ends,
 * since it moves what others may hold; all others go on beside each other.
 */
export async function enterNumbers(tx: Tx, joins: boolean): Promise<void> {
  if (joins)
    await writes(tx).$executeRaw`
      SELECT pg_advisory_xact_lock(hashtextextended('shipment numbers ' || own.workspace_id, 0))
      FROM (SELECT ${tx.workspaceId}::uuid AS workspace_id) own`;
  else
    await writes(tx).$executeRaw`/* prepared: shipments.enter-numbers */
      SELECT pg_advisory_xact_lock_shared(hashtextextended('shipment numbers ' || own.workspace_id, 0))
      FROM (SELECT ${tx.workspaceId}::uuid AS workspace_id) own`;
}

/** The known ones of these numbers, each with the one by which its series is held. */
export async function numbersNamed(
  scope: Scope,
  keys: readonly string[],
): Promise<readonly (NumberKey & { readonly lead: string })[]> {
  return await reads(scope).$queryRaw<
    (NumberKey & { readonly lead: string })[]
  >`/* prepared: shipments.named */
    SELECT n.key, n.series_id AS "seriesId", (
      SELECT min(own.key) FROM shipment_number own
      WHERE own.workspace_id = n.workspace_id AND own.series_id = n.series_id) AS lead
    FROM shipment_number n WHERE n.workspace_id = ${scope.workspaceId}::uuid AND n.key = ANY(${keys}::text[])`;
}

/** The number by which each of these series is held. */
export async function leadsOf(scope: Scope, seriesIds: readonly string[]): Promise<readonly NumberKey[]> {
  return await reads(scope).$queryRaw<NumberKey[]>`
    SELECT min(key) AS key, series_id AS "seriesId" FROM shipment_number
    WHERE workspace_id = ${scope.workspaceId}::uuid AND series_id = ANY(${seriesIds}::uuid[]) GROUP BY series_id`;
}

/**
 * Adds these numbers, and holds those that are there until the transaction ends, in one order for everybody. Answers the
 * keys that were added.
 */
export async function openNumbers(tx: Tx, numbers: readonly NumberKey[]): Promise<ReadonlySet<string>> {
  // DO UPDATE locks the row even where its condition leaves it as it is.
  const added = await writes(tx).$queryRaw<{ key: string }[]>`/* prepared: shipments.open */
    INSERT INTO shipment_number (workspace_id, key, series_id)
    SELECT ${tx.workspaceId}::uuid, told.key, told.series_id FROM UNNEST(
      ${numbers.map(({ key }) => key)}::text[], ${numbers.map(({ seriesId }) => seriesId)}::uuid[]) AS told (key, series_id)
    ORDER BY told.key
    ON CONFLICT (workspace_id, key) DO UPDATE SET series_id = shipment_number.series_id WHERE false
    RETURNING key`;
  return new Set(added.map(({ key }) => key));
}

/** Makes the numbers of other series this one's. Their events, words and shipments are somebody else's to move. */
export async function joinNumbers(tx: Tx, joined: readonly string[], seriesId: string): Promise<void> {
  await writes(tx).$executeRaw`
    UPDATE shipment_number SET series_id = ${seriesId}::uuid
    WHERE workspace_id = ${tx.workspaceId}::uuid AND series_id = ANY(${joined}::uuid[])`;
}
