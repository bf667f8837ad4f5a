import { z } from 'zod';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation, query } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { wheres } from '../../watches/index.ts';
import { businessDay } from '../card/demand-rules.ts';
import { cardByCode } from '../card/find-by-code.ts';
import type { StockCard } from '../card/rules.ts';
import { findCard } from '../card/store.ts';
import { lookUpStock, watchStock } from '../permissions.ts';
import type { WatchedCard, WatchedList } from './rules.ts';
import { skuWatch } from './sku-watch.ts';
import { holdLevels, skuLines } from './store.ts';

const maxListed = 20;
const howToFind = 'Look it up with `/stock`, and press Watch on its card.';
const where = z.enum(wheres);

/** Keeps a card of the SKU up to date, in the person's direct messages or in the channel where they ask. */
export const watchSku = mutation({
  name: 'stock.watch',
  permission: watchStock,
  input: z.union([z.object({ code: z.string().min(1), where }), z.object({ sku: z.uuid(), where })]),
  async run(ctx, input) {
    const { id } = 'sku' in input ? { id: input.sku } : await cardByCode(ctx, input.code, howToFind);
    await holdLevels(ctx.tx, id);
    const card = await cardOf(ctx, id);
    const { place, begun, ...effects } = await skuWatch.begin(ctx, id, card, input.where);
    return { result: { card, place, begun }, ...effects };
  },
});

/** Stops a watch: the card stays as it is and is no longer updated. */
export const stopWatching = mutation({
  name: 'stock.stop-watching',
  permission: watchStock,
  input: z.object({ sku: z.uuid(), place: z.string().max(20) }),
  async run(ctx, { sku, place }) {
    const { ended, ...effects } = await skuWatch.stop(ctx, sku, place);
    return { result: ended, ...effects };
  },
});

/** The person's watches: in their direct messages and in the channel where they ask. */
export const listWatches = query({
  name: 'stock.watches',
  permission: watchStock,
  input: z.object({}),
  async run(ctx): Promise<WatchedList> {
    const { watches, total } = await skuWatch.list(ctx, maxListed);
    const skus = await skuLines(
      ctx.scope,
      watches.map(({ subjectId }) => subjectId),
    );
    const lines = watches.flatMap(({ subjectId, place }) => {
      const sku = skus.get(subjectId);
      return sku ? [{ ...sku, place }] : [];
    });
    return { lines, total };
  },
});

/** A watch with its SKU's current card; null when the SKU or the watch no longer exists. */
export const getWatched = query({
  name: 'stock.watched-card',
  permission: lookUpStock,
  input: z.object({ sku: z.string(), place: z.string() }),
  async run(ctx, { sku, place }): Promise<WatchedCard | null> {
    const found = await skuWatch.find(ctx, sku, place);
    return found && { card: found.thing, watcher: found.watch.watcher, endedAt: found.watch.endedAt };
  },
});

async function cardOf(ctx: MutationContext, sku: string): Promise<StockCard> {
  const card = await findCard(ctx.tx, sku, businessDay(ctx));
  if (!card) throw new Refusal('not-found', 'That SKU is no longer in the catalogue.');
  return card;
}
