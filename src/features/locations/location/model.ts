import { codeKey } from '../../../core/text/code-key.ts';

export const locationKinds = ['warehouse', '3pl', 'store', 'marketplace'] as const;
export type LocationKind = (typeof locationKinds)[number];

/** Who keeps a location's stock numbers: we do, here, or a system outside, whose files state them. */
export const records = ['ours', 'outside'] as const;
export type StockRecord = (typeof records)[number];

/** A 3PL and a marketplace count in systems of their own. */
export function usualRecord(kind: string): StockRecord {
  return kind === '3pl' || kind === 'marketplace' ? 'outside' : 'ours';
}

/** A location of stock, as in a file or the database. */
export interface Location {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly timeZone: string;
  /** Of `records`. */
  readonly record: string;
  /** The lower, the earlier in lists. */
  readonly position: number;
  /** Minutes after which its numbers are shown as old. */
  readonly staleAfterMinutes: number;
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

/** Longer ones are refused. */
export const mostName = 100;

/** Words that `/ops location` reads in another way. */
const reserved = ['add', 'business'];

export function isLocationCode(code: string): boolean {
  return codeFault(code) === null;
}

/** Why a text is no code; null: it is one. */
export function codeFault(code: string): string | null {
  if (!/^[\w-]{1,20}$/.test(code) || codeKey(code) === '') return 'is not 1 to 20 letters, digits, - or _';
  return reserved.includes(code.toLowerCase()) ? 'is a word of the command /ops location' : null;
}
