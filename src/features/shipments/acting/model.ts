import type { ShipmentCard } from '../shipment/model.ts';
import { keptAs, type Loss, losses } from '../status/loss-rules.ts';
import { type Reason, type Status, statuses } from '../status/model.ts';

export const maxNote = 300;
export const maxCity = 100;

/** What one of us may say that happened: each status, and what is kept as one with its reason. */
export const happenings = [...statuses, ...losses] as const;
export type Happening = (typeof happenings)[number];

export function isLoss(happened: Happening | null): happened is Loss {
  return losses.some((one) => one === happened);
}

/** As what it is kept. */
export function meaningOf(
  happened: Happening,
  reason: Reason | null,
): { readonly status: Status; readonly reason: Reason | null } {
  return isLoss(happened) ? keptAs[happened] : { status: happened, reason };
}

/** What the form of an update shows. */
export interface UpdateDraft {
  readonly shipment: ShipmentCard;
  /** What it may be next. */
  readonly next: readonly Happening[];
}

/** What was said of a shipment. */
export interface Updated {
  readonly id: string;
  /** Null: only when it will come was said. */
  readonly happened: Happening | null;
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
export const matterOfTelling = (id: string) => `${mattersOfTelling} ${id}`;
/** So begin those, and those about many. */
export const mattersOfTelling = 'shipments.tell-service';
/** The same of an issue about a whole list. */
export const matterOfTellingMany = (list: string) => `${mattersOfTelling}-list ${list}`;
