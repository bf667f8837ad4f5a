import type { Tx } from '../../../core/runtime/database.ts';
import { writes } from '../../../db/scope.ts';
import type { FoldedHold, FoldedMilestone, FoldedPromise } from '../fold/model.ts';
import type { FulfilmentLine, FulfilmentRow, Of, RefundLine, RefundRow } from './part-rows.ts';

/** Amounts as text: a number would lose their last digits. */
function json(rows: readonly object[]): string {
  return JSON.stringify(rows, (_key, value) => (typeof value === 'bigint' ? String(value) : value));
}

export async function insertMilestones(tx: Tx, rows: readonly Of<FoldedMilestone>[]): Promise<void> {
  if (rows.length === 0) return;
  await writes(tx).$executeRaw`/* prepared: orders.insert-order-milestone */
    INSERT INTO order_milestone (workspace_id, order_id, source, what, part, event_key, at, by, retracted)
    SELECT ${tx.workspaceId}::uuid, told.* FROM json_to_recordset(${json(rows)}::json) AS told ("orderId" uuid, source text, what text, part text, "eventKey" text, at timestamptz, by text, retracted boolean)`;
}

export async function dropMilestones(tx: Tx, orderIds: readonly string[]): Promise<void> {
  if (orderIds.length === 0) return;
  await writes(tx).$executeRaw`/* prepared: orders.drop-order-milestone */
    DELETE FROM order_milestone WHERE workspace_id = ${tx.workspaceId}::uuid AND order_id = ANY(${orderIds}::uuid[])`;
}

export async function insertHolds(tx: Tx, rows: readonly Of<FoldedHold>[]): Promise<void> {
  if (rows.length === 0) return;
  await writes(tx).$executeRaw`/* prepared: orders.insert-order-hold */
    INSERT INTO order_hold (workspace_id, order_id, "from", source, key, until, reason, by)
    SELECT ${tx.workspaceId}::uuid, told.* FROM json_to_recordset(${json(rows)}::json) AS told ("orderId" uuid, "from" timestamptz, source text, key text, until timestamptz, reason text, by text)`;
}

export async function dropHolds(tx: Tx, orderIds: readonly string[]): Promise<void> {
  if (orderIds.length === 0) return;
  await writes(tx).$executeRaw`/* prepared: orders.drop-order-hold */
    DELETE FROM order_hold WHERE workspace_id = ${tx.workspaceId}::uuid AND order_id = ANY(${orderIds}::uuid[])`;
}

export async function insertPromises(tx: Tx, rows: readonly Of<FoldedPromise>[]): Promise<void> {
  if (rows.length === 0) return;
  await writes(tx).$executeRaw`/* prepared: orders.insert-order-promise */
    INSERT INTO order_promise (workspace_id, order_id, ordinal, kind, "on", at, zone, until, told_at, source, by, made_of)
    SELECT ${tx.workspaceId}::uuid, told.* FROM json_to_recordset(${json(rows)}::json) AS told ("orderId" uuid, ordinal int, kind text, "on" date, at timestamptz, zone text, until timestamptz,
      "toldAt" timestamptz, source text, by text, "madeOf" text[])`;
}

export async function dropPromises(tx: Tx, orderIds: readonly string[]): Promise<void> {
  if (orderIds.length === 0) return;
  await writes(tx).$executeRaw`/* prepared: orders.drop-order-promise */
    DELETE FROM order_promise WHERE workspace_id = ${tx.workspaceId}::uuid AND order_id = ANY(${orderIds}::uuid[])`;
}

export async function insertFulfilments(tx: Tx, rows: readonly FulfilmentRow[]): Promise<void> {
  if (rows.length === 0) return;
  await writes(tx).$executeRaw`/* prepared: orders.insert-fulfilment */
    INSERT INTO fulfilment (workspace_id, id, order_id, source, external_id, location_id, state, carrier_said, carrier_id, service_id, tracking,
      tracking_keys, labelled_at, handed_over_at, hand_over_by, delivered_at, returned_at, cancelled_at)
    SELECT ${tx.workspaceId}::uuid, told.* FROM json_to_recordset(${json(rows)}::json) AS told (id uuid, "orderId" uuid, source text, "externalId" text, "locationId" uuid, state text, "carrierSaid" text,
      "carrierId" uuid, "serviceId" uuid, tracking text[], "trackingKeys" text[], "labelledAt" timestamptz,
      "handedOverAt" timestamptz, "handOverBy" text, "deliveredAt" timestamptz, "returnedAt" timestamptz,
      "cancelledAt" timestamptz)
    ON CONFLICT (workspace_id, id) DO UPDATE SET
      location_id = EXCLUDED.location_id, state = EXCLUDED.state, carrier_said = EXCLUDED.carrier_said,
      carrier_id = EXCLUDED.carrier_id, service_id = EXCLUDED.service_id, tracking = EXCLUDED.tracking,
      tracking_keys = EXCLUDED.tracking_keys, labelled_at = EXCLUDED.labelled_at,
      handed_over_at = EXCLUDED.handed_over_at, hand_over_by = EXCLUDED.hand_over_by,
      delivered_at = EXCLUDED.delivered_at, returned_at = EXCLUDED.returned_at, cancelled_at = EXCLUDED.cancelled_at`;
}

export async function insertFulfilmentLines(tx: Tx, rows: readonly FulfilmentLine[]): Promise<void> {
  if (rows.length === 0) return;
  await writes(tx).$executeRaw`/* prepared: orders.insert-fulfilment-line */
    INSERT INTO fulfilment_line (workspace_id, fulfilment_id, line_key, order_id, quantity)
    SELECT ${tx.workspaceId}::uuid, told.* FROM json_to_recordset(${json(rows)}::json) AS told ("fulfilmentId" uuid, "lineKey" text, "orderId" uuid, quantity int)`;
}

export async function dropFulfilmentLines(tx: Tx, orderIds: readonly string[]): Promise<void> {
  if (orderIds.length === 0) return;
  await writes(tx).$executeRaw`/* prepared: orders.drop-fulfilment-line */
    DELETE FROM fulfilment_line WHERE workspace_id = ${tx.workspaceId}::uuid AND order_id = ANY(${orderIds}::uuid[])`;
}

export async function insertRefunds(tx: Tx, rows: readonly RefundRow[]): Promise<void> {
  if (rows.length === 0) return;
  await writes(tx).$executeRaw`/* prepared: orders.insert-refund */
    INSERT INTO refund (workspace_id, order_id, source, external_id, at, amount_minor, note)
    SELECT ${tx.workspaceId}::uuid, told.* FROM json_to_recordset(${json(rows)}::json) AS told ("orderId" uuid, source text, "externalId" text, at timestamptz, "amountMinor" bigint, note text)`;
}

export async function dropRefunds(tx: Tx, orderIds: readonly string[]): Promise<void> {
  if (orderIds.length === 0) return;
  await writes(tx).$executeRaw`/* prepared: orders.drop-refund */
    DELETE FROM refund WHERE workspace_id = ${tx.workspaceId}::uuid AND order_id = ANY(${orderIds}::uuid[])`;
}

export async function insertRefundLines(tx: Tx, rows: readonly RefundLine[]): Promise<void> {
  if (rows.length === 0) return;
  await writes(tx).$executeRaw`/* prepared: orders.insert-refund-line */
    INSERT INTO refund_line (workspace_id, order_id, source, external_id, line_key, quantity, amount_minor, restock, location_id)
    SELECT ${tx.workspaceId}::uuid, told.* FROM json_to_recordset(${json(rows)}::json) AS told ("orderId" uuid, source text, "externalId" text, "lineKey" text, quantity int, "amountMinor" bigint,
      restock text, "locationId" uuid)`;
}

export async function dropRefundLines(tx: Tx, orderIds: readonly string[]): Promise<void> {
  if (orderIds.length === 0) return;
  await writes(tx).$executeRaw`/* prepared: orders.drop-refund-line */
    DELETE FROM refund_line WHERE workspace_id = ${tx.workspaceId}::uuid AND order_id = ANY(${orderIds}::uuid[])`;
}

/** Of these orders, parcels other than these. */
export async function dropOtherFulfilments(
  tx: Tx,
  orderIds: readonly string[],
  kept: readonly string[],
): Promise<void> {
  if (orderIds.length === 0) return;
  await writes(tx).$executeRaw`/* prepared: orders.drop-fulfilment */
    DELETE FROM fulfilment WHERE workspace_id = ${tx.workspaceId}::uuid AND order_id = ANY(${orderIds}::uuid[])
      AND id <> ALL(${kept}::uuid[])`;
}
