import { defineStates, type StateTable } from '../../core/tokens/states.ts';

export const stages = [
  'placed',
  'paid',
  'allocated',
  'picked',
  'packed',
  'labelled',
  'handed_over',
  'delivered',
  'returned',
  'cancelled',
] as const;
export type Stage = (typeof stages)[number];

export const stageTable: StateTable<Stage> = defineStates({
  name: 'order stage',
  initial: 'placed',
  arrows: {
    placed: ['paid', 'cancelled'],
    paid: ['allocated', 'cancelled'],
    allocated: ['picked', 'cancelled'],
    picked: ['packed', 'cancelled'],
    packed: ['labelled', 'cancelled'],
    // A printed label is not handed over.
    labelled: ['handed_over', 'cancelled'],
    // A parcel can be called back on its way; a delivered one is returned, not cancelled.
    handed_over: ['delivered', 'returned', 'cancelled'],
    delivered: ['returned'],
    returned: [],
    cancelled: [],
  },
});

/** When each stage was reached, where known. */
export interface Milestones {
  readonly paidAt: Date | null;
  readonly allocatedAt: Date | null;
  readonly pickedAt: Date | null;
  readonly packedAt: Date | null;
  readonly handedOverAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly cancelledAt: Date | null;
}

/** An order's row in the database. */
export interface StoredOrder extends Milestones {
  readonly id: string;
  readonly number: string;
  readonly numberKey: string;
  readonly kind: string;
  readonly channel: string;
  readonly currency: string;
  readonly customerReference: string | null;
  readonly shipToCountry: string | null;
  readonly stage: Stage;
  readonly placedAt: Date;
  readonly labelledAt: Date | null;
  readonly returnedAt: Date | null;
  readonly onHold: boolean;
  readonly shipBy: Date | null;
  readonly shipBySource: string;
  /** Such as 2026-11-27, at the location. */
  readonly shipDay: string | null;
  readonly promisedBy: Date | null;
  readonly promisedByRevised: Date | null;
  readonly promiseSource: string | null;
  readonly locationId: string | null;
  /** Who told its latest statement. */
  readonly source: string;
  readonly test: boolean;
  readonly draft: boolean;
  readonly digital: boolean;
  readonly replacementOf: string | null;
  readonly splitFrom: string | null;
  readonly mergedInto: string | null;
  readonly shipCountry: string | null;
  readonly shipRegion: string | null;
  /** The first two characters of its postcode. */
  readonly shipArea: string | null;
  readonly shipZone: string | null;
  readonly zoneSource: string | null;
  readonly service: string | null;
  readonly serviceId: string | null;
  readonly cancelledBy: string | null;
  readonly totalMinor: bigint | null;
  readonly valueMinor: bigint;
  readonly openMinor: bigint;
  readonly nextStop: string | null;
  readonly nextStopAt: Date | null;
  readonly saidAt: Date | null;
  readonly foldVersion: number;
}

/** A line's row in the database. */
export interface StoredLine {
  readonly orderId: string;
  readonly ordinal: number;
  /** What it is known by: the source's id, else `n:` and its first place. */
  readonly lineKey: string;
  /** The source's own id of it. */
  readonly sourceLine: string | null;
  readonly skuId: string | null;
  readonly code: string;
  readonly title: string;
  readonly kind: string;
  readonly requiresShipping: boolean;
  readonly originalQuantity: number;
  readonly dueQuantity: number;
  readonly ordered: number;
  readonly allocated: number;
  readonly picked: number;
  readonly labelled: number;
  readonly shipped: number;
  readonly delivered: number;
  readonly cancelled: number;
  /** Pieces given back; the only quantity of a credit's line. */
  readonly refunded: number;
  readonly returned: number;
  readonly open: number;
  readonly shipBy: Date | null;
  readonly counted: boolean;
  readonly unitPriceMinor: bigint;
  readonly placedAt: Date;
}

/** The field of an order that each milestone fills. */
export const milestoneFields = {
  paid: 'paidAt',
  allocated: 'allocatedAt',
  picked: 'pickedAt',
  packed: 'packedAt',
  labelled: 'labelledAt',
  handed_over: 'handedOverAt',
  delivered: 'deliveredAt',
  returned: 'returnedAt',
  cancelled: 'cancelledAt',
} as const;
