import { z } from 'zod';
import type { Place } from '../../../core/tokens/page.ts';
import { defineStates } from '../../../core/tokens/states.ts';
import { defineWork } from '../../../core/tokens/work.ts';
import type { SourceKind, SourceSettings } from '../source/model.ts';

export type DeliveryState = 'stored' | 'done' | 'parked' | 'ignored' | 'failed';

export const deliveryStates = defineStates<DeliveryState>({
  name: 'webhook delivery',
  initial: 'stored',
  // `stored` again: somebody replays it.
  arrows: {
    stored: ['done', 'parked', 'ignored', 'failed'],
    parked: ['stored', 'done', 'ignored', 'failed'],
    done: ['stored'],
    ignored: ['stored'],
    failed: ['stored'],
  },
});

/**
 * Handles one delivery. One kind for all topics: what is about one order is never in two hands. Of each source apart: SKUs,
 * orders and their days are held in one order for everybody, which a second source in the transaction would begin again.
 */
export const handleDelivery = defineWork({
  id: 'sources.handle',
  data: z.object({ delivery: z.uuid() }),
  together: 50,
  apart: true,
});

/** So long is kept what a delivery said, from when it came. Afterwards it cannot be handled again. */
export const keepBodiesDays = 30;

/** What a source told, as it was received. */
export interface Received {
  readonly id: string;
  readonly sourceId: string;
  /** Which of its secrets signed it: it must still be one of the source's. */
  readonly secretId: string;
  /** The digest of its body, after the source's id of the delivery where it has one. */
  readonly deliveryKey: string;
  readonly topic: string;
  /** What it is about, such as "order 450789469". */
  readonly subjectKey: string;
  readonly body: Uint8Array;
  /** Of the body, in hexadecimal. */
  readonly sha256: string;
  readonly triggeredAt: Date | null;
}

/** Why something was refused, in the words in which it is counted. */
export const refusalReasons = [
  'unknown address',
  'wrong signature',
  'too old',
  'too large',
  'too slow',
  'hung up',
  'wrong content type',
  'not JSON',
  'nested too deep',
  'no topic',
  'no key for its secret',
  'too many at once',
  'ping',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** Refusals of one source in one hour for one reason. */
export interface RefusalCount {
  /** The id of the source; empty: nobody's address. */
  readonly source: string;
  readonly hour: Date;
  readonly reason: RefusalReason;
  readonly count: number;
}

/** What came from a source, and what of it waits. */
export interface SourceCounts {
  readonly sourceId: string;
  /** Null: nothing yet. */
  readonly lastReceivedAt: Date | null;
  /** Received and not handled yet. */
  readonly stored: number;
  readonly parked: number;
  readonly failed: number;
}

/** What several deliveries of a source lack, or failed for. */
export interface Waiting {
  readonly state: 'parked' | 'failed';
  readonly reason: string;
  readonly count: number;
}

/** A delivery as the list shows it, without its body. */
export interface ListedDelivery {
  readonly id: string;
  readonly sourceId: string;
  readonly topic: string;
  readonly subjectKey: string;
  readonly receivedAt: Date;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly reason: string | null;
  /** False: emptied, so that it cannot be handled again. */
  readonly hasBody: boolean;
  readonly place: Place;
}

/** A delivery that is still to be handled, with what its source is. */
export interface DeliveryInHand {
  readonly id: string;
  readonly state: 'stored' | 'parked';
  readonly topic: string;
  readonly body: Uint8Array | null;
  readonly receivedAt: Date;
  readonly sourceId: string;
  readonly sourceName: string;
  readonly kind: SourceKind;
  readonly channel: string;
  readonly settings: SourceSettings;
}

/** What became of one. */
export interface Outcome {
  readonly id: string;
  readonly from: 'stored' | 'parked';
  readonly state: Exclude<DeliveryState, 'stored'>;
  /** What it lacks, or why it was ignored or failed; null: done. */
  readonly reason: string | null;
}
