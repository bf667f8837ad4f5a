import type { Way } from '../parcels/model.ts';
import type { Heard } from '../shipment/model.ts';

/** Fewer are too few to rank. */
export const fewest = 30;
/** Of so many the late ones are named as what a carrier does; one or two are chance. */
export const fewestLate = 3;
/** So many days, by what was promised first. */
export const shownDays = 28;

/** How a carrier did, or its service on a lane. */
export interface Score extends Way {
  /** What a button carries instead of its name. */
  readonly code: string;
  /** Parcels that were promised for one of these days. */
  readonly parcels: number;
  /** Delivered, and handed over on time by us: of these it is judged. */
  readonly judged: number;
  /** Of the judged: late by the carrier's own reason; and late without any reason. Two figures, never one. */
  readonly lateByCarrier: number;
  readonly lateUnattributed: number;
  /** Delivered, and handed over late by us: that says nothing of the carrier. */
  readonly leftLate: number;
  /** Delivered, of which nobody says by when they had to leave. */
  readonly unknown: number;
  /** With anything that went wrong. */
  readonly exceptions: number;
  /** Days from the carrier's first scan to delivery; null: none was delivered with both. */
  readonly transitP50: number | null;
  readonly transitP90: number | null;
}

export interface Comparison {
  /** Null: all carriers, one line each. */
  readonly of: { readonly code: string; readonly words: string } | null;
  /** Those that can be ranked first, the worst first; then the others by their number. */
  readonly scores: readonly Score[];
  /** Late and still on their way, whenever they were promised: as many as the list of late parcels has. */
  readonly lateNow: number;
  readonly heard: readonly Heard[];
}
