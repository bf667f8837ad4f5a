import { z } from 'zod';
import { after } from '../../../core/declare/follow.ts';
import { works } from '../../../core/declare/work.ts';
import { defineWork } from '../../../core/tokens/work.ts';
import { beginSilence, endSilence } from '../../feeds/index.ts';
import { skuWatch } from './sku-watch.ts';
import { skusIn } from './store.ts';

/**
 * A location's levels fell silent or are heard again: watches of what lies there say so, and run once on what is so now.
 * No location: the orders did, on which the cover of every SKU depends.
 */
const followNews = defineWork({
  id: 'stock.follow-levels',
  data: z.object({ location: z.uuid().nullable() }),
  together: 1,
});

export const followHandler = works(followNews, {
  async act(ctx, { data }) {
    const watched = await skuWatch.watched(ctx);
    const skus = data.location === null ? watched : await skusIn(ctx.tx, data.location, watched);
    return { changes: [], notifications: await skuWatch.follow(ctx, skus) };
  },
});

function followed(feed: { readonly kind: string; readonly location: string } | undefined) {
  const isLevels = feed?.kind === 'levels' && feed.location !== '';
  if (feed?.kind === 'orders') return { changes: [], work: [followNews.on('orders', { location: null })] };
  return {
    changes: [],
    work: isLevels ? [followNews.on(feed.location, { location: feed.location })] : [],
  };
}

export const followSilence = after(beginSilence, {
  name: 'stock.pause-watches',
  follow: async (_, fallen) => followed(fallen?.feed),
});

export const followRecovery = after(endSilence, {
  name: 'stock.resume-watches',
  follow: async (_, feed) => followed(feed ?? undefined),
});
