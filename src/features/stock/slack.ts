import type { Context } from '../../core/context.ts';
import { answers, type Verb } from '../../core/feature.ts';
import { privately, replacing, sharing } from '../../core/reply.ts';
import type { Words } from '../../core/words.ts';
import { mrkdwn, userMention } from '../../ui/text.ts';
import { refreshShared, refreshSku, shareSku, showSku } from './actions.ts';
import { getCard, lookUp, search } from './lookup.ts';
import { lookUpStock } from './permissions.ts';
import { lookUpReply, type Reading, sharedCard, stockCard } from './views.ts';

function readingOf(ctx: Context): Reading {
  return { now: ctx.now, timeZone: ctx.actor.timeZone };
}

/** Quotes keep words together; they are no part of what is looked for. */
function asked({ list }: Words) {
  return { text: list.join(' '), words: [...list] };
}

function actorMention(ctx: Context) {
  return ctx.actor.kind === 'person' ? userMention(ctx.actor.slackUserId) : mrkdwn`${ctx.actor.name}`;
}

export const verbs: readonly Verb[] = [
  {
    command: 'stock',
    name: '',
    usage: '<SKU, barcode or words of the title>',
    summary: 'how much there is, and where',
    examples: ['/stock MUG-01', '/stock MUG-01 LAMP-03', '/stock blue mug'],
    permission: lookUpStock,
    takes: 'words',
    answer: async (ctx, words) =>
      privately(lookUpReply(await lookUp.call(ctx, asked(words)), readingOf(ctx))),
  },
  {
    command: 'stock',
    name: 'find',
    usage: '<words>',
    summary: 'search codes and titles, forgiving typos',
    examples: ['/stock find stonware mug'],
    permission: lookUpStock,
    takes: 'words',
    answer: async (ctx, words) =>
      privately(lookUpReply(await search.call(ctx, asked(words)), readingOf(ctx))),
  },
];

export const clicks = [
  answers(showSku, async (ctx, { sku }) =>
    replacing(stockCard(await getCard.call(ctx, { sku }), readingOf(ctx))),
  ),
  answers(refreshSku, async (ctx, { sku }) =>
    replacing(stockCard(await getCard.call(ctx, { sku }), readingOf(ctx))),
  ),
  answers(shareSku, async (ctx, { sku }) =>
    sharing(sharedCard(await getCard.call(ctx, { sku }), teamReading(ctx), actorMention(ctx))),
  ),
  answers(refreshShared, async (ctx, { sku }) =>
    replacing(sharedCard(await getCard.call(ctx, { sku }), teamReading(ctx), actorMention(ctx))),
  ),
];

/** A shared card is read by people in several zones: it speaks the shop's. */
function teamReading(ctx: Context): Reading {
  return { now: ctx.now, timeZone: ctx.workspace.timeZone };
}
