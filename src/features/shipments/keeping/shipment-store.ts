import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { StoredShipment } from './rows-model.ts';

/** All that a fold makes of a shipment's row, in the order of `toldShipments`. */
const columns = Prisma.sql`
  id, series_id, tracking, direction, carrier_said, carrier_id, service_said, service_id, from_country, to_country,
  to_region, zone, zone_source, status, reason, fault, place_city, place_region, place_country, began_at, scanned_at,
  handed_over_at, delivered_at, returned_at, ended_at, doubted_at, eta_until, promise_until, promise_on, promise_by,
  original_until, came_late, at_risk, trouble_at, order_id, order_number, orders, value_minor, currency, orders_worth, ship_by,
  lane, scan_due_at, said_at, fold_version`;

function toldShipments(rows: readonly StoredShipment[]): Prisma.Sql {
  return Prisma.sql`json_to_recordset(${JSON.stringify(rows, plain)}::json) AS told (
    id uuid, "seriesId" uuid, tracking text, direction text, "carrierSaid" text, "carrierId" uuid, "serviceSaid" text,
    "serviceId" uuid, "fromCountry" text, "toCountry" text, "toRegion" text, zone text, "zoneSource" text, status text,
    reason text, fault text, "placeCity" text, "placeRegion" text, "placeCountry" text, "beganAt" timestamptz,
    "scannedAt" timestamptz, "handedOverAt" timestamptz, "deliveredAt" timestamptz, "returnedAt" timestamptz,
    "endedAt" timestamptz, "doubtedAt" timestamptz, "etaUntil" timestamptz, "promiseUntil" timestamptz, "promiseOn" date, "promiseBy" text,
    "originalUntil" timestamptz, "cameLate" boolean, "atRisk" boolean, "troubleAt" timestamptz, "orderId" uuid, "orderNumber" text, orders int,
    "valueMinor" bigint, currency text, "ordersWorth" jsonb, "shipBy" timestamptz, lane text,
    "scanDueAt" timestamptz, "saidAt" timestamptz, "foldVersion" int)`;
}

function plain(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

/** The shipments of these series, the first one first. */
export async function shipmentsOf(
  scope: Scope,
  seriesIds: readonly string[],
): Promise<readonly StoredShipment[]> {
  return await reads(scope).$queryRaw<StoredShipment[]>`/* prepared: shipments.stored */
    SELECT id, series_id AS "seriesId", tracking, direction, carrier_said AS "carrierSaid", carrier_id AS "carrierId",
      service_said AS "serviceSaid", service_id AS "serviceId", from_country AS "fromCountry",
      to_country AS "toCountry", to_region AS "toRegion", zone, zone_source AS "zoneSource", status, reason, fault,
      place_city AS "placeCity", place_region AS "placeRegion", place_country AS "placeCountry",
      began_at AS "beganAt", scanned_at AS "scannedAt", handed_over_at AS "handedOverAt",
      delivered_at AS "deliveredAt", returned_at AS "returnedAt", ended_at AS "endedAt", doubted_at AS "doubtedAt", eta_until AS "etaUntil",
      promise_until AS "promiseUntil",
      promise_on::text AS "promiseOn", promise_by AS "promiseBy", original_until AS "originalUntil",
      came_late AS "cameLate", at_risk AS "atRisk", trouble_at AS "troubleAt", order_id AS "orderId", order_number AS "orderNumber", orders,
      value_minor AS "valueMinor", currency, orders_worth AS "ordersWorth", ship_by AS "shipBy", lane, scan_due_at AS "scanDueAt",
      said_at AS "saidAt",
      fold_version AS "foldVersion"
    FROM shipment WHERE workspace_id = ${scope.workspaceId}::uuid AND series_id = ANY(${seriesIds}::uuid[])
    ORDER BY began_at, id`;
}

export async function addShipments(tx: Tx, rows: readonly StoredShipment[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  await writes(tx).$executeRaw`/* prepared: shipments.add */
    INSERT INTO shipment (workspace_id, updated_at, ${columns})
    SELECT ${tx.workspaceId}::uuid, ${now}::timestamptz, told.* FROM ${toldShipments(rows)}`;
}

/** Writes shipments that are there, and held. */
export async function updateShipments(tx: Tx, rows: readonly StoredShipment[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  await writes(tx).$executeRaw`/* prepared: shipments.update */
    UPDATE shipment s SET updated_at = ${now}::timestamptz, (${columns}) = (SELECT told.*)
    FROM ${toldShipments(rows)} WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.id = told.id`;
}

/** What were two shipments, and is one. */
export async function dropShipments(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await writes(tx).$executeRaw`
    DELETE FROM shipment WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::uuid[])`;
}

export async function analyzeShipments(tx: Tx): Promise<void> {
  await writes(tx).$executeRaw`ANALYZE shipment, shipment_number, shipment_event, shipment_word`;
}
