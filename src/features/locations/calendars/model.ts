import type { Era } from '../../../core/time/calendar.ts';

/** The place of the business's own hours. */
export const business = 'business';

export interface StoredEra extends Era {
  /** Whose public holidays are days off, such as "DE-HH"; null: nobody's. */
  readonly region: string | null;
}

/** A day off by hand, or a public holiday on which people work all the same. */
export interface DayOff {
  /** Such as 2026-12-24. */
  readonly on: string;
  readonly name: string;
  readonly works: boolean;
}

/** The hours and days off of a place, as they are stored. Empty: it goes by the business's. */
export interface StoredCalendar {
  readonly eras: readonly StoredEra[];
  readonly daysOff: readonly DayOff[];
}

/** Whose calendar: `business`, or the id of a location; and the zone that counts until it has hours of its own. */
export interface CalendarPlace {
  readonly place: string;
  readonly timeZone: string;
}

/** What a calendar says from now on. */
export interface Outlook {
  /** The hours that count today. */
  readonly era: Era;
  /** Hours that begin later, the next first. */
  readonly later: readonly Era[];
  /** Open now, until then; null: closed now. */
  readonly openUntil: Date | null;
  /** When it opens next; null: not within a year. */
  readonly opensAt: Date | null;
  /** The next days off that would be working days. */
  readonly daysOff: readonly { readonly day: string; readonly name: string }[];
}
