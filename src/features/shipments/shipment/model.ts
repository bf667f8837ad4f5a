import type { FoldedShipment } from '../fold/model.ts';
import type { Status } from '../status/model.ts';

/** What the customer, or else we, were told of its arrival; the original first. */
export interface Promised {
  /** Such as 2026-03-02; null: it is a moment. */
  readonly on: string | null;
  /** A day is kept before this moment, an instant until it. */
  readonly until: Date;
  /** `order`: the customer was told it; `carrier`: the carrier guarantees it. */
  readonly by: 'order' | 'carrier';
}

export interface OrderSent {
  readonly id: string;
  readonly number: string;
  readonly currency: string;
  readonly valueMinor: bigint;
}

/** How fresh the shipments of one source are. */
export interface Heard {
  readonly source: string;
  readonly coversUntil: Date | null;
  readonly silentSince: Date | null;
}

/** A shipment with everything that its card shows. */
export interface ShipmentCard extends Omit<FoldedShipment, 'promises'> {
  readonly id: string;
  /** Our name of its carrier, else as it was said. */
  readonly carrier: string | null;
  /** Those that it brings, the latest first. */
  readonly orders: readonly OrderSent[];
  readonly promises: readonly Promised[];
  /** How many other shipments had its number before. */
  readonly before: number;
  readonly heard: readonly Heard[];
  /** Names of the people who said something of it, by the source that they are. */
  readonly people: ReadonlyMap<string, string>;
}

/** What the reader of a card may do with its shipment. */
export interface Rights {
  readonly update: boolean;
  /** A lead's: to say that it has not ended. */
  readonly correct: boolean;
}

/** A shipment that a text may mean. */
export interface ShipmentHit {
  readonly id: string;
  readonly tracking: string;
  readonly carrierSaid: string | null;
  readonly status: Status;
  readonly saidAt: Date;
}

/** What `/shipment <text>` finds where it is not one shipment. */
export interface ShipmentSearch {
  readonly asked: string;
  readonly found: readonly ShipmentHit[];
  readonly more: boolean;
  /** An order that was meant, and its tracking numbers of which no carrier has told. */
  readonly order: {
    readonly id: string;
    readonly number: string;
    readonly tracking: readonly string[];
  } | null;
  readonly heard: readonly Heard[];
}
