import type { Status, StockCard } from '../card/rules.ts';

/** A watched SKU as its card shows it. */
export interface WatchedCard {
  readonly card: StockCard;
  readonly watcher: string;
  readonly endedAt: Date | null;
}

/** What is watched, the newest first, and how much of it there is. */
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
  /** In all locations; null: it has no levels yet. */
  readonly available: number | null;
}

/** How urgent a status is; what rises is told. */
const urgency: Readonly<Record<Status, number>> = {
  ok: 0,
  overstock: 0,
  'no levels': 0,
  reorder: 1,
  low: 2,
  out: 3,
};

/**
 * Whether going from one status to another is worth a message: when it gets worse, and when what was out is there
 * again. Getting better otherwise re-arms in silence.
 */
export function isCrossing(before: string, after: string): boolean {
  const urgencyOf = (status: string) => urgency[status as Status] ?? 0;
  const was = urgencyOf(before);
  const is = urgencyOf(after);
  return is > was || (was === urgency.out && is < was);
}
