import type { FoldedFulfilment, FoldedMilestone, FoldedRefund } from '../fold/model.ts';
import type { StoredLine, StoredOrder } from '../rules.ts';

/** What an order does to stock. */
export const bookingKinds = ['allocate', 'release', 'lapse', 'ship', 'return'] as const;
export type BookingKind = (typeof bookingKinds)[number];

export type Cause = 'allocation' | 'release' | 'shipment' | 'return';

/** Signed pieces into what is available and what is committed, for each piece; and how the ledger calls it. */
export const bookingEffects: Readonly<
  Record<
    BookingKind,
    { readonly cause: Cause; readonly available: -1 | 0 | 1; readonly committed: -1 | 0 | 1 }
  >
> = {
  allocate: { cause: 'allocation', available: -1, committed: 1 },
  release: { cause: 'release', available: 1, committed: -1 },
  // Cancelled, and not put back: nobody has a claim to them any more, and nobody can sell them.
  lapse: { cause: 'release', available: 0, committed: -1 },
  ship: { cause: 'shipment', available: 0, committed: -1 },
  return: { cause: 'return', available: 1, committed: 0 },
};

/** Pieces of a line at a location. */
export interface Booking {
  readonly lineKey: string;
  readonly what: BookingKind;
  /** With the line and what happens, what it is known by: a parcel, a refund or a location. */
  readonly part: string;
  readonly skuId: string;
  readonly locationId: string;
  readonly quantity: number;
  readonly at: Date;
}

/** A booking as it is stored. */
export interface Booked extends Booking {
  readonly orderId: string;
}

/** What of an order's rows decides what it does to stock. */
export interface Bookable {
  readonly order: StoredOrder;
  readonly lines: readonly StoredLine[];
  readonly milestones: readonly FoldedMilestone[];
  readonly fulfilments: readonly FoldedFulfilment[];
  readonly refunds: readonly FoldedRefund[];
}

/** A SKU at a location. */
export interface Place {
  readonly skuId: string;
  readonly locationId: string;
}

export const placeKey = ({ skuId, locationId }: Place): string => `${skuId} ${locationId}`;
