import type { Scope } from '../../../core/runtime/database.ts';
import { everyFeed } from '../../../core/tokens/fact.ts';
import type { Feed } from './model.ts';
import { listFeeds } from './store.ts';

/** How fresh each source of one kind is, or of `everyFeed`; those that were never heard are absent. */
export async function freshnessOf(
  scope: Scope,
  kind: string,
): Promise<readonly Pick<Feed, 'kind' | 'source' | 'location' | 'coversUntil' | 'silentSince'>[]> {
  return (await listFeeds(scope)).filter((feed) => kind === everyFeed || feed.kind === kind);
}
