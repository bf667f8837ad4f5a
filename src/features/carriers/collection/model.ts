import { daysWords } from '../../../core/time/weekdays.ts';

/** Other times on one day; without a cut-off it does not come. */
export interface CollectionException {
  /** Such as 2026-11-30. */
  readonly on: string;
  readonly cutOff: string | null;
  readonly pickUp: string | null;
  readonly why: string;
}

/** When a carrier collects. Times are wall clock at the location, such as 16:00. */
export interface Timetable {
  /** 1 is Monday, 7 is Sunday. */
  readonly weekdays: readonly number[];
  /** Until when a parcel must be ready: that minute still counts. */
  readonly cutOff: string;
  /** When the truck comes; null: at the cut-off. */
  readonly pickUp: string | null;
  /** Minutes that the truck may be late before it has missed. */
  readonly lateMarginMin: number;
  /** Its first day; null: from the beginning. */
  readonly validFrom: string | null;
  /** Its last day; null: until further notice. */
  readonly validTo: string | null;
  /** The earliest first. */
  readonly exceptions: readonly CollectionException[];
}

/** A collection of a carrier at a location, as it is stored. */
export interface Collection extends Timetable {
  readonly id: string;
  readonly locationId: string;
  readonly carrierId: string;
  /** Null: every service of the carrier. */
  readonly serviceId: string | null;
}

/** A collection on its day. */
export interface Coming<C extends Timetable = Collection> {
  readonly collection: C;
  /** Such as 2026-11-27, at the location. */
  readonly day: string;
  readonly cutOffAt: Date;
  readonly pickUpAt: Date;
  /** Later than this, it has missed. */
  readonly lateUntil: Date;
  /** What moved it on this day; null: nothing. */
  readonly exception: CollectionException | null;
}

/** Whose collections are meant; null: anybody's. */
export interface Wanted {
  readonly carrierId: string | null;
  readonly serviceId: string | null;
}

/** "Mon–Fri 16:00". */
export function weekWords({ weekdays, cutOff }: Pick<Timetable, 'weekdays' | 'cutOff'>): string {
  return `${daysWords(weekdays)} ${cutOff}`;
}

/** A truck that is later than half a day is tomorrow's. */
export const mostLateMinutes = 720;

/** What a collection names, by codes as keys. */
export interface Named {
  readonly location: string;
  readonly carrier: string;
  /** Null: every service of the carrier. */
  readonly service: string | null;
}

/** What a collection is known by in files and in the audit log. */
export function collectionKey({ location, carrier, service, cutOff }: Named & { readonly cutOff: string }) {
  return [location, carrier, service ?? '', cutOff].join('\n');
}

/** For the audit log. */
export function tellCollection(one: Named & Omit<Timetable, 'exceptions'>) {
  const { location, carrier, service, cutOff, pickUp, lateMarginMin, validFrom, validTo } = one;
  const weekdays = daysWords(one.weekdays);
  return { location, carrier, service, weekdays, cutOff, pickUp, lateMarginMin, validFrom, validTo };
}
