import type { KeptWorth } from '../parcels/model.ts';

/** A carrier's parcels from one place to another: what goes wrong there goes wrong for many at once. */
export interface LaneKey {
  /** The id of a carrier of ours, else as it was said, in capitals; empty: nobody said. */
  readonly carrier: string;
  /** Such as "HAM → DE 10". */
  readonly lane: string;
}

/** A lane on which parcels came into trouble since a moment. */
export interface RisingLane extends LaneKey {
  readonly carrierSaid: string | null;
  /** Of its parcels in trouble those that came into it from then on are told of. */
  readonly since: Date;
  readonly troubled: number;
  /** On their way now. */
  readonly open: number;
  /** Of the days before: that share of its parcels came into trouble; 0: it is not known. */
  readonly usual: number;
}

export interface Burst extends LaneKey {
  readonly id: string;
  readonly carrierName: string;
  /** Parcels that came into trouble from then on are in it. */
  readonly since: Date;
  readonly beganAt: Date;
  readonly endedAt: Date | null;
  /** As its card shows them. */
  readonly parcels: number;
  readonly open: number;
}

/** What parcels come to, as they stand now. */
export interface Sums {
  readonly parcels: number;
  /** Still on their way. */
  readonly open: number;
  readonly delivered: number;
  /** Of those still on their way, by currency, the most parcels first. */
  readonly values: readonly { readonly currency: string; readonly minor: bigint }[];
}

/** A parcel of a list, the most valuable first. */
export interface Member extends KeptWorth {
  readonly id: string;
  readonly tracking: string;
  readonly orderNumber: string | null;
  readonly status: string;
  /** How many; the number is of the latest. */
  readonly orders: number;
}

/** A burst or a disruption with what its parcels come to. */
export interface InTrouble<Of> {
  readonly of: Of;
  readonly sums: Sums;
}
