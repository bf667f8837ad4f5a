import type { Amounts, Way } from '../parcels/model.ts';
import type { Heard } from '../shipment/model.ts';
import type { Cause } from '../status/cause-rules.ts';

/** What parcels of one way are late for one cause, in one currency. */
export interface LateCell extends Way {
  /** What a button carries instead of its names. */
  readonly group: string;
  readonly isLate: boolean;
  readonly cause: Cause;
  readonly currency: string | null;
  readonly parcels: number;
  /** Orders with a parcel of it, each once in a group; and the same in all groups together. */
  readonly orders: number;
  readonly valueMinor: bigint;
  readonly allOrders: number;
  readonly allMinor: bigint;
}

/** How many, of how many orders, and what these are worth. */
export interface LateSum {
  readonly parcels: number;
  readonly orders: number;
  readonly amounts: Amounts;
}

/** A carrier's service on a lane. */
export interface LateGroup extends Way {
  readonly group: string;
  readonly late: number;
  readonly dueLate: number;
  readonly orders: number;
  readonly amounts: Amounts;
}

export interface LateParcels {
  /** The carrier or the lane that was asked for, and what a button carries instead; null: all. */
  readonly of: { readonly code: string; readonly words: string } | null;
  readonly late: LateSum;
  readonly dueLate: LateSum;
  /** Of the late ones: the carrier's, what nobody knows, and ours are figures apart. */
  readonly causes: Readonly<Record<Cause, LateSum>>;
  /** The most value at risk first. */
  readonly groups: readonly LateGroup[];
  /** Parcels on their way, and those of them that nobody can judge. */
  readonly open: number;
  readonly unpromised: number;
  readonly heard: readonly Heard[];
}
