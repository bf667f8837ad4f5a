import { z } from 'zod';
import type { Context, MutationContext } from '../../../core/runtime/context.ts';
import { mutation, query } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { isChannel, isPerson } from '../../../core/tokens/place.ts';
import { cardByCode } from '../card/find-by-code.ts';
import { demandSince, type StockCard, statusOf } from '../card/rules.ts';
import { findCard } from '../card/store.ts';
import { lookUpStock, watchStock } from '../permissions.ts';
import { watchCard } from './notifications.ts';
import type { WatchedCard } from './rules.ts';
import { beginWatch, endWatch, findWatch, holdLevels, listWatched } from './store.ts';

const maxListed = 20;
const howToFind = 'Look it up with `/stock`, and press Watch on its card.';

const place = z.enum(['here', 'directly']);

/** Keeps a card of the SKU up to date, in the person's direct messages or in the channel where they ask. */
export const watchSku = mutation({
  name: 'stock.watch',
  permission: watchStock,
  input: z.union([
    z.object({ code: z.string().min(1), where: place }),
    z.object({ sku: z.uuid(), where: place }),
  ]),
  async run(ctx, input) {
    const { id } = 'sku' in input ? { id: input.sku } : await cardByCode(ctx, input.code, howToFind);
    await holdLevels(ctx.tx, id);
    const card = await cardOf(ctx, id);
    const person = personOf(ctx);
    const there = input.where === 'here' ? channelOf(ctx) : person.slackUserId;
    const begun = await beginWatch(ctx.tx, {
      skuId: card.id,
      place: there,
      personId: person.id,
      status: statusOf(card),
      now: ctx.now,
    });
    return {
      result: { card, place: there, begun },
      changes: begun ? [change(card.id, there, null, { watched: true })] : [],
      // Asked for twice, its card comes again where somebody deleted it.
      notifications: [
        watchCard.about(card.id, there, {}, { again: true, ...(begun && { owner: person.slackUserId }) }),
      ],
    };
  },
});

/** Leaves the card as it is and changes it no more. */
export const stopWatching = mutation({
  name: 'stock.stop-watching',
  permission: watchStock,
  input: z.object({ sku: z.uuid(), place: z.string().max(20) }),
  async run(ctx, { sku, place: there }) {
    // What somebody watches in their own direct messages is theirs.
    const own = ctx.actor.kind === 'person' && ctx.actor.slackUserId === there;
    if (isPerson(there) && !own) throw new Refusal('not-allowed', 'That watch belongs to somebody else.');
    const ended = await endWatch(ctx.tx, sku, there, ctx.now);
    return {
      result: ended,
      changes: ended ? [change(sku, there, { watched: true }, { watched: false })] : [],
      notifications: ended ? [watchCard.about(sku, there, {})] : [],
    };
  },
});

/** What the one who asks watches, directly and where they ask. */
export const listWatches = query({
  name: 'stock.watches',
  permission: watchStock,
  input: z.object({}),
  async run(ctx) {
    const places = [...(ctx.channel ? [ctx.channel] : []), personOf(ctx).slackUserId];
    return await listWatched(ctx.scope, places, maxListed);
  },
});

/** The card of a watch as it is now; null when the SKU or the watch is gone. */
export const getWatched = query({
  name: 'stock.watched-card',
  permission: lookUpStock,
  input: z.object({ sku: z.string(), place: z.string() }),
  async run(ctx, { sku, place: there }): Promise<WatchedCard | null> {
    const watch = await findWatch(ctx.scope, sku, there);
    const card = watch && (await findCard(ctx.scope, sku, demandSince(ctx.now)));
    return watch && card ? { card, watcher: watch.watcher, endedAt: watch.endedAt } : null;
  },
});

async function cardOf(ctx: MutationContext, sku: string): Promise<StockCard> {
  const card = await findCard(ctx.tx, sku, demandSince(ctx.now));
  if (!card) throw new Refusal('not-found', 'That SKU is no longer in the catalogue.');
  return card;
}

function personOf({ actor }: Context) {
  if (actor.kind === 'person') return actor;
  throw new Refusal('invalid', 'A watch is told to somebody in Slack: ask for it there.');
}

function channelOf({ channel }: Context): string {
  if (channel && isChannel(channel)) return channel;
  throw new Refusal('invalid', '"here" means a channel; this is none.', {
    next: 'Leave the word out to be told directly.',
  });
}

function change(sku: string, there: string, before: object | null, after: object) {
  const subject = { kind: 'watch', id: `${sku} ${there}` };
  return { subject, before: before as { watched: boolean } | null, after: after as { watched: boolean } };
}
