import { defineStates, type StateTable } from '../../../core/tokens/states.ts';
import type { Status } from './model.ts';

/** What a parcel on its way may be next. It is not picked up twice: carriers say so of every depot. */
const onItsWay: readonly Status[] = [
  'in_transit',
  'out_for_delivery',
  'ready_for_pickup',
  'delivery_failed',
  'delayed',
  'on_hold',
  'return_to_sender',
  'delivered',
  'cancelled',
];

/**
 * Which status may follow which. What no arrow allows is a scan like any other, and no other status: a label that is told
 * of late does not bring a parcel back to the dock. A parcel that turned back stays so until it is here again.
 */
export const statusTable: StateTable<Status> = defineStates({
  name: 'shipment status',
  initial: 'unknown',
  arrows: {
    unknown: ['pending', 'picked_up', ...onItsWay],
    pending: ['picked_up', ...onItsWay],
    picked_up: onItsWay,
    in_transit: onItsWay,
    out_for_delivery: onItsWay,
    ready_for_pickup: onItsWay,
    delivery_failed: onItsWay,
    delayed: onItsWay,
    on_hold: onItsWay,
    return_to_sender: ['cancelled'],
    delivered: [],
    cancelled: [],
  },
});

/** What only the word of a lead takes back. */
export function isSettled(status: Status): boolean {
  return status === 'delivered' || status === 'cancelled' || status === 'return_to_sender';
}

/** What an event has to say to end a parcel as it has ended: what turned back is delivered to us. */
export function endOf(status: Status): Status {
  return status === 'return_to_sender' ? 'delivered' : status;
}

/** Whether a carrier had it in hand by then. */
export function isCarried(status: Status): boolean {
  return status !== 'unknown' && status !== 'pending' && status !== 'cancelled';
}
