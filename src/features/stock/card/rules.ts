import type { ShownChange } from '../outside/model.ts';
import type { Elsewhere, NextReceipt } from '../receipts/model.ts';
import { earliest } from '../receipts/rules.ts';
import { type Demand, daysThatLast } from './demand-rules.ts';

/** What lasts for fewer days is low. */
export const lowCoverDays = 7;
const overstockCoverDays = 180;

export interface LocationLevel {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly timeZone: string;
  readonly available: number;
  readonly committed: number;
  /** Reserved, damaged, safety stock and quality control together. */
  readonly unavailable: number;
  readonly incoming: number;
  /** The day of the next receipt, midnight UTC. */
  readonly expectedOn: Date | null;
  readonly dataFault: boolean;
  readonly countedAt: Date | null;
  /** What its levels come from. */
  readonly source: string;
  /** Until when its levels are complete. Null: nothing told any. */
  readonly asOf: Date | null;
  /** Since when its source is silent. */
  readonly silentSince: Date | null;
  /** Whether anything was booked here since then. */
  readonly booked: boolean;
  readonly staleAfterMinutes: number;
}

export interface StockCard extends Demand {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly barcode: string | null;
  readonly category: string | null;
  readonly supplier: string | null;
  readonly reorderPoint: number | null;
  readonly listed: boolean;
  readonly locations: readonly LocationLevel[];
  /** What arrives where none of its levels stands. */
  readonly elsewhere: readonly Elsewhere[];
  /** What is on its way, by name, and due first; null: nothing is known by name. */
  readonly nextReceipt: NextReceipt | null;
  /** When the next pieces come, from today on, midnight UTC; null: nobody knows. */
  readonly comingOn: Date | null;
  /** When the shop's first order was placed. */
  readonly ordersSince: Date | null;
  /** Until when the orders of any channel are complete: demand is known up to then. */
  readonly ordersAsOf: Date | null;
  /** The sources of orders that are silent, the longest silent first: what was ordered there since, nobody knows. */
  readonly silentOrders: readonly { readonly source: string; readonly since: Date }[];
  /** Changes that somebody still has to enter outside, as asked. */
  readonly outside: readonly ShownChange[];
  readonly lastMovement: {
    readonly cause: string;
    readonly at: Date;
    /** What of the stock moved; available, if anything of it did. */
    readonly bucket: string;
    readonly quantity: number;
    readonly location: string;
  } | null;
  /** Marks of the features with something to say about it; absent: they were not asked with the card. */
  readonly touchedBy?: string | undefined;
}

/** A SKU that the search may mean. */
export interface Hit {
  readonly id: string;
  readonly code: string;
  readonly title: string;
}

/** The most hits a list offers. */
export const maxChoices = 10;
/** Nobody reads more pages than to here: a word more finds it. */
export const lastFrom = 4 * maxChoices;

/** The outcome of a look-up. */
export type LookUp =
  | { readonly found: 'one'; readonly card: StockCard }
  | { readonly found: 'several'; readonly cards: readonly StockCard[]; readonly missing: readonly string[] }
  | {
      readonly found: 'choices';
      readonly asked: string;
      readonly hits: readonly Hit[];
      /** How many better ones are on the pages before. */
      readonly from: number;
      readonly more: boolean;
    }
  | { readonly found: 'nothing'; readonly asked: string; readonly nearest: readonly Hit[] };

export interface Totals {
  readonly available: number;
  readonly committed: number;
  readonly unavailable: number;
  readonly incoming: number;
  /** The earliest receipt expected at any location. */
  readonly expectedOn: Date | null;
}

export type Status = 'out' | 'low' | 'reorder' | 'ok' | 'overstock' | 'no levels';

export function totalsOf(card: StockCard): Totals {
  const sum = (of: (level: LocationLevel) => number) =>
    card.locations.reduce((total, level) => total + of(level), 0);
  const elsewhere = card.elsewhere.reduce((total, { incoming }) => total + incoming, 0);
  const days = card.locations.map(({ expectedOn, incoming }) => (incoming > 0 ? expectedOn : null));
  return {
    available: sum((level) => level.available),
    committed: sum((level) => level.committed),
    unavailable: sum((level) => level.unavailable),
    incoming: sum((level) => level.incoming) + elsewhere,
    expectedOn: earliest(...days, ...card.elsewhere.map(({ expectedOn }) => expectedOn)),
  };
}

/** How many days the available stock lasts at the recent pace; null: nobody can say. */
export function daysOfCover(card: StockCard): number | null {
  return daysThatLast(totalsOf(card).available, card);
}

/**
 * "Out" and "low" compare what can be sold now; "reorder" compares the inventory position (available plus incoming)
 * with the reorder point.
 */
export function statusOf(card: StockCard): Status {
  if (card.locations.length === 0) return 'no levels';
  const { available, incoming } = totalsOf(card);
  if (available <= 0) return 'out';
  const cover = daysOfCover(card);
  if (cover !== null && cover < lowCoverDays) return 'low';
  if (card.reorderPoint !== null && available + incoming <= card.reorderPoint) return 'reorder';
  if (cover !== null && cover > overstockCoverDays) return 'overstock';
  return 'ok';
}

/** Sources that cannot fall silent: nothing was ever imported there, or the location is no longer in use. */
const quietSources: readonly string[] = ['none', 'closed'];

/** True when what the source told is out of date. */
export function isStale(
  { source, asOf, staleAfterMinutes }: Pick<LocationLevel, 'source' | 'asOf' | 'staleAfterMinutes'>,
  now: Date,
): boolean {
  if (quietSources.includes(source)) return false;
  return asOf === null || now.getTime() - asOf.getTime() > staleAfterMinutes * 60_000;
}

/** The locations whose source is silent: what the stock is there now, nobody knows. The longest silent first. */
export function silentLocations({ locations }: Pick<StockCard, 'locations'>): readonly LocationLevel[] {
  const since = ({ silentSince }: LocationLevel) => silentSince?.getTime() ?? 0;
  return locations
    .filter(({ source, silentSince }) => silentSince !== null && !quietSources.includes(source))
    .toSorted((a, b) => since(a) - since(b));
}

/** True for a word that looks like a code or barcode rather than a word of a title. */
export function looksLikeCode(word: string): boolean {
  return word.length > 3 && /\d/.test(word);
}

/** False for "&" and "-" between words of a title: there is nothing to compare. */
export function hasContent(word: string): boolean {
  return /[\p{L}\p{N}]/u.test(word);
}

/** The clock and zone the card is read in, and what its reader may do. */
export interface Reading {
  readonly now: Date;
  readonly timeZone: string;
  /** A private card offers nothing that its reader may not use. */
  readonly mayAdjust?: boolean;
}
