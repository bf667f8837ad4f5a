import { z } from 'zod';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import type { Due } from '../../../core/tokens/due.ts';
import type { QueuedWork } from '../../../core/tokens/work.ts';
import { locations } from '../../locations/index.ts';
import { type Feed, keyOf } from '../feed/model.ts';
import { addFeed, feedsByKey, holdFreeFeeds } from '../feed/store.ts';
import { keepFeeds } from '../permissions.ts';
import { writeEveryMs } from './arrival-rules.ts';
import { gatherNews } from './gathering.ts';
import { type Arrival, type News, newsShape } from './model.ts';
import { writeNews } from './write-news.ts';

/**
 * Says that something came in, in the transaction that takes it in: every import says so, and every webhook. One that
 * comes often locks no row of its feed: what was written within ten seconds is gathered as work, and nothing of it is
 * lost. A silent feed is written at once. One arrival for each of `news`.
 */
export const hear = mutation({
  name: 'feeds.hear',
  permission: keepFeeds,
  input: z.object({ news: z.array(newsShape) }),
  async run(ctx, { news }) {
    const arrivals = new Map<string, { feed: Feed; isFirst: boolean; all: Arrival[] }>();
    const { known, added } = await feedsFor(ctx, news);
    for (const one of news) {
      const feed = known.get(keyOf(one));
      if (!feed) throw new Error(`The feed ${keyOf(one)} was added and is not there.`);
      const entry = arrivals.get(feed.id) ?? { feed, isFirst: added.has(feed.id), all: [] };
      arrivals.set(feed.id, entry);
      entry.all.push({ at: ctx.now, coversUntil: one.coversUntil, lags: one.lags });
    }
    const ripe = [...arrivals.values()].filter(({ feed, isFirst }) => isFirst || isRipe(feed, ctx.now));
    // The row is read again under its lock: another may have written it since.
    const held = await holdFreeFeeds(
      ctx.tx,
      ripe.map(({ feed }) => feed.id),
    );
    const places = held.size > 0 ? await locations(ctx.tx) : [];
    const due: Due[] = [];
    const work: QueuedWork[] = [];
    for (const [id, { feed, isFirst, all }] of arrivals) {
      const now = held.get(id);
      if (now && (isFirst || isRipe(now, ctx.now)))
        due.push(await writeNews(ctx, now, all, { places, isFirst }));
      else {
        const next = new Date((now ?? feed).writtenAt.getTime() + writeEveryMs);
        work.push(...all.map((one) => gatherNews.on(id, one, next)));
      }
    }
    return { result: { kinds: [...new Set(news.map(({ kind }) => kind))] }, changes: [], due, work };
  },
});

function isRipe({ silentSince, writtenAt }: Feed, now: Date): boolean {
  return silentSince !== null || now.getTime() - writtenAt.getTime() >= writeEveryMs;
}

/** Those that are heard for the first time are added, in a fixed order. */
async function feedsFor(ctx: MutationContext, news: readonly News[]) {
  const known = await feedsByKey(ctx.tx, news);
  const missing = new Map(news.filter((one) => !known.has(keyOf(one))).map((one) => [keyOf(one), one]));
  const added = new Set<string>();
  for (const key of [...missing.keys()].sort()) {
    const one = missing.get(key) as News;
    const id = ctx.ids.uuid(ctx.now);
    if (await addFeed(ctx.tx, { ...one, id }, ctx.now)) added.add(id);
  }
  return { known: missing.size > 0 ? await feedsByKey(ctx.tx, news) : known, added };
}
