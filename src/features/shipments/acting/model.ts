import type { ShipmentCard } from '../shipment/model.ts';
import type { Status } from '../status/model.ts';

export const maxNote = 300;
export const maxCity = 100;

/** What the form of an update shows. */
export interface UpdateDraft {
  readonly shipment: ShipmentCard;
  /** What it may be next. */
  readonly next: readonly Status[];
}

/** What was said of a shipment. */
export interface Updated {
  readonly id: string;
  /** Null: only when it will come was said. */
  readonly status: Status | null;
  /** A day; null: nothing was said of it. */
  readonly estimate: string | null;
}

/** Customer service was asked to tell the customer. */
export interface ServiceAsked {
  readonly id: string;
  readonly issue: { readonly id: string; readonly number: number };
  /** False: an open issue asks for it already. */
  readonly isNew: boolean;
  /** Who asked first; null: no person did. */
  readonly by: string | null;
  readonly at: Date;
}

/** What the issue is called that asks customer service to tell the customer. */
export const matterOfTelling = (id: string) => `shipments.tell-service ${id}`;
