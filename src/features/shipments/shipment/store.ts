import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { ShipmentHit } from './model.ts';

const hit = Prisma.sql`s.id, s.tracking, s.carrier_said AS "carrierSaid", s.status, s.reason, s.returned_at AS "returnedAt",
  s.said_at AS "saidAt"`;

/** Of each of these numbers, by their keys, the shipment that has it now; the latest first. */
export async function shipmentsNumbered(
  scope: Scope,
  keys: readonly string[],
  limit: number,
): Promise<readonly ShipmentHit[]> {
  return await reads(scope).$queryRaw<ShipmentHit[]>`/* prepared: shipments.numbered */
    SELECT ${hit} FROM (
      SELECT DISTINCT series_id FROM shipment_number
      WHERE workspace_id = ${scope.workspaceId}::uuid AND key = ANY(${keys}::text[])) n
    CROSS JOIN LATERAL (
      SELECT * FROM shipment own WHERE own.workspace_id = ${scope.workspaceId}::uuid AND own.series_id = n.series_id
      ORDER BY own.began_at DESC, own.id LIMIT 1) s
    ORDER BY s.said_at DESC, s.id LIMIT ${limit}::int`;
}

/** The same of some thousand numbers of which hardly any is there: each is looked up by the index, however few numbers there are. */
export async function shipmentsAmong(
  scope: Scope,
  keys: readonly string[],
  limit: number,
): Promise<readonly ShipmentHit[]> {
  return await reads(scope).$queryRaw<ShipmentHit[]>`/* prepared: shipments.among */
    SELECT ${hit} FROM (
      SELECT DISTINCT own.series_id FROM UNNEST(${keys}::text[]) AS asked (key)
      CROSS JOIN LATERAL (
        SELECT series_id FROM shipment_number
        WHERE workspace_id = ${scope.workspaceId}::uuid AND key = asked.key LIMIT 1) own) n
    CROSS JOIN LATERAL (
      SELECT * FROM shipment own WHERE own.workspace_id = ${scope.workspaceId}::uuid AND own.series_id = n.series_id
      ORDER BY own.began_at DESC, own.id LIMIT 1) s
    ORDER BY s.said_at DESC, s.id LIMIT ${limit}::int`;
}

// The expressions are those of shipment_number_order_idx and shipment_number_end_idx.
const forwards = Prisma.sql`key COLLATE "C"`;
const backwards = Prisma.sql`reverse(key) COLLATE "C"`;
/** Comes after every text that begins with the same characters. */
const last = '\u{10FFFF}';

/** Shipments with a number that begins or ends like one of these parts, the latest of the first so many. */
export async function shipmentsPartlyNumbered(
  scope: Scope,
  parts: readonly string[],
  limit: number,
): Promise<readonly ShipmentHit[]> {
  const ranges = parts.flatMap((part) => [
    { by: forwards, text: part },
    { by: backwards, text: [...part].reverse().join('') },
  ]);
  const fitting = ranges.map(
    ({ by, text }) => Prisma.sql`(
      SELECT series_id FROM shipment_number
      WHERE workspace_id = ${scope.workspaceId}::uuid AND ${by} >= ${text} AND ${by} < ${text + last}
      ORDER BY workspace_id, ${by} LIMIT ${limit}::int)`,
  );
  return await reads(scope).$queryRaw<ShipmentHit[]>`
    SELECT ${hit} FROM (
      SELECT DISTINCT series_id FROM (${Prisma.join(fitting, ' UNION ALL ')}) parts) n
    CROSS JOIN LATERAL (
      SELECT * FROM shipment own WHERE own.workspace_id = ${scope.workspaceId}::uuid AND own.series_id = n.series_id
      ORDER BY own.began_at DESC, own.id LIMIT 1) s
    ORDER BY s.said_at DESC, s.id LIMIT ${limit}::int`;
}

/** Shipments with these ids. */
export async function shipmentHits(scope: Scope, ids: readonly string[]): Promise<readonly ShipmentHit[]> {
  return await reads(scope).$queryRaw<ShipmentHit[]>`
    SELECT ${hit} FROM shipment s WHERE s.workspace_id = ${scope.workspaceId}::uuid AND s.id = ANY(${ids}::uuid[])`;
}

/** Which series a shipment belongs to; null: it is no longer here. */
export async function seriesOf(scope: Scope, id: string): Promise<string | null> {
  const [row] = await reads(scope).$queryRaw<{ seriesId: string }[]>`/* prepared: shipments.series */
    SELECT series_id AS "seriesId" FROM shipment WHERE workspace_id = ${scope.workspaceId}::uuid AND id = ${id}::uuid`;
  return row?.seriesId ?? null;
}

/** Waits for changes of the shipment in progress and blocks new ones: what does not see the new watch shows on its card. */
export async function holdShipment(tx: Tx, id: string): Promise<void> {
  await writes(tx).$queryRaw`
    SELECT id FROM shipment WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}::uuid FOR SHARE`;
}
