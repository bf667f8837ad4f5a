import type { Page } from '../../../core/tokens/page.ts';
import type { Carrier, Service } from '../carrier/model.ts';
import type { Collection, Coming } from '../collection/model.ts';

/** A location as lists name it. */
export interface PlaceName {
  readonly code: string;
  readonly name: string;
}

/** A collection and how it stands. */
export interface Standing {
  readonly collection: Collection;
  readonly location: PlaceName & { readonly timeZone: string; readonly active: boolean };
  readonly carrier: Pick<Carrier, 'code' | 'name'>;
  /** Null: every service of the carrier. */
  readonly service: Pick<Service, 'code' | 'name'> | null;
  /** When it comes next; null: not within the horizon. */
  readonly coming: Coming | null;
  /** Today at the location. */
  readonly today: string;
  /** When the location is open, by its clocks, such as 09:00 and 17:00. */
  readonly hours: { readonly opens: string; readonly closes: string };
  /** Its days of the week on which the location does not open: it does not come then. */
  readonly closedDays: readonly number[];
  /** Why it does not come today, although this is a day on which it does; null: it does, or it is none. */
  readonly awayToday: string | null;
  /** Tells this state from an earlier one. */
  readonly mark: string;
}

export interface Today {
  readonly coming: readonly Standing[];
  readonly away: readonly Standing[];
}

export const pageSize = 8;

/** Codes; null: all. */
export interface CollectionFilter {
  readonly at: string | null;
  readonly of: string | null;
}

export interface CollectionPage extends Page<Standing, CollectionFilter> {
  /** Of the filter: which comes next; null: none. */
  readonly first: Standing | null;
  readonly carriers: readonly Carrier[];
  /** Where there are collections, in the shop's order. */
  readonly places: readonly PlaceName[];
}

/** What a new collection can name. */
export interface Choices {
  readonly places: readonly PlaceName[];
  readonly carriers: readonly Carrier[];
}

/** A collection as the card of its location names it. */
export interface Collected extends Pick<Collection, 'weekdays' | 'cutOff' | 'validFrom' | 'validTo'> {
  /** Names. */
  readonly carrier: string;
  readonly service: string | null;
}
