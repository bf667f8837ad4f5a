import type { Fault, Reason, Status } from '../status/model.ts';
import type { KeptEvent, Word } from '../telling/kept.ts';
import type { Arrival, directions, Place } from '../telling/model.ts';
import type { ParcelOrder, Promised } from './order-model.ts';

/** A release of the fold whose rows differ from the one before has the next number: stored shipments are folded again. */
export const foldVersion = 6;

/** All that was ever said under a number, and under those that it had before. */
export interface FoldInput {
  readonly events: readonly KeptEvent[];
  readonly words: readonly Word[];
  /** IANA name: where days end of which nobody knows the place. */
  readonly businessZone: string;
  readonly codes: CodesKnown;
  /** Those with a parcel of one of its numbers. Others do no harm. */
  readonly orders: readonly ParcelOrder[];
}

/** What somebody said that codes and reasons of a source mean which nobody here knew; null: nobody did. */
export interface CodesKnown {
  statusOf(source: string, code: string): Status | null;
  reasonOf(source: string, said: string): Reason | null;
}

/** What an event was for the shipment. */
export type Standing =
  /** It is why the status is what it is, or was then. */
  | 'counts'
  /** A scan, and no other status. */
  | 'scan'
  /** Of a code that nobody knows: a scan too. */
  | 'unknown'
  | 'after the end'
  /** A lead said that the end is so, whatever a carrier has scanned since. */
  | 'confirmed'
  /** A lead said that it was not so. */
  | 'lifted'
  /** A lead's word. */
  | 'lift';

export interface FoldedEvent extends KeptEvent {
  readonly standing: Standing;
}

/** One of us has said that it ended, and a carrier has scanned it on its way since. */
export interface Doubt {
  /** Who said it, as a source. */
  readonly by: string;
  /** The first scan after it. */
  readonly since: Date;
  /** The last of them. */
  readonly scan: Pick<KeptEvent, 'at' | 'place' | 'status'>;
}

/** When it shall arrive, by one source from a moment on. */
export interface FoldedArrival {
  readonly source: string;
  readonly saidAt: Date;
  readonly arrival: Arrival;
  /** A day is kept before this moment, an instant until it. */
  readonly until: Date;
}

/** Scans that did not come when they should have. Not stored: a scan that is told late ends it as if it had never been. */
export interface Silence {
  readonly since: Date;
  readonly dueAt: Date;
  readonly until: Date;
}

/** One shipment under a number: 120 days after its end the number is used for another. */
export interface FoldedShipment {
  /** As it is written now, and all that it had, the first one first. */
  readonly tracking: string;
  readonly numbers: readonly string[];
  readonly direction: (typeof directions)[number];
  readonly carrierSaid: string | null;
  readonly serviceSaid: string | null;
  readonly from: Place | null;
  readonly to: Place | null;
  /** Where its days end. */
  readonly zone: string;
  readonly zoneSource: 'country' | 'region' | 'business';
  readonly status: Status;
  /** The last that was told of it, whatever came after: why it is late, if it is. */
  readonly reason: Reason | null;
  readonly fault: Fault;
  readonly place: Place | null;
  readonly beganAt: Date;
  /** The last scan before its end. */
  readonly scannedAt: Date | null;
  readonly handedOverAt: Date | null;
  /** To whom it was sent. */
  readonly deliveredAt: Date | null;
  /** Back to whoever sent it. */
  readonly returnedAt: Date | null;
  readonly endedAt: Date | null;
  /** A lead can confirm the end or take it back; null: nobody contradicts it. */
  readonly doubt: Doubt | null;
  /** None of what is lost. */
  readonly estimates: readonly FoldedArrival[];
  /** What its carriers guarantee. */
  readonly guaranteed: readonly FoldedArrival[];
  readonly etaUntil: Date | null;
  /** Those that it brings, the latest first. */
  readonly orders: readonly ParcelOrder[];
  /** What the customer was told, else what the carrier guarantees; the original first. */
  readonly promises: readonly Promised[];
  /** The last of them. */
  readonly promiseUntil: Date | null;
  /** Delivered after what was promised first; null: it was not delivered, or nothing was promised. */
  readonly cameLate: boolean | null;
  /** On its way, and expected after what was promised last. */
  readonly atRisk: boolean;
  /** When it was first delayed, or expected after what was promised last; null: neither. */
  readonly troubleAt: Date | null;
  /** From where to where: "HAM → DE 10", "DE → FR", "unknown → FR"; `unknown`: nobody says either end. */
  readonly lane: string;
  /** When nothing will have been heard for too long; null: nothing is expected. */
  readonly scanDueAt: Date | null;
  readonly silences: readonly Silence[];
  readonly events: readonly FoldedEvent[];
  /** When the latest of it was said or happened. */
  readonly saidAt: Date;
}
