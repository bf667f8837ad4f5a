import type { MutationContext } from '../../../core/runtime/context.ts';
import type { DeliveryInHand } from '../deliveries/model.ts';
import type { Meaning } from '../meaning/meaning.ts';
import { isHeard } from '../source/model.ts';

/** A delivery with what it means. */
export interface Meant {
  readonly delivery: DeliveryInHand;
  readonly meaning: Meaning;
}

export type Fate =
  | { readonly state: 'done' }
  | { readonly state: 'ignored' | 'failed'; readonly why: string }
  /** `why`: what it lacks, for people; `missing`: as it arrives. */
  | { readonly state: 'parked'; readonly why: string; readonly missing: string };

/** Something that a delivery brought. */
export interface News {
  readonly kind: 'products' | 'levels' | 'orders' | 'shipments';
  /** The name of the source; of orders, their channel. */
  readonly source: string;
  /** The id of a location; empty: of none. */
  readonly location: string;
  /** When it happened. */
  readonly at: Date;
  /** Until when all of this kind is told; null: it does not say. */
  readonly coversUntil: Date | null;
}

/**
 * Until when a delivery tells all: what was sent, until it came; what was in a file, no further than it says, since a file
 * may have waited for somebody.
 */
export function coveredBy({ kind, receivedAt }: DeliveryInHand, saidAt: Date): Date {
  return isHeard(kind) ? receivedAt : saidAt;
}

/** What became of the deliveries of one kind; those that it does not name are somebody else's. */
export interface Taken {
  /** By the id of the delivery. */
  readonly fates: ReadonlyMap<string, Fate>;
  readonly news: readonly News[];
  readonly arrived: readonly string[];
}

/** Takes, in the name of their source, the deliveries that mean something of one kind. */
export type Take = (ctx: MutationContext, meant: readonly Meant[]) => Promise<Taken>;
