import type { FoldedShipment } from '../fold/model.ts';
import type { ParcelOrder } from '../fold/order-model.ts';
import type { Reason, Status } from '../status/model.ts';

export type { Promised } from '../fold/order-model.ts';

export type OrderSent = Pick<ParcelOrder, 'id' | 'number' | 'currency' | 'valueMinor' | 'shipBy'>;

/** How fresh the shipments of one source are. */
export interface Heard {
  readonly source: string;
  readonly coversUntil: Date | null;
  readonly silentSince: Date | null;
}

/** A shipment with everything that its card shows. */
export interface ShipmentCard extends Omit<FoldedShipment, 'orders' | 'guaranteed' | 'cameLate'> {
  readonly id: string;
  /** Those that it brings, the latest first. */
  readonly orders: readonly OrderSent[];
  /** Our name of its carrier, else as it was said. */
  readonly carrier: string | null;
  /** The carrier's page of it; null: nobody has said where it is. */
  readonly page: string | null;
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
  /** Who may, where the reader may not. */
  readonly correctors: readonly string[];
  /** Where they watch it already, in their direct messages; null: they do not. */
  readonly watchedIn: string | null;
  /** Customer service was asked to tell the customer, and is not done: its issue stands on the card. */
  readonly asked: boolean;
}

/** A shipment that a text may mean. */
export interface ShipmentHit {
  readonly id: string;
  readonly tracking: string;
  readonly carrierSaid: string | null;
  readonly status: Status;
  /** That it is lost or back with us is no status. */
  readonly reason: Reason | null;
  readonly returnedAt: Date | null;
  readonly saidAt: Date;
}

/** `exact`: the text is its number, and no part of it. */
export interface ShipmentMatch extends ShipmentHit {
  readonly exact: boolean;
}

/** One of several numbers that were asked for, and what it means. */
export interface AskedShipment {
  readonly asked: string;
  /** Null: none, or more than one. */
  readonly shipment: ShipmentCard | null;
  /** How many shipments it may mean. */
  readonly fits: number;
  /** Where it means none: numbers that are a slip away. */
  readonly near: readonly string[];
}

/** What `/shipment <text>` finds where it is not one shipment. */
export interface ShipmentSearch {
  readonly asked: string;
  readonly found: readonly ShipmentHit[];
  readonly more: boolean;
  /**
   * `order`: they bring it, or are said to; `part`: their numbers begin or end so; `slip`: nothing is so, and their numbers
   * differ by a slip.
   */
  readonly by: 'number' | 'order' | 'part' | 'slip';
  /** An order that was meant, and its tracking numbers of which no carrier has told. */
  readonly order: {
    readonly id: string;
    readonly number: string;
    readonly tracking: readonly string[];
  } | null;
  readonly heard: readonly Heard[];
}
