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

/** Whether a place is open. */
export interface OpenState {
  /** Open now, until then; null: closed now. */
  readonly openUntil: Date | null;
  /** When it opens next; null: it is open, or does not open within a year. */
  readonly opensAt: Date | null;
}
