import type { DayOff, OpenState, StoredEra } from '../calendars/model.ts';
import type { StoredLocation } from '../location/model.ts';

/** A location, or the business, as a list shows it. */
export interface PlaceLine extends OpenState {
  /** Null: the business itself. */
  readonly location: StoredLocation | null;
  readonly timeZone: string;
  /** The hours that count today. */
  readonly era: StoredEra;
}

/** A location, or the business, with all that it goes by. */
export interface Place extends PlaceLine {
  /** Hours that begin later, the next first. */
  readonly later: readonly (StoredEra & {
    /** Its own, and so to be taken back here. */
    readonly own: boolean;
  })[];
  /** Whether it has hours of its own today. */
  readonly isOwn: boolean;
  /** The next days off that would be working days. */
  readonly daysOff: readonly { readonly day: string; readonly name: string }[];
  /** Days off by hand that are to come, and days on which people work all the same. */
  readonly byHand: readonly DayOff[];
  /** Tells this state from an earlier one. */
  readonly mark: string;
}

export interface Places {
  readonly business: PlaceLine;
  /** The first of them, in the shop's order. */
  readonly shown: readonly PlaceLine[];
  /** Closed ones included. */
  readonly total: number;
  /** Open now. */
  readonly open: number;
}

export interface Closures {
  /** Locations in use. */
  readonly of: number;
  /** Each day off once, with the names of those that it closes; the next first. */
  readonly days: readonly {
    readonly day: string;
    readonly name: string;
    readonly places: readonly string[];
  }[];
}
