/** What an order says of its parcels, as far as it matters to them. */
export interface ParcelOrder {
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
  /** Where it leaves; null: nobody said. */
  readonly origin: Origin | null;
  readonly shipCountry: string | null;
  readonly shipRegion: string | null;
  readonly shipArea: string | null;
  /** As the customer was told them, the original first. */
  readonly promises: readonly Omit<Promised, 'by'>[];
  /** Those of its parcels' tracking numbers that were asked for, by their keys; none: only the parcel names it. */
  readonly keys: readonly string[];
}

export interface Origin {
  /** A location's code. */
  readonly code: string;
  /** IANA name. */
  readonly timeZone: string;
}

/** When the customer, or else we, were told that it arrives. */
export interface Promised {
  /** Such as 2026-03-02; null: it is a moment. */
  readonly on: string | null;
  /** A day is kept before this moment, an instant until it. */
  readonly until: Date;
  /** `order`: the customer was told it; `carrier`: the carrier guarantees it. */
  readonly by: 'order' | 'carrier';
}

/** What an order's goods are worth, as the row of a parcel keeps it: as a type, which JSON may be, and no interface. */
export type OrderWorth = {
  readonly id: string;
  readonly currency: string;
  /** Minor units, in digits: a number of JSON is not exact for every amount. */
  readonly minor: string;
};
