import type { Status, StockCard } from '../card/rules.ts';

/** Who watches a SKU at a place. */
export interface WatchRow {
  readonly skuId: string;
  readonly place: string;
  readonly toldStatus: string;
  readonly watcher: string;
  readonly endedAt: Date | null;
}

/** A watched SKU as its card shows it. */
export interface WatchedCard {
  readonly card: StockCard;
  readonly watcher: string;
  readonly endedAt: Date | null;
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
export function isCrossing(before: string, after: Status): boolean {
  const was = urgency[before as Status] ?? 0;
  return urgency[after] > was || (was === urgency.out && urgency[after] < was);
}
