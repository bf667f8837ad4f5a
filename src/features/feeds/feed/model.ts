import type { Spread } from './spread.ts';

/** Where news of one kind comes from. */
export interface Feed {
  readonly id: string;
  readonly number: number;
  /** What it tells: levels, orders, products, locations. */
  readonly kind: string;
  /** The export or the channel it comes from. */
  readonly source: string;
  /** The id of the location it is about; empty: no single one. */
  readonly location: string;
  /** When anything came last: what silence watches. */
  readonly lastHeardAt: Date;
  /** Until when it is complete: what cards show. Null: it does not say. */
  readonly coversUntil: Date | null;
  /** Since when nothing came, once that was too long. */
  readonly silentSince: Date | null;
  /** Whether silence is told. */
  readonly watched: boolean;
  /** Quiet of so many minutes is never silence; null: `usualMinGap`. */
  readonly minGap: number | null;
  readonly lastFailedAt: Date | null;
  /** Why its last file was refused. */
  readonly lastFailure: string | null;
  /** When news was last written down. */
  readonly writtenAt: Date;
}

/** What makes a feed the same feed. */
export type FeedKey = Pick<Feed, 'kind' | 'source' | 'location'>;

export function keyOf({ kind, source, location }: FeedKey): string {
  return [kind, location, source].join('\n');
}

/** What came in an hour. */
export interface FeedHour {
  readonly hour: Date;
  readonly arrivals: number;
  readonly failures: number;
  /** Of the gaps that began in this hour. */
  readonly gaps: Spread;
  /** The longest of them, in seconds. */
  readonly longestGap: number;
  /** How much later than it happened each thing came. */
  readonly lags: Spread;
}

/** The hour in which a moment lies. */
export function hourOf(at: Date): Date {
  return new Date(Math.floor(at.getTime() / hourMs) * hourMs);
}

const hourMs = 3_600_000;

/** How far back the usual gap looks; older hours are forgotten. */
const historyDays = 28;

export function historyBegins(now: Date): Date {
  return new Date(now.getTime() - historyDays * 24 * hourMs);
}

/** Minutes of quiet that are never silence, where nobody has set others. */
export const usualMinGap = 30;

/** The source of a file that nobody has named. */
export const anyFile = 'file';

/** A silent feed is one matter. */
export function matterOf(id: string): string {
  return `feeds.silent ${id}`;
}
