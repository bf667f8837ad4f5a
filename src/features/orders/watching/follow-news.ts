import { z } from 'zod';
import { after } from '../../../core/declare/follow.ts';
import { works } from '../../../core/declare/work.ts';
import { defineWork } from '../../../core/tokens/work.ts';
import { hear } from '../../feeds/index.ts';
import { tellOrders } from '../keeping/tell-orders.ts';
import { orderWatch } from './order-watch.ts';
import { writtenSince } from './store.ts';

/** Something came in: the watched orders that it changed are drawn anew, whoever told of them. */
const followNews = defineWork({
  id: 'orders.follow-news',
  data: z.object({ since: z.iso.datetime() }),
  together: 1,
});

export const followHandler = works(followNews, {
  async act(ctx, { data }) {
    const watched = await orderWatch.watched(ctx);
    const changed = await writtenSince(ctx.tx, watched, new Date(data.since));
    return { changes: [], notifications: await orderWatch.follow(ctx, changed) };
  },
});

export const followHeard = after(hear, {
  name: 'orders.follow-watched',
  async follow(ctx) {
    const watched = await orderWatch.watched(ctx);
    const work = watched.length > 0 ? [followNews.on('orders', { since: ctx.now.toISOString() })] : [];
    return { changes: [], work };
  },
});

/** A word of one of us, or of a source that comes by itself, changes orders at once. */
export const followTold = after(tellOrders, {
  name: 'orders.follow-told',
  async follow(ctx, { changed }) {
    if (changed.length === 0) return { changes: [] };
    return { changes: [], notifications: await orderWatch.follow(ctx, changed) };
  },
});
