import type { Tx } from '../../../core/runtime/database.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import {
  dropFulfilmentLines,
  dropHolds,
  dropMilestones,
  dropOtherFulfilments,
  dropPromises,
  dropRefundLines,
  dropRefunds,
  insertFulfilmentLines,
  insertFulfilments,
  insertHolds,
  insertMilestones,
  insertPromises,
  insertRefundLines,
  insertRefunds,
} from './part-write-store.ts';
import type { OrderPlan, Planned } from './plan.ts';
import type { Parts } from './rows-model.ts';

/** Parcels keep their rows, which others may name; all other parts of an order that are others now are put anew. */
export async function writeParts(tx: Tx, changed: readonly Planned[]): Promise<void> {
  const those = (part: keyof Parts) =>
    changed.flatMap(({ plan, difference }) => (difference.parts.has(part) ? [plan] : []));
  await writeReached(tx, those('milestones'));
  await writeHeld(tx, those('holds'));
  await writePromised(tx, those('promises'));
  await writeParcels(tx, those('fulfilments'));
  await writeRefunded(tx, those('refunds'));
}

/** The orders that are there, and may have such parts. */
const stored = (plans: readonly OrderPlan[]) =>
  plans.flatMap(({ before, after }) => (before ? [after.order.id] : []));

function owned<Part extends object>({ after }: OrderPlan, parts: readonly Part[]) {
  return parts.map((part) => ({ ...part, orderId: after.order.id }));
}

async function writeReached(tx: Tx, plans: readonly OrderPlan[]): Promise<void> {
  await dropMilestones(tx, stored(plans));
  const rows = plans.flatMap((plan) => owned(plan, plan.after.milestones));
  await insertMilestones(tx, rows);
}

async function writeHeld(tx: Tx, plans: readonly OrderPlan[]): Promise<void> {
  await dropHolds(tx, stored(plans));
  const rows = plans.flatMap((plan) => owned(plan, plan.after.holds));
  await insertHolds(tx, rows);
}

async function writePromised(tx: Tx, plans: readonly OrderPlan[]): Promise<void> {
  await dropPromises(tx, stored(plans));
  const rows = plans.flatMap((plan) => owned(plan, plan.after.promises));
  await insertPromises(tx, rows);
}

async function writeParcels(tx: Tx, plans: readonly OrderPlan[]): Promise<void> {
  const parcels = plans.flatMap((plan) => owned(plan, plan.after.fulfilments));
  await dropFulfilmentLines(tx, stored(plans));
  await dropOtherFulfilments(
    tx,
    stored(plans),
    parcels.map(({ id }) => id),
  );
  await insertFulfilments(
    tx,
    parcels.map((parcel) => ({ ...parcel, trackingKeys: [...new Set(parcel.tracking.map(codeKey))] })),
  );
  await insertFulfilmentLines(
    tx,
    parcels.flatMap(({ id, orderId, lines }) =>
      lines.map(({ lineKey, quantity }) => ({ fulfilmentId: id, lineKey, orderId, quantity })),
    ),
  );
}

async function writeRefunded(tx: Tx, plans: readonly OrderPlan[]): Promise<void> {
  const refunds = plans.flatMap((plan) => owned(plan, plan.after.refunds));
  await dropRefundLines(tx, stored(plans));
  await dropRefunds(tx, stored(plans));
  await insertRefunds(tx, refunds);
  await insertRefundLines(
    tx,
    refunds.flatMap(({ orderId, source, externalId, lines }) =>
      lines.map((line) => ({ ...line, orderId, source, externalId })),
    ),
  );
}
