import type { Cancelling } from '../acting/model.ts';
import type { Milestones, Stage } from '../rules.ts';

/** An order that a search may mean. */
export interface OrderHit {
  readonly id: string;
  readonly number: string;
  readonly channel: string;
  readonly kind: string;
  readonly stage: Stage;
  readonly placedAt: Date;
}

/** A search's outcome; `by`: what of it fits the text. */
export interface OrderMatch extends OrderHit {
  readonly by: 'number' | 'tracking number' | "customer's reference" | 'beginning of its number';
  readonly exact: boolean;
}

/** The state that texts name an order by. */
export type Standing = Pick<OrderHit, 'id' | 'stage'> & { readonly onHold: boolean };

/** An order without its parts. */
export interface OrderHeader extends OrderHit, Milestones {
  readonly labelledAt: Date | null;
  readonly returnedAt: Date | null;
  readonly currency: string;
  readonly shipToCountry: string | null;
  readonly customerReference: string | null;
  readonly locationId: string | null;
  readonly onHold: boolean;
  readonly shipBy: Date | null;
  /** channel, rule or none. */
  readonly shipBySource: string;
  /** Told with the order itself; see `promises`. */
  readonly promisedBy: Date | null;
  readonly cancelledBy: string | null;
  /** What the shop says that the customer pays, with postage and after discounts; null: it has not said. */
  readonly totalMinor: bigint | null;
  /** Its goods that are not cancelled: what parcels and lists count. */
  readonly valueMinor: bigint;
  readonly test: boolean;
  readonly draft: boolean;
  readonly digital: boolean;
  /** Numbers of the orders that this one replaces, was split from, and went into. */
  readonly replaces: string | null;
  readonly splitFrom: string | null;
  readonly mergedInto: string | null;
  readonly nextStop: string | null;
  readonly nextStopAt: Date | null;
  /** When its latest statement was made; null: an older release wrote the row. */
  readonly saidAt: Date | null;
  readonly source: string;
  readonly updatedAt: Date;
}

/** Pieces of a line by state. */
export interface Pieces {
  /** Given back, if it is a credit's. */
  readonly ordered: number;
  readonly labelled: number;
  readonly shipped: number;
  readonly delivered: number;
  readonly open: number;
  readonly cancelled: number;
  readonly refunded: number;
  readonly returned: number;
}

export interface OrderLine extends Pieces {
  readonly code: string;
  readonly title: string;
  readonly unitPriceMinor: bigint;
}

/** What all lines of an order make together. */
export interface LineTotals extends Pieces {
  readonly lineCount: number;
  /** Lines of which something is to be sent, and how many of them have left whole. */
  readonly dueLines: number;
  readonly shippedLines: number;
  /** Goods and services as they were ordered. */
  readonly valueMinor: bigint;
}

export interface Parcel {
  readonly externalId: string;
  /** open, labelled, handed_over, delivered, returned, failed or cancelled. */
  readonly state: string;
  readonly locationId: string | null;
  readonly carrierSaid: string | null;
  readonly tracking: readonly string[];
  readonly labelledAt: Date | null;
  readonly handedOverAt: Date | null;
  /** scan, manifest or told. */
  readonly handOverBy: string | null;
  readonly deliveredAt: Date | null;
  readonly returnedAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly source: string;
  readonly pieces: number;
}

export interface Hold {
  readonly from: Date;
  readonly until: Date | null;
  readonly reason: string | null;
  readonly by: string | null;
  readonly source: string;
}

export interface PromiseTold {
  readonly ordinal: number;
  /** date or instant. */
  readonly kind: string;
  /** Midnight UTC of the day. */
  readonly on: Date | null;
  readonly zone: string;
  /** A date is kept before this moment, an instant until it. */
  readonly until: Date;
  readonly toldAt: Date;
  /** channel, rule or person. */
  readonly source: string;
  readonly by: string | null;
}

export interface RefundTold {
  readonly at: Date;
  readonly amountMinor: bigint;
  readonly note: string | null;
  readonly source: string;
}

/** What beside its lines belongs to an order. */
export interface OrderParts {
  readonly parcels: readonly Parcel[];
  readonly holds: readonly Hold[];
  readonly promises: readonly PromiseTold[];
  readonly refunds: readonly RefundTold[];
}

export interface MilestoneTold {
  readonly what: string;
  readonly part: string;
  /** Of the line that the part is; null: it is no line of today. */
  readonly lineCode: string | null;
  readonly at: Date;
  readonly by: string | null;
  readonly source: string;
  readonly retracted: boolean;
}

/** An order with everything that its card shows. */
export interface OrderCard extends OrderHeader, OrderParts {
  /** The first ten. */
  readonly lines: readonly OrderLine[];
  readonly totals: LineTotals;
  readonly location: { readonly name: string; readonly timeZone: string } | null;
  /** The customer's other orders that are not done, the latest first, and how many there are. */
  readonly others: { readonly numbers: readonly string[]; readonly count: number };
  /** Of the feed of its channel; null: nothing was heard yet. */
  readonly heard: Heard | null;
  /** What is asked for of it, or was done here and the shop has not told of. */
  readonly asked: readonly AskedAct[];
  /** The cut-off of the truck that left without it, where it waits for the next; null: none, or nobody can tell which. */
  readonly missedTruckAt: Date | null;
}

export interface AskedAct extends Cancelling {
  readonly act: string;
  /** Of a refund. */
  readonly amountMinor: string | null;
}

export interface OrderHistory extends OrderHeader, OrderParts {
  readonly milestones: readonly MilestoneTold[];
}

/** How fresh the orders of one source are. */
export interface Heard {
  readonly source: string;
  readonly coversUntil: Date | null;
  readonly silentSince: Date | null;
}

/** What `/order <text>` finds where it is not one order. */
export interface OrderSearch {
  readonly asked: string;
  readonly found: readonly OrderMatch[];
  readonly more: boolean;
  /** Orders with a number that begins like it, where nothing fits. */
  readonly near: readonly OrderHit[];
  readonly heard: readonly Heard[];
}

/** One of several numbers that were asked for, and what it means. */
export interface AskedOrder {
  readonly asked: string;
  /** Null: none, or more than one. */
  readonly order: OrderCard | null;
  /** How many orders it may mean exactly. */
  readonly fits: number;
}
