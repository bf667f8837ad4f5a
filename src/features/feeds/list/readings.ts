import type { Scope } from '../../../core/runtime/database.ts';
import { locations } from '../../locations/index.ts';
import { listFeeds } from '../feed/store.ts';

/** A number for those who watch the bot from outside. */
export interface FeedReading {
  readonly name: string;
  readonly help: string;
  readonly kind: string;
  readonly value: number;
}

const quiet = {
  name: 'quartermaster_feed_quiet_seconds',
  help: 'How long nothing has come of a kind, from the watched feed that has been quiet longest.',
};
const silent = {
  name: 'quartermaster_feeds_silent',
  help: 'Watched feeds that have been quiet too long, by kind.',
};

/** How long each kind of feed has been quiet, and how many are silent. */
export async function feedReadings(scope: Scope, now: Date): Promise<readonly FeedReading[]> {
  const closed = (await locations(scope)).flatMap(({ id, active }) => (active ? [] : [id]));
  const feeds = (await listFeeds(scope)).filter(
    ({ watched, location }) => watched && !closed.includes(location),
  );
  return [...new Set(feeds.map(({ kind }) => kind))].flatMap((kind) => {
    const own = feeds.filter((feed) => feed.kind === kind);
    const oldest = Math.min(...own.map(({ lastHeardAt }) => lastHeardAt.getTime()));
    return [
      { ...quiet, kind, value: Math.max(0, (now.getTime() - oldest) / 1_000) },
      { ...silent, kind, value: own.filter(({ silentSince }) => silentSince !== null).length },
    ];
  });
}
