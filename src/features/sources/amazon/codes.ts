import type { Meant } from '../meaning/parcels.ts';

/** Codes of milestones of a parcel, as the published notification has them; what stands behind one is a detail of it. */
const milestones: Readonly<Record<string, Meant['status']>> = {
  ORDER_PREPARING: 'pending',
  CARRIER_ASSIGNED: 'pending',
  SHIPPED: 'in_transit',
  OUT_FOR_DELIVERY: 'out_for_delivery',
  DELIVERED: 'delivered',
};

/** What a shipment of a fulfilment order is. */
const shipments: Readonly<Record<string, Meant>> = {
  PENDING: { status: 'pending', reason: null },
  SHIPPED: { status: 'in_transit', reason: null },
  CANCELLED_BY_FULFILLER: { status: 'cancelled', reason: null },
  CANCELLED_BY_SELLER: { status: 'cancelled', reason: 'retailer_cancelled' },
};

/** Null: nobody here knows it. */
export function milestoneMeant(code: string): Meant | null {
  const status = Object.hasOwn(milestones, code) ? milestones[code] : undefined;
  return status === undefined ? null : { status, reason: null };
}

export function shipmentMeant(status: string): Meant | null {
  return Object.hasOwn(shipments, status) ? (shipments[status] ?? null) : null;
}
