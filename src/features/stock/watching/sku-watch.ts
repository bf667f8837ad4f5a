import { defineWatch } from '../../watches/index.ts';
import { businessDay } from '../card/demand-rules.ts';
import { type StockCard, silentLocations, statusOf, totalsOf } from '../card/rules.ts';
import { findCard } from '../card/store.ts';
import { crossing, watchCard } from './notifications.ts';
import { isCrossing } from './rules.ts';

/** Watches of SKUs: a watch follows the stock of one. */
export const skuWatch = defineWatch<StockCard, Parameters<typeof crossing.about>[2]>({
  kind: 'stock.sku',
  card: watchCard,
  crossing,
  read: async (ctx, sku) => await findCard(ctx.scope, sku, businessDay(ctx)),
  stateOf: statusOf,
  isCrossing,
  isPaused: (card) => silentLocations(card).length > 0,
  factsOf: (sku, card, before, after) => ({ sku, before, after, available: totalsOf(card).available }),
});
