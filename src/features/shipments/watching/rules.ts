import type { ShipmentCard } from '../shipment/model.ts';
import { type Loss, losses, lossOf } from '../status/loss-rules.ts';
import { type Status, statuses } from '../status/model.ts';
import { isSettled } from '../status/rules.ts';

/** What a watch compares: the status, that it is lost or back with us, or that its end is doubted. */
export function watchState(
  shipment: Pick<ShipmentCard, 'status' | 'reason' | 'returnedAt' | 'doubt'>,
): string {
  const { status, returnedAt, doubt } = shipment;
  if (doubt) return `${status} doubted`;
  return lossOf(shipment) ?? (returnedAt ? 'back' : status);
}

const doubted = ' doubted';

const told: readonly string[] = [
  'delayed',
  'on_hold',
  'ready_for_pickup',
  'delivery_failed',
  'return_to_sender',
  'delivered',
  'cancelled',
  'back',
  ...losses,
];

/** Told below the card: that it came, turned back or is back, that something went wrong, and that none of it is so after all. */
export function isCrossing(before: string, after: string): boolean {
  if (before === after) return false;
  return told.includes(after) || isDoubted(after) || takenBack(before, after) !== null;
}

export function isDoubted(state: string): boolean {
  return state.endsWith(doubted);
}

/** What was told and is not so after all; null: it goes on from what was told. */
export function takenBack(before: string, after: string): Status | null {
  const state = isDoubted(before) ? before.slice(0, -doubted.length) : before;
  const end = state === 'back' ? 'return_to_sender' : statusOf(state);
  const next = statusOf(after);
  return end && next && isSettled(end) && !isSettled(next) ? end : null;
}

/** Null: it is none. */
export function lossIn(state: string): Loss | null {
  return losses.find((one) => one === state) ?? null;
}

/** Null: that it is lost, back or doubted, or a word of another release. */
export function statusOf(state: string): Status | null {
  return statuses.find((one) => one === state) ?? null;
}

/** A watched shipment as its card shows it. */
export interface WatchedShipment {
  readonly shipment: ShipmentCard;
  readonly watcher: string;
  readonly endedAt: Date | null;
}
