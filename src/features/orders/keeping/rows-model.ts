import type {
  FoldedFulfilment,
  FoldedHold,
  FoldedMilestone,
  FoldedPromise,
  FoldedRefund,
} from '../fold/model.ts';
import type { StoredLine, StoredOrder } from '../rules.ts';

/** What an order is found by. */
export interface OrderKey {
  readonly channel: string;
  readonly numberKey: string;
}

export interface NamedOrder extends OrderKey {
  readonly id: string;
}

export interface StoredFulfilment extends FoldedFulfilment {
  readonly id: string;
}

/** What of an order has rows of its own, besides the order and its lines. */
export interface Parts {
  readonly milestones: readonly FoldedMilestone[];
  readonly holds: readonly FoldedHold[];
  readonly promises: readonly FoldedPromise[];
  readonly fulfilments: readonly StoredFulfilment[];
  readonly refunds: readonly FoldedRefund[];
}

/** An order as its tables hold it. */
export interface OrderRows extends Parts {
  readonly order: StoredOrder;
  /** In their places. */
  readonly lines: readonly StoredLine[];
}

/** A statement as it is stored. */
export interface StoredStatement {
  readonly orderId: string;
  readonly source: string;
  readonly facet: string;
  readonly versionAt: Date;
  readonly hash: string;
  /** Null: the rows hold it, being the only one of its order. */
  readonly said: string | null;
  readonly deliveryId: string | null;
}
