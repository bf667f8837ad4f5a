import type { Page } from '../../../core/tokens/page.ts';
import type { ListedDelivery, RefusalCount, SourceCounts, Waiting } from '../deliveries/model.ts';
import type { Source } from '../source/model.ts';

/** A source without what only its maker sees. */
export type KnownSource = Omit<Source, 'path' | 'secretId' | 'previousSecretId'>;

/** A source and how it stands. */
export interface StandingSource {
  readonly source: KnownSource;
  readonly counts: Omit<SourceCounts, 'sourceId'>;
  /** Refusals of the last 24 hours, by reason, the most first. */
  readonly refused: readonly Pick<RefusalCount, 'reason' | 'count'>[];
}

/** Its card. */
export interface SourceCard extends StandingSource {
  /** What most of its deliveries lack, or failed for. */
  readonly waiting: readonly Waiting[];
  readonly places: readonly NamedPlace[];
  /** What most of what waits calls a location that is not mapped; null: nothing waits for one. */
  readonly lacking: string | null;
}

/** What a source calls a location of ours. */
export interface NamedPlace {
  readonly externalId: string;
  /** Its name; null: it is gone. */
  readonly location: string | null;
}

export interface SourceList {
  readonly sources: readonly StandingSource[];
  /** Refusals of the last 24 hours at addresses that nobody has. */
  readonly strangers: number;
  /** False: nothing listens for webhooks here. */
  readonly isHeard: boolean;
}

export const deliveriesShown = ['waiting', 'all'] as const;

export interface DeliveryFilter {
  /** Null: of all sources. */
  readonly source: string | null;
  /** `waiting`: not handled, parked or failed. */
  readonly show: (typeof deliveriesShown)[number];
}

export interface DeliveryLine extends ListedDelivery {
  /** The name of its source. */
  readonly from: string;
}

export interface DeliveryPage extends Page<DeliveryLine, DeliveryFilter> {
  readonly sources: readonly Pick<Source, 'id' | 'name' | 'state'>[];
  /** There are more than `total`, which counts no further. */
  readonly isMore: boolean;
}

export interface RefusalFilter {
  readonly since: 'day' | 'month';
}

export interface RefusalLine extends RefusalCount {
  /** The name of its source; null: nobody's address. */
  readonly from: string | null;
}

export interface RefusalPage extends Page<RefusalLine, RefusalFilter> {
  /** Refusals of the filter. */
  readonly refusals: number;
}

export const pageSize = 8;
export const mostCounted = 10_000;
