/** What of an order matters to its parcels, and to whoever looks at one of them. */
export interface SentOrder {
  readonly id: string;
  readonly number: string;
  readonly numberKey: string;
  readonly channel: string;
  readonly currency: string;
  /** Of its goods. */
  readonly valueMinor: bigint;
  readonly placedAt: Date;
  /** By when it has to leave. */
  readonly shipBy: Date | null;
  /** Where the parcel leaves, else the order; null: nobody said. */
  readonly locationId: string | null;
  /** ISO 3166-1 alpha-2, the region's own code, and the first two characters of the postcode. */
  readonly shipCountry: string | null;
  readonly shipRegion: string | null;
  readonly shipArea: string | null;
  /** As the customer was told them, the original first. */
  readonly promises: readonly SentPromise[];
  /** Those of its tracking numbers that were asked for, by their keys; none where it was asked for by its own number. */
  readonly keys: readonly string[];
}

export interface SentPromise {
  /** date or instant. */
  readonly kind: string;
  /** Such as 2026-03-02; null: it is a moment. */
  readonly on: string | null;
  /** A date is kept before this moment, an instant until it. */
  readonly until: Date;
}
