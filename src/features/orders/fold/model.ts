import type { HandOverWay, Milestone, ParcelState } from '../telling/said.ts';

/** A release of the fold whose rows differ from the one before has the next number: stored orders are folded again. */
export const foldVersion = 2;

export type FoldedStage = 'placed' | Milestone;

export interface FoldedMilestone {
  readonly source: string;
  readonly what: Milestone;
  readonly part: string;
  readonly eventKey: string;
  readonly at: Date;
  readonly by: HandOverWay | null;
  readonly retracted: boolean;
}

export interface FoldedHold {
  readonly source: string;
  readonly key: string;
  readonly from: Date;
  /** Null while it lasts. */
  readonly until: Date | null;
  readonly reason: string | null;
  readonly by: string | null;
}

export interface FoldedPromise {
  /** From 1: the original. */
  readonly ordinal: number;
  readonly kind: 'date' | 'instant';
  readonly on: string | null;
  readonly at: Date | null;
  readonly zone: string;
  /** A date is kept before this moment, an instant until it. */
  readonly until: Date;
  readonly toldAt: Date;
  readonly source: 'channel' | 'rule' | 'person';
  readonly by: string | null;
  /** Of a rule's: hashes of what it was made from, besides what is set. While one of them holds, so does the promise. */
  readonly madeOf: readonly string[];
}

export interface FoldedFulfilment {
  readonly source: string;
  readonly externalId: string;
  readonly state: ParcelState;
  readonly locationId: string | null;
  readonly carrierSaid: string | null;
  readonly carrierId: string | null;
  readonly serviceId: string | null;
  readonly tracking: readonly string[];
  readonly labelledAt: Date | null;
  readonly handedOverAt: Date | null;
  readonly handOverBy: HandOverWay | null;
  readonly deliveredAt: Date | null;
  readonly returnedAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly lines: readonly { readonly lineKey: string; readonly quantity: number }[];
}

export interface FoldedRefund {
  readonly source: string;
  readonly externalId: string;
  readonly at: Date;
  readonly amountMinor: bigint;
  readonly note: string | null;
  readonly lines: readonly FoldedRefundLine[];
}

export interface FoldedRefundLine {
  readonly lineKey: string;
  readonly quantity: number;
  readonly amountMinor: bigint;
  readonly restock: 'none' | 'cancel' | 'return';
  readonly locationId: string | null;
}

/** A line as it was told, before its quantities by state. */
export interface ToldLine {
  /** The source's id of it, else `n:` and its first place. */
  readonly lineKey: string;
  readonly ordinal: number;
  readonly sourceLine: string | null;
  readonly code: string;
  readonly skuId: string | null;
  readonly title: string;
  readonly kind: 'goods' | 'service';
  readonly requiresShipping: boolean;
  readonly unitPriceMinor: bigint;
  readonly shipBy: Date | null;
  /** Each time that its pieces were told, the earliest first. */
  readonly told: readonly { readonly at: Date; readonly pieces: number; readonly current: number }[];
  /** Given back, where the line itself says so. */
  readonly refunded: number;
}

export interface FoldedLine extends Omit<ToldLine, 'told'> {
  readonly originalQuantity: number;
  /** After the edits before the cut-off: what was due. */
  readonly dueQuantity: number;
  readonly ordered: number;
  readonly allocated: number;
  readonly picked: number;
  readonly labelled: number;
  readonly shipped: number;
  readonly delivered: number;
  readonly cancelled: number;
  readonly returned: number;
  /** Still to be sent. */
  readonly open: number;
  /** False: of a test, draft or replacement order, which is no demand. */
  readonly counted: boolean;
}

/** When the order as a whole reached each. */
export interface Reached {
  readonly paidAt: Date | null;
  readonly allocatedAt: Date | null;
  readonly pickedAt: Date | null;
  readonly packedAt: Date | null;
  readonly labelledAt: Date | null;
  readonly handedOverAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly returnedAt: Date | null;
  readonly cancelledAt: Date | null;
}

/** What every figure leaves out, marks or lists of the order. */
export interface Flags {
  readonly excluded: readonly (
    | 'test'
    | 'draft'
    | 'digital'
    | 'replacement'
    | 'merged'
    | 'cancelled before hand-over'
  )[];
  readonly marks: readonly (
    | 'part shipped'
    | 'cancelled after hand-over'
    | 'returned to sender'
    | 'edited after cut-off'
    | 'promise by rule'
    | 'ship-by by rule'
    | 'zone unknown'
  )[];
  readonly faults: readonly ('delivered before handed over' | 'handed over before placed')[];
}

export interface FoldedHeader {
  readonly channel: string;
  readonly number: string | null;
  readonly kind: 'sale' | 'credit';
  readonly currency: string;
  readonly placedAt: Date;
  readonly totalMinor: bigint | null;
  readonly test: boolean;
  readonly draft: boolean;
  readonly digital: boolean;
  readonly cancelledBy: string | null;
  readonly customerReference: string | null;
  readonly shipCountry: string | null;
  readonly shipRegion: string | null;
  readonly shipArea: string | null;
  readonly service: string | null;
  readonly serviceId: string | null;
  readonly locationId: string | null;
  readonly shipBy: Date | null;
  readonly replacementOf: string | null;
  readonly splitFrom: string | null;
  readonly mergedInto: string | null;
  /** When its latest statement was made, not when it came. */
  readonly saidAt: Date;
}

export interface ShipBy {
  readonly shipBy: Date | null;
  /** `promise`: a rule made it, and a new promise moved it. */
  readonly shipBySource: 'channel' | 'rule' | 'promise' | 'none';
  /** Of a ship-by that a rule made, at the location; no new promise moves it. */
  readonly shipDay: string | null;
}

/** At which hand-over an order stops, and when it will have, unless something happens before. */
export interface NextStop {
  readonly nextStop: 'unallocated' | 'unpicked' | 'unscanned' | 'label unscanned' | null;
  readonly nextStopAt: Date | null;
}

export interface FoldedOrder extends FoldedHeader, Reached, ShipBy, NextStop {
  readonly stage: FoldedStage;
  readonly shipZone: string;
  readonly zoneSource: 'country' | 'region' | 'business';
  readonly onHold: boolean;
  readonly promiseSource: FoldedPromise['source'] | null;
  readonly valueMinor: bigint;
  readonly openMinor: bigint;
  readonly foldVersion: number;
}

export interface Folded {
  readonly order: FoldedOrder;
  readonly flags: Flags;
  readonly lines: readonly FoldedLine[];
  readonly milestones: readonly FoldedMilestone[];
  readonly holds: readonly FoldedHold[];
  readonly promises: readonly FoldedPromise[];
  readonly fulfilments: readonly FoldedFulfilment[];
  readonly refunds: readonly FoldedRefund[];
}
