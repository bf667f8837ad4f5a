/** The states of stock at a location. */
export const buckets = [
  'available',
  'committed',
  'reserved',
  'damaged',
  'safety_stock',
  'quality_control',
  'incoming',
] as const;
export type Bucket = (typeof buckets)[number];

/** What has one level: one bucket of a SKU at a location. */
export interface Shelf {
  readonly skuId: string;
  readonly locationId: string;
  readonly bucket: Bucket;
}

export interface Leg extends Shelf {
  /** Signed units into or out of the shelf. */
  readonly quantity: number;
}

/** One thing that happened to stock. */
export interface Entry {
  /** adjustment, import … Only the ledger itself writes `absorbed`. */
  readonly cause: string;
  readonly reference: string | null;
  readonly note: string | null;
  readonly by: { readonly kind: string; readonly id: string };
  readonly occurredAt: Date;
  readonly legs: readonly Leg[];
  /**
   * Decided on the present level, as a correction is: it comes after every known statement, one that was told while it
   * waited for the lock included.
   */
  readonly onPresent?: boolean;
}

/** Somebody outside says how much there was at the end of a moment. */
export interface Statement extends Shelf {
  readonly quantity: number;
  readonly asOf: Date;
}

/** What the ledger knows of a shelf at a statement's moment. */
export interface Standing {
  /** Its level at that moment. */
  readonly atMoment: number;
  readonly now: number;
  /** The first known statement after that moment. */
  readonly next: Date | null;
}

/** A statement with what it changes. */
export interface Told extends Statement {
  /** What the ledger lacked at that moment. */
  readonly difference: number;
  /** The statement that takes the difference back; null: it reaches the present. */
  readonly next: Date | null;
  /** The level from now on. */
  readonly now: number;
}

export const shelfKey = ({ skuId, locationId, bucket }: Shelf): string => `${skuId} ${locationId} ${bucket}`;
