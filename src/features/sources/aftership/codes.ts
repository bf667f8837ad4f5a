import type { Meant } from '../meaning/parcels.ts';

// From "Delivery Statuses" and "Delivery Sub-statuses" of AfterShip Tracking's documentation (2026-07).

/**
 * Without a sub-status that is known. Not "Exception", which is anything from a storm to a return. "Pending" and "Expired"
 * say that AfterShip knows nothing.
 */
const tags: Readonly<Record<string, Meant['status']>> = {
  Pending: 'unknown',
  Expired: 'unknown',
  InfoReceived: 'pending',
  InTransit: 'in_transit',
  OutForDelivery: 'out_for_delivery',
  AttemptFail: 'delivery_failed',
  AvailableForPickup: 'ready_for_pickup',
  Delivered: 'delivered',
};

const subtags: Readonly<Record<string, Meant>> = {
  InTransit_002: { status: 'picked_up', reason: null },
  OutForDelivery_002: { status: 'ready_for_pickup', reason: null },
  AttemptFail_002: { status: 'delivery_failed', reason: 'consignee_absent' },
  // The business is closed.
  AttemptFail_003: { status: 'delivery_failed', reason: 'consignee_absent' },
  Exception_001: { status: 'delivery_failed', reason: null },
  // The customer has moved.
  Exception_002: { status: 'delivery_failed', reason: 'consignee_address' },
  Exception_003: { status: 'delivery_failed', reason: 'consignee_refused' },
  Exception_004: { status: 'delayed', reason: 'customs_held' },
  // "External factors" are anybody's.
  Exception_005: { status: 'delayed', reason: null },
  // For a payment, which may be duties, or cash on delivery.
  Exception_006: { status: 'on_hold', reason: null },
  Exception_007: { status: 'delivery_failed', reason: 'consignee_address' },
  Exception_008: { status: 'delivery_failed', reason: 'consignee_not_collected' },
  // It breaks the carrier's rules.
  Exception_009: { status: 'delivery_failed', reason: null },
  Exception_010: { status: 'return_to_sender', reason: null },
  Exception_011: { status: 'return_to_sender', reason: null },
  Exception_012: { status: 'delivery_failed', reason: 'carrier_damaged' },
  Exception_013: { status: 'delivery_failed', reason: 'carrier_lost' },
  // A vehicle, sorting, a wrong route.
  Exception_016: { status: 'delayed', reason: 'carrier_delay' },
  Exception_017: { status: 'delayed', reason: 'weather_delay' },
  Exception_018: { status: 'on_hold', reason: 'customs_papers' },
};

/** It is back with its sender, whether or not anybody told that it had turned. */
export const returned = 'Exception_011';

/** Null: nobody here knows it. */
export function meantBy(tag: string, subtag: string | null | undefined): Meant | null {
  if (subtag && Object.hasOwn(subtags, subtag)) return subtags[subtag] ?? null;
  const status = Object.hasOwn(tags, tag) ? tags[tag] : undefined;
  return status === undefined ? null : { status, reason: null };
}
