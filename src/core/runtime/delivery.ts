import type { JsonObject } from '../tokens/json.ts';

/** One arrival from outside: its effect happens once, however often it is delivered or tried. */
export interface Delivery {
  readonly source: string;
  /** The same for every delivery of a request, such as a trigger id. */
  readonly key: string;
  /**
   * Written down together with the effect, so that another process can answer when this one dies in between. Null:
   * it is written down elsewhere, as events are.
   */
  readonly record: DeliveryRecord | null;
  readonly progress: DeliveryProgress;
}

export interface DeliveryRecord {
  /** All that is needed to handle it again. */
  readonly body: JsonObject;
  /** Where the person can be answered, sealed; null where Slack gave no such place. */
  readonly responseUrl: string | null;
  /** Until when this process is to have answered; another takes over afterwards. */
  readonly leasedUntil: Date;
}

/** How far a delivery has come. Changes as it is handled: every context of the same request sees the same one. */
export interface DeliveryProgress {
  /** Its effect is committed. */
  done: boolean;
  /** Another delivery of it did that: whoever handles that one answers. */
  repeated: boolean;
  /**
   * Its effect was committed by a process that died before it had answered. The operation gives back what it gave
   * back then, whatever the person may do by now.
   */
  readonly resumed: boolean;
}

/** What became of taking a delivery for the transaction at hand. */
export type Claim = { readonly first: true } | { readonly first: false; readonly kept: Kept | null };

/** What the operation gave back when its effect was committed. */
export interface Kept {
  readonly result: unknown;
}

/** A delivery that has just arrived. `record`: null where something else holds what is needed to handle it again. */
export function deliveryOf(source: string, key: string, record: DeliveryRecord | null = null): Delivery {
  return { source, key, record, progress: { done: false, repeated: false, resumed: false } };
}
