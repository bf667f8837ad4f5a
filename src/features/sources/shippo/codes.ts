import type { Meant } from '../meaning/parcels.ts';

// From "Tracking" of Shippo's documentation: status and substatus codes.

/** `UNKNOWN` says that Shippo knows nothing. */
const statuses: Readonly<Record<string, Meant['status']>> = {
  UNKNOWN: 'unknown',
  PRE_TRANSIT: 'pending',
  TRANSIT: 'in_transit',
  DELIVERED: 'delivered',
  RETURNED: 'return_to_sender',
  FAILURE: 'delivery_failed',
};

/** What a parcel in transit is, and whose fault it is where a substatus says so. */
const substatuses: Readonly<Record<string, Partial<Meant>>> = {
  address_issue: { status: 'on_hold', reason: 'consignee_address' },
  delayed: { status: 'delayed' },
  delivery_attempted: { status: 'delivery_failed' },
  location_inaccessible: { status: 'delivery_failed', reason: 'consignee_access' },
  notice_left: { status: 'delivery_failed', reason: 'consignee_absent' },
  out_for_delivery: { status: 'out_for_delivery' },
  package_accepted: { status: 'picked_up' },
  package_damaged: { status: 'delivery_failed', reason: 'carrier_damaged' },
  package_disposed: { status: 'delivery_failed' },
  package_held: { status: 'on_hold' },
  package_lost: { status: 'delivery_failed', reason: 'carrier_lost' },
  package_unclaimed: { status: 'delivery_failed', reason: 'consignee_not_collected' },
  package_undeliverable: { status: 'delivery_failed' },
  pickup_available: { status: 'ready_for_pickup' },
  return_to_sender: { status: 'return_to_sender' },
};

/** Null: nobody here knows the status. A substatus that nobody knows says nothing. */
export function meantBy(status: string, substatus: string | null | undefined): Meant | null {
  const known = Object.hasOwn(statuses, status) ? statuses[status] : undefined;
  if (known === undefined) return null;
  const more = substatus && Object.hasOwn(substatuses, substatus) ? substatuses[substatus] : undefined;
  return {
    status: known === 'in_transit' ? (more?.status ?? known) : known,
    reason: more?.reason ?? null,
  };
}
