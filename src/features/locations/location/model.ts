export const locationKinds = ['warehouse', '3pl', 'store', 'marketplace'] as const;
export type LocationKind = (typeof locationKinds)[number];

/** Who owns the stock numbers of a location: we, or another system that states them. */
export const records = ['ours', 'outside'] as const;
export type StockRecord = (typeof records)[number];

/** A location of stock, as in a file or the database. */
export interface Location {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly timeZone: string;
  /** The lower, the earlier in lists. */
  readonly position: number;
  /** Minutes after which its numbers are shown as old. */
  readonly staleAfterMinutes: number;
  readonly record: string;
}

/** A location as it is stored. */
export interface StoredLocation extends Location {
  readonly id: string;
  /** A closed one is offered nowhere; what it holds is still shown. */
  readonly active: boolean;
}

/** Its place in lists while nobody has said another. */
export const lastPosition = 1_000;
export const defaultStaleMinutes = 1_440;

export function isLocationCode(code: string): boolean {
  return /^[\w-]{1,20}$/.test(code);
}

/** Why a text is no code; null: it is one. */
export function codeFault(code: string): string | null {
  return isLocationCode(code) ? null : 'is not 1 to 20 letters, digits, - or _';
}
