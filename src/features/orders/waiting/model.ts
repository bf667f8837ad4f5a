/** Open orders with pieces of a SKU still to send that are not here. */
export interface WaitingOrders {
  readonly orders: number;
  /** Numbers of the first of them. */
  readonly first: readonly string[];
  /** Those that are not here. */
  readonly pieces: number;
  /** The first of their ship-bys; null: none has one. */
  readonly shipBy: Date | null;
}

/** What open orders need of a SKU, whether it is here or not. */
export interface Needed {
  readonly skuId: string;
  readonly pieces: number;
}
