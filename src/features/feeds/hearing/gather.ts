import { type InHand, worksTogether } from '../../../core/declare/work.ts';
import type { Due } from '../../../core/tokens/due.ts';
import { locations } from '../../locations/index.ts';
import { holdFeed } from '../feed/store.ts';
import { gatherNews } from './gathering.ts';
import type { Arrival } from './model.ts';
import { writeNews } from './write-news.ts';

/** Writes what was gathered, a feed's at once. */
export const gatherHandler = worksTogether(gatherNews, async (ctx, pieces) => {
  const byFeed = new Map<string, InHand<Arrival>[]>();
  for (const piece of pieces) byFeed.set(piece.subject, [...(byFeed.get(piece.subject) ?? []), piece]);
  const places = await locations(ctx.tx);
  const due: Due[] = [];
  for (const id of [...byFeed.keys()].sort()) {
    const feed = await holdFeed(ctx.tx, id);
    const arrivals = (byFeed.get(id) ?? []).map(({ data }) => data);
    if (feed) due.push(await writeNews(ctx, feed, arrivals, { places, isFirst: false }));
  }
  return { changes: [], due };
});
