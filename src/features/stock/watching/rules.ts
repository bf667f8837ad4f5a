import type { Status, StockCard } from '../card/rules.ts';

/** A watched SKU as its card shows it. */
export interface WatchedCard {
  readonly card: StockCard;
  readonly watcher: string;
  readonly endedAt: Date | null;
}

/** Watches, the newest first, with the stock of each SKU. */
export interface WatchedList {
  readonly lines: readonly WatchedLine[];
  readonly total: number;
}

/** A line of the list of watches. */
export interface WatchedLine {
  readonly skuId: string;
  readonly code: string;
  readonly title: string;
  readonly place: string;
  /** In all locations; null: no levels yet. */
  readonly available: number | null;
}

/** How urgent a status is; a rise is announced. */
const urgency: Readonly<Record<Status, number>> = {
  ok: 0,
  overstock: 0,
  'no levels': 0,
  reorder: 1,
  low: 2,
  out: 3,
};

/**
 * Whether a change of status is announced: when it gets worse, and when a SKU that was out is back. Any other
 * improvement stays silent.
 */
export function isCrossing(before: string, after: string): boolean {
  const urgencyOf = (status: string) => urgency[status as Status] ?? 0;
  const was = urgencyOf(before);
  const is = urgencyOf(after);
  return is > was || (was === urgency.out && is < was);
}
