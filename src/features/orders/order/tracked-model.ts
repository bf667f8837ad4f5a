/** What of an order matters to whoever looks at one of its parcels. */
export interface SentOrder {
  readonly id: string;
  readonly number: string;
  readonly channel: string;
  readonly currency: string;
  /** Of its goods. */
  readonly valueMinor: bigint;
  /** As the customer was told them, the original first. */
  readonly promises: readonly SentPromise[];
}

export interface SentPromise {
  /** date or instant. */
  readonly kind: string;
  /** Such as 2026-03-02; null: it is a moment. */
  readonly on: string | null;
  /** A date is kept before this moment, an instant until it. */
  readonly until: Date;
}
