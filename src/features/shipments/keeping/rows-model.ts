import type { OrderWorth } from '../fold/order-model.ts';
import type { KeptEvent, Word } from '../telling/kept.ts';

/** A shipment's row in the database. */
export interface StoredShipment {
  readonly id: string;
  readonly seriesId: string;
  readonly tracking: string;
  readonly direction: string;
  readonly carrierSaid: string | null;
  readonly carrierId: string | null;
  readonly serviceSaid: string | null;
  readonly serviceId: string | null;
  readonly fromCountry: string | null;
  readonly toCountry: string | null;
  readonly toRegion: string | null;
  readonly zone: string;
  readonly zoneSource: string;
  readonly status: string;
  readonly reason: string | null;
  readonly fault: string;
  readonly placeCity: string | null;
  readonly placeRegion: string | null;
  readonly placeCountry: string | null;
  readonly beganAt: Date;
  readonly scannedAt: Date | null;
  readonly handedOverAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly returnedAt: Date | null;
  readonly endedAt: Date | null;
  /** Since when a carrier contradicts one of us who said that it ended. */
  readonly doubtedAt: Date | null;
  readonly etaUntil: Date | null;
  readonly promiseUntil: Date | null;
  /** Such as 2026-03-02; null: it is a moment, or nothing was promised. */
  readonly promiseOn: string | null;
  readonly promiseBy: string | null;
  readonly originalUntil: Date | null;
  readonly cameLate: boolean | null;
  readonly atRisk: boolean;
  readonly troubleAt: Date | null;
  readonly orderId: string | null;
  readonly orderNumber: string | null;
  readonly orders: number;
  readonly valueMinor: bigint;
  readonly currency: string | null;
  /** Of each order, the latest first; null: it brings one at most. */
  readonly ordersWorth: readonly OrderWorth[] | null;
  readonly shipBy: Date | null;
  readonly lane: string;
  readonly scanDueAt: Date | null;
  readonly saidAt: Date;
  readonly foldVersion: number;
}

/** Something of a series, and the webhook that told it. */
interface Told {
  readonly seriesId: string;
  readonly deliveryId: string | null;
}
export interface StoredEvent extends KeptEvent, Told {}
export interface StoredWord extends Word, Told {}

/** The shipments that have, or had, one number, and all that was said of them. */
export interface Series {
  readonly events: readonly StoredEvent[];
  readonly words: readonly StoredWord[];
  /** The first one first. */
  readonly shipments: readonly StoredShipment[];
}
