import type { JsonObject } from '../tokens/json.ts';

/** A request from outside. Its effect happens once, however often it is delivered or retried. */
export interface Delivery {
  readonly source: string;
  /** The same for every delivery of a request, such as a trigger id. */
  readonly key: string;
  /**
   * Stored with the effect, so that another process can answer if this one dies before it does. Null: the request is
   * stored elsewhere, as events are.
   */
  readonly record: DeliveryRecord | null;
  readonly progress: DeliveryProgress;
}

export interface DeliveryRecord {
  /** Everything needed to handle the request again. */
  readonly body: JsonObject;
  /** The response URL, sealed; null if Slack gave none. */
  readonly responseUrl: string | null;
  /** This process must answer by then; afterwards another takes over. */
  readonly leasedUntil: Date;
}

/** The progress of a delivery: one mutable object shared by all contexts of the request. */
export interface DeliveryProgress {
  /** The effect is committed. */
  done: boolean;
  /** The effect changed something, and not merely found it done. */
  changed: boolean;
  /** Another delivery of the same request had the effect; its handler answers. */
  repeated: boolean;
  /**
   * A process that died before answering committed the effect. The operation returns its kept result, whatever rights
   * the person has by now.
   */
  readonly resumed: boolean;
}

/** The outcome of claiming a delivery in a transaction. */
export type Claim =
  | { readonly first: true }
  /** `closed`: it was refused, and has no effect any more. */
  | { readonly first: false; readonly kept: Kept | null; readonly closed: boolean };

/** The operation's result, kept with its effect. */
export interface Kept {
  readonly result: unknown;
}

/** A new delivery. `record`: null if the request is stored elsewhere. */
export function deliveryOf(source: string, key: string, record: DeliveryRecord | null = null): Delivery {
  return { source, key, record, progress: { done: false, changed: false, repeated: false, resumed: false } };
}
