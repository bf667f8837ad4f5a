/** Pieces of a SKU: of a day, or of a line. */
export interface Pieces {
  readonly ordered: number;
  readonly cancelled: number;
  readonly shipped: number;
}

/** Pieces that come to a SKU on the day of this moment, or go when they are negative. */
export interface Move extends Pieces {
  readonly skuId: string;
  readonly placedAt: Date;
}

/** A day of a SKU. */
export interface SkuDay {
  readonly skuId: string;
  /** Such as 2026-03-01. */
  readonly day: string;
}

/** A day that is not the sum of its lines. Null: nothing is kept, or there are no lines. */
export interface WrongDay extends SkuDay {
  readonly kept: Pieces | null;
  readonly lines: Pieces | null;
}
