import type { ShipmentCard } from '../shipment/model.ts';
import { lossOf } from '../status/loss-rules.ts';
import { type Reason, type Status, statuses } from '../status/model.ts';
import { statusTable } from '../status/rules.ts';
import { type Happening, isLoss, meaningOf } from './model.ts';

type Standing = Pick<ShipmentCard, 'status' | 'reason' | 'endedAt' | 'returnedAt' | 'handedOverAt'>;

/**
 * What a shipment may be next, by the arrows between statuses; what turned back may be here again. What its carrier has in
 * hand nobody here cancels any more: it would leave every list while it still travels.
 */
export function nextHappenings(shipment: Standing): readonly Happening[] {
  const { status, endedAt, handedOverAt } = shipment;
  if (endedAt) return [];
  const back: readonly Status[] = status === 'return_to_sender' ? ['delivered'] : [];
  const next = [...statusTable.arrows[status], ...back];
  // What turned back is damaged when it is here, and somebody looks.
  const lost: readonly Happening[] = status === 'return_to_sender' ? ['lost'] : ['lost', 'damaged'];
  return [
    ...statuses.filter((one) => next.includes(one) && !(one === 'cancelled' && handedOverAt)),
    ...lost.filter((one) => one !== lossOf(shipment)),
  ];
}

export type UpdateNo =
  | 'is nothing'
  | 'has ended'
  | 'is not next'
  | 'is handed over'
  | 'is no reason alone'
  | 'is no note alone'
  | 'is no place alone'
  | 'is to come'
  | 'is before'
  | 'has come that day'
  | 'is too far'
  | 'is lost'
  | 'will not come'
  | 'says why'
  | 'has no reason';

export interface Update {
  readonly happened: Happening | null;
  /** Null: now. */
  readonly at: Date | null;
  readonly reason: Reason | null;
  readonly city: string | null;
  readonly note: string | null;
  /** Such as 2026-03-09. */
  readonly estimate: string | null;
}

/** Why an update cannot be. `today`: where the shipment goes; `latest`: nobody expects a parcel after that day. */
export function whyNotUpdate(
  shipment: Standing & Pick<ShipmentCard, 'events'>,
  update: Update,
  { now, today, latest }: { readonly now: Date; readonly today: string; readonly latest: string },
): UpdateNo | null {
  const { happened, at, reason, city, note, estimate } = update;
  if (shipment.endedAt) return 'has ended';
  if (happened === null) {
    if (reason !== null) return 'is no reason alone';
    if (city !== null) return 'is no place alone';
    if (note !== null) return 'is no note alone';
    if (estimate === null) return 'is nothing';
    if (lossOf(shipment)) return 'is lost';
  } else {
    if (happened === 'cancelled' && shipment.handedOverAt) return 'is handed over';
    if (!nextHappenings(shipment).includes(happened)) return 'is not next';
    if (isLoss(happened) && reason !== null) return 'says why';
    if (reason !== null && !hasReason(happened, shipment)) return 'has no reason';
    if (at && at > now) return 'is to come';
    // What happened before the latest scan is not what the shipment is now.
    const last = lastOf(shipment);
    if (at && last && at < last.at) return 'is before';
  }
  if (estimate === null) return null;
  if (happened !== null && isOver(happened, reason)) return 'will not come';
  if (estimate > latest) return 'is too far';
  return estimate < today ? 'has come that day' : null;
}

/** When what one of us says to be so now happened: after the last scan, since carriers' clocks may go ahead. */
export function momentOf(shipment: Pick<ShipmentCard, 'events'>, now: Date): Date {
  return new Date(Math.max(now.getTime(), (lastOf(shipment)?.at.getTime() ?? -Infinity) + 1));
}

/** The last event that says where it stands. */
function lastOf({ events }: Pick<ShipmentCard, 'events'>) {
  return events.findLast(({ standing }) => standing === 'counts' || standing === 'lift');
}

const withReason: readonly Happening[] = [
  'on_hold',
  'delayed',
  'delivery_failed',
  'return_to_sender',
  'cancelled',
];

/** Only what goes wrong has one; so has what is back with us. */
function hasReason(happened: Happening, { status }: Standing): boolean {
  return withReason.includes(happened) || (happened === 'delivered' && status === 'return_to_sender');
}

/** Whether nothing comes after it. */
function isOver(happened: Happening, reason: Reason | null): boolean {
  if (happened === 'delivered' || happened === 'cancelled') return true;
  return lossOf({ ...meaningOf(happened, reason), returnedAt: null }) !== null;
}
