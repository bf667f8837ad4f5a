import type { Reason, Status } from '../status/model.ts';

/** A parcel of an order, as the statement of all features returns it; moments by ISO 8601. */
export interface ParcelTold {
  readonly id: string;
  readonly tracking: string;
  readonly status: Status;
  readonly reason: Reason | null;
  readonly zone: string;
  readonly promiseOn: string | null;
  readonly promiseUntil: string | null;
  readonly etaUntil: string | null;
  readonly atRisk: boolean;
  readonly cameLate: boolean | null;
  readonly deliveredAt: string | null;
  readonly returnedAt: string | null;
  readonly scannedAt: string | null;
  /** When the next scan was due; null: none is. */
  readonly scanDueAt: string | null;
}

/** The latest, and how many there are in all. */
export interface ParcelsTold {
  readonly parcels: readonly ParcelTold[];
  readonly total: number;
}
