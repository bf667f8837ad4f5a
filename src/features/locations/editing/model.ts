import type { DayOff, Outlook, StoredEra } from '../calendars/model.ts';
import type { StoredLocation } from '../location/model.ts';

/** A location, or the business, with its hours. */
export interface Place extends Outlook {
  /** Null: the business itself. */
  readonly location: StoredLocation | null;
  readonly timeZone: string;
  /** Its own hours, as they count today; null: it has none. */
  readonly own: StoredEra | null;
  /** Days off by hand that are to come, and days on which people work all the same. */
  readonly byHand: readonly DayOff[];
}
