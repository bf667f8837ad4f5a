/** A request from outside that may be delivered twice. */
export interface Delivery {
  readonly source: string;
  /** The same for every delivery of a request, such as a trigger id. */
  readonly key: string;
}
