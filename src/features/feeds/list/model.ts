import type { Page } from '../../../core/tokens/page.ts';
import type { Feed } from '../feed/model.ts';
import type { FeedState } from '../feed/state-rules.ts';

/** A feed with its state. */
export interface StandingFeed {
  readonly feed: Feed;
  /** The name of the location that it is about; null: of none. */
  readonly location: string | null;
  readonly state: FeedState;
}

/** A feed as the list shows it. */
export interface ListedFeed extends StandingFeed {
  /** How often it usually comes at this hour, in seconds; null: it has no rhythm. */
  readonly usual: number | null;
  /** How long it may be quiet before it counts as silent, in seconds. */
  readonly mostQuiet: number | null;
  /** How late its things came in the last week, in seconds; null: its things have no moment. */
  readonly lag: { readonly half: number; readonly most: number } | null;
  readonly failures: { readonly day: number; readonly week: number };
}

export const shownChoices = ['all', 'late'] as const;

export interface FeedFilter {
  /** `late`: those that somebody has to look after. */
  readonly show: (typeof shownChoices)[number];
}

export interface FeedPage extends Page<ListedFeed, FeedFilter> {
  /** Of all feeds, on whatever page. */
  readonly silent: number;
  readonly late: number;
}

export const pageSize = 8;

/** All feeds by how they stand, for a line about them. */
export interface Standings {
  readonly late: readonly StandingFeed[];
  readonly total: number;
}
