/** Open orders with pieces of a SKU still to send. */
export interface WaitingOrders {
  readonly orders: number;
  readonly pieces: number;
  /** The first of their ship-bys; null: none has one. */
  readonly shipBy: Date | null;
}
