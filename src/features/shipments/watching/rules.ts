import type { ShipmentCard } from '../shipment/model.ts';
import { type Status, statuses } from '../status/model.ts';

/** What a watch compares: the status, or that it is back with us. */
export function watchState({ status, returnedAt }: Pick<ShipmentCard, 'status' | 'returnedAt'>): string {
  return returnedAt ? 'back' : status;
}

const told: readonly string[] = [
  'delayed',
  'on_hold',
  'ready_for_pickup',
  'delivery_failed',
  'return_to_sender',
  'delivered',
  'cancelled',
  'back',
];

/** Told below the card: that it came, turned back or is back, and that something went wrong. */
export function isCrossing(before: string, after: string): boolean {
  return before !== after && told.includes(after);
}

/** Null: that it is back, or a word of another release. */
export function statusOf(state: string): Status | null {
  return statuses.find((one) => one === state) ?? null;
}

/** A watched shipment as its card shows it. */
export interface WatchedShipment {
  readonly shipment: ShipmentCard;
  readonly watcher: string;
  readonly endedAt: Date | null;
}
