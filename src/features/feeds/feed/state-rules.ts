import type { Feed } from './model.ts';

/** The location of a feed, as far as its freshness goes. */
export interface FeedLocation {
  readonly name: string;
  /** Minutes after which its numbers are old. */
  readonly staleAfterMinutes: number;
  readonly active: boolean;
}

/**
 * `silent`: nothing came for too long. `old`: what came reaches less far than the location allows. `failing`: the last
 * file was refused. `resting`: nobody waits for it. The worst first.
 */
export const feedStates = ['silent', 'failing', 'old', 'on time', 'resting'] as const;
export type FeedState = (typeof feedStates)[number];

export function stateOf(feed: Feed, location: FeedLocation | null, now: Date): FeedState {
  const { silentSince, watched, lastFailedAt, lastHeardAt, coversUntil } = feed;
  if (silentSince) return 'silent';
  if (location?.active === false || !watched) return 'resting';
  if (lastFailedAt && lastFailedAt > lastHeardAt) return 'failing';
  const limit = location && location.staleAfterMinutes * 60_000;
  const isOld = limit !== null && coversUntil !== null && now.getTime() - coversUntil.getTime() > limit;
  return isOld ? 'old' : 'on time';
}

/** Whether somebody has to look after it. */
export function isLate(state: FeedState): boolean {
  return state === 'silent' || state === 'failing' || state === 'old';
}
