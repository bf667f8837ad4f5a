/** Who tells it. */
export interface Teller {
  /** The source's id. */
  readonly source: string;
  /** Which its orders belong to. */
  readonly channel: string;
  readonly deliveryId: string | null;
}
