import type { Feed } from '../feed/model.ts';

/** A feed that somebody changes. */
export interface ChosenFeed {
  readonly feed: Feed;
  /** The name of the location that it is about; null: of none. */
  readonly location: string | null;
}
