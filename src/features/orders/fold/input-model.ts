import type { WorkingCalendar } from '../../../core/time/calendar.ts';
import type { Kept } from '../telling/hash.ts';
import type { Ref } from '../telling/said.ts';
import type { FoldedPromise } from './model.ts';

/** What of ours the names in statements mean; null: nobody knows yet. */
export interface Known {
  skuOf(code: string): string | null;
  idOf(ref: Ref): string | null;
  carrierOf(said: string): string | null;
  serviceOf(said: string, carrierId: string | null): string | null;
}

/** A truck that comes. */
export interface CutOff {
  /** A parcel that is ready at this moment still goes. */
  readonly cutOffAt: Date;
  /** Such as 2026-11-27, at the location. */
  readonly day: string;
  /** Later than this, it has missed. */
  readonly lateUntil: Date;
}

/** What a customer is promised where the channel says nothing. Null: of any. */
export interface PromiseRule {
  readonly id: string;
  readonly channel: string | null;
  readonly serviceId: string | null;
  readonly country: string | null;
  readonly handlingDays: number;
  readonly transitDays: number;
  /** Such as 2026-11-27. */
  readonly validFrom: string;
  /** Its last day; null: until further notice. */
  readonly validTo: string | null;
}

/** What the shop has set. */
export interface Shop {
  /** IANA name. */
  readonly businessZone: string;
  readonly currency: string;
  readonly promiseRules: readonly PromiseRule[];
  /** Null: of the business. */
  calendarOf(locationId: string | null): WorkingCalendar;
  /** The first collection whose cut-off is at or after the moment. */
  nextCutOff(locationId: string, serviceId: string | null, at: Date): CutOff | null;
}

export interface FoldInput {
  readonly statements: readonly Kept[];
  readonly known: Known;
  readonly shop: Shop;
  /** The promises as they are stored: a rule's stays, whatever is set by now. Absent: it is new. */
  readonly promised?: readonly FoldedPromise[];
}
