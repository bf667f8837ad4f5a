import type { Scope } from '../../../core/runtime/database.ts';
import { reads } from '../../../db/scope.ts';
import type { FoldedHold, FoldedMilestone, FoldedPromise } from '../fold/model.ts';
import { type ByOrder, byOrder } from './by-order.ts';
import type { FulfilmentLine, FulfilmentRow, Of, RefundLine, RefundRow } from './part-rows.ts';
import type { Parts } from './rows-model.ts';

/** The parts of these orders by order id, each in the order of the fold. */
export async function partsOf(
  scope: Scope,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, Parts>> {
  const milestones = await milestonesOf(scope, orderIds);
  const holds = await holdsOf(scope, orderIds);
  const promises = await promisesOf(scope, orderIds);
  const fulfilments = await fulfilmentsOf(scope, orderIds);
  const boxed = fulfilments.size > 0 ? await fulfilmentLinesOf(scope, orderIds) : none;
  const refunds = await refundsOf(scope, orderIds);
  const backLines = refunds.size > 0 ? await refundLinesOf(scope, orderIds) : none;
  return new Map(
    orderIds.map((id): [string, Parts] => [
      id,
      {
        milestones: sorted(milestones.get(id), ({ source, what, part, eventKey }) =>
          JSON.stringify([source, what, part, eventKey]),
        ),
        holds: sorted(holds.get(id), ({ from, source, key }) => `${from.toISOString()} ${source} ${key}`),
        promises: promises.get(id) ?? [],
        fulfilments: sorted(fulfilments.get(id), keyOf).map((parcel) => ({
          ...parcel,
          lines: boxed.get(id)?.filter((line) => line.fulfilmentId === parcel.id) ?? [],
        })),
        refunds: sorted(refunds.get(id), keyOf).map((refund) => ({
          ...refund,
          lines: backLines.get(id)?.filter((line) => keyOf(line) === keyOf(refund)) ?? [],
        })),
      },
    ]),
  );
}

const none: ByOrder<never> = new Map();

const keyOf = ({ source, externalId }: { readonly source: string; readonly externalId: string }) =>
  JSON.stringify([source, externalId]);

function sorted<Row>(rows: readonly Row[] | undefined, key: (row: Row) => string): readonly Row[] {
  return rows && rows.length > 1 ? rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)) : (rows ?? []);
}

async function milestonesOf(scope: Scope, orderIds: readonly string[]) {
  return byOrder(
    await reads(scope).$queryRaw<Of<FoldedMilestone>[]>`/* prepared: orders.order_milestone */
      SELECT order_id AS "orderId", source, what, part, event_key AS "eventKey", at, by, retracted
      FROM order_milestone WHERE workspace_id = ${scope.workspaceId}::uuid AND order_id = ANY(${orderIds}::uuid[])`,
  );
}

async function holdsOf(scope: Scope, orderIds: readonly string[]) {
  return byOrder(
    await reads(scope).$queryRaw<Of<FoldedHold>[]>`/* prepared: orders.order_hold */
      SELECT order_id AS "orderId", "from", source, key, until, reason, by
      FROM order_hold WHERE workspace_id = ${scope.workspaceId}::uuid AND order_id = ANY(${orderIds}::uuid[])`,
  );
}

async function promisesOf(scope: Scope, orderIds: readonly string[]) {
  return byOrder(
    await reads(scope).$queryRaw<Of<FoldedPromise>[]>`/* prepared: orders.order_promise */
      SELECT order_id AS "orderId", ordinal, kind, "on"::text AS "on", at, zone, until, told_at AS "toldAt", source, by,
        made_of AS "madeOf"
      FROM order_promise WHERE workspace_id = ${scope.workspaceId}::uuid AND order_id = ANY(${orderIds}::uuid[]) ORDER BY ordinal`,
  );
}

async function fulfilmentsOf(scope: Scope, orderIds: readonly string[]) {
  return byOrder(
    await reads(scope).$queryRaw<FulfilmentRow[]>`/* prepared: orders.fulfilment */
      SELECT id, order_id AS "orderId", source, external_id AS "externalId", location_id AS "locationId", state,
        carrier_said AS "carrierSaid", carrier_id AS "carrierId", service_id AS "serviceId", tracking,
        tracking_keys AS "trackingKeys", labelled_at AS "labelledAt", handed_over_at AS "handedOverAt",
        hand_over_by AS "handOverBy", delivered_at AS "deliveredAt", returned_at AS "returnedAt",
        cancelled_at AS "cancelledAt"
      FROM fulfilment WHERE workspace_id = ${scope.workspaceId}::uuid AND order_id = ANY(${orderIds}::uuid[])`,
  );
}

async function fulfilmentLinesOf(scope: Scope, orderIds: readonly string[]) {
  return byOrder(
    await reads(scope).$queryRaw<FulfilmentLine[]>`/* prepared: orders.fulfilment_line */
      SELECT fulfilment_id AS "fulfilmentId", line_key AS "lineKey", order_id AS "orderId", quantity
      FROM fulfilment_line WHERE workspace_id = ${scope.workspaceId}::uuid AND order_id = ANY(${orderIds}::uuid[])`,
  );
}

async function refundsOf(scope: Scope, orderIds: readonly string[]) {
  return byOrder(
    await reads(scope).$queryRaw<RefundRow[]>`/* prepared: orders.refund */
      SELECT order_id AS "orderId", source, external_id AS "externalId", at, amount_minor AS "amountMinor", note
      FROM refund WHERE workspace_id = ${scope.workspaceId}::uuid AND order_id = ANY(${orderIds}::uuid[])`,
  );
}

async function refundLinesOf(scope: Scope, orderIds: readonly string[]) {
  return byOrder(
    await reads(scope).$queryRaw<RefundLine[]>`/* prepared: orders.refund_line */
      SELECT order_id AS "orderId", source, external_id AS "externalId", line_key AS "lineKey", quantity,
        amount_minor AS "amountMinor", restock, location_id AS "locationId"
      FROM refund_line WHERE workspace_id = ${scope.workspaceId}::uuid AND order_id = ANY(${orderIds}::uuid[])`,
  );
}
