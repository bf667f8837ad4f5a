import { sharerOf } from '../../cases/reader.ts';
import { answers } from '../../core/declare/click.ts';
import type { Verb } from '../../core/declare/command.ts';
import { draws } from '../../core/declare/drawing.ts';
import { takes } from '../../core/declare/form.ts';
import { mentionsOf } from '../../core/declare/mention.ts';
import type { Shortcut } from '../../core/declare/shortcut.ts';
import type { Context } from '../../core/runtime/context.ts';
import { demandFooting } from '../../core/runtime/places.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { asSystem } from '../../core/runtime/system.ts';
import { codeKey } from '../../core/text/code-key.ts';
import { readWords, type Words } from '../../core/text/words.ts';
import { isChannel } from '../../core/tokens/place.ts';
import {
  asking,
  type Message,
  onCard,
  privately,
  replacing,
  sharing,
  showing,
} from '../../core/tokens/reply.ts';
import { sharedIn, shareFormView, shareInWords } from '../../ui/share-form.ts';
import { say } from '../messages/index.ts';
import { demandPlace } from '../watches/index.ts';
import { adjustClicks, adjustForms, adjustSuggestions, adjustVerbs } from './adjustment/slack.ts';
import {
  refreshShared,
  refreshSku,
  shareSku,
  showChoices,
  showSku,
  stopWatch,
  watchDirectly,
} from './card/actions.ts';
import { shareForm } from './card/forms.ts';
import type { LookUp, Reading } from './card/rules.ts';
import { sharedCard, stockCard } from './card/views.ts';
import { withdrawChange } from './entering/withdraw.ts';
import { receiptMoved } from './expecting/notifications.ts';
import { moved } from './expecting/views.ts';
import { lookUpFormView, lookUpInWords } from './look-up/form-views.ts';
import { lookUpForm } from './look-up/forms.ts';
import { getCard, lookUp, search } from './look-up/look-up.ts';
import { readingOf } from './look-up/reading.ts';
import { lookUpReply } from './look-up/views.ts';
import { withdrawOutside } from './outside/actions.ts';
import { changeWithdrawn } from './outside/line-views.ts';
import { lookUpStock, watchStock } from './permissions.ts';
import { crossing, watchCard } from './watching/notifications.ts';
import { crossed, stopped, watchedCard, watching, watchList } from './watching/views.ts';
import { getWatched, listWatches, stopWatching, watchSku } from './watching/watch.ts';

/** Quotes keep words together; they are not searched for. Commas between words part them, those in numbers do not. */
function asked({ list }: Words) {
  const words = list
    .flatMap((word) => word.split(/(?<!\d)[,;]|[,;](?!\d)/))
    .map((word) => word.replace(/(?<=.)[?!]+$/, ''))
    .filter((word) => word !== '');
  const asked = words.length > 0 ? words : [...list];
  return { text: asked.join(' '), words: asked };
}

/** Words that begin commands still to come: they name no product. */
const comingWords = ['low', 'transfer', 'receive', 'count', 'reorder'];

/** Nobody who types a command wants a product with that word in its title. */
async function lookUpUnlessComing(ctx: Context, words: Words): Promise<LookUp> {
  const outcome = await lookUp.call(ctx, asked(words));
  const [first = ''] = words.list;
  const isCode =
    outcome.found === 'several' || (outcome.found === 'one' && codeKey(outcome.card.code) === codeKey(first));
  if (isCode || !comingWords.includes(first.toLowerCase())) return outcome;
  throw new Refusal('not-found', `There is no \`/stock ${first.toLowerCase()}\` yet.`, {
    next: `\`/stock find ${first.toLowerCase()}\` searches for the word in codes and titles.`,
  });
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
    answer: async (ctx, words) => privately(await replyTo(ctx, await lookUpUnlessComing(ctx, words))),
  },
  {
    command: 'stock',
    name: 'find',
    usage: '<words>',
    summary: 'search codes and titles, forgiving typos',
    examples: ['/stock find stonware mug'],
    permission: lookUpStock,
    takes: 'words',
    answer: async (ctx, words) => privately(await replyTo(ctx, await search.call(ctx, asked(words)))),
  },
  {
    command: 'stock',
    name: 'watch',
    usage: '<SKU> [here]',
    summary: 'keep a card of it up to date, for you or for the channel',
    examples: ['/stock watch MUG-01', '/stock watch MUG-01 here'],
    permission: watchStock,
    takes: 'words',
    async answer(ctx, { list }) {
      const here = list.length > 1 && list.at(-1)?.toLowerCase() === 'here';
      const code = (here ? list.slice(0, -1) : list).join(' ');
      const where = here ? 'here' : 'directly';
      await demandPlace(ctx, where);
      const begun = await watchSku.call(ctx, { code, where });
      return privately(watching(begun.card, begun.place, begun.begun));
    },
  },
  {
    command: 'stock',
    name: 'watches',
    usage: '',
    summary: 'what you watch, and what is watched here',
    examples: ['/stock watches'],
    permission: watchStock,
    takes: 'nothing',
    answer: async (ctx) => privately(watchList(await listWatches.call(ctx, {}))),
  },
  ...adjustVerbs,
];

export const clicks = [
  answers(showSku, async (ctx, { sku }) => showing(await cardOf(ctx, sku))),
  answers(showChoices, async (ctx, { text, from }) =>
    replacing(await replyTo(ctx, await search.call(ctx, { ...asked(readWords(text)), from }))),
  ),
  answers(refreshSku, async (ctx, { sku }) => replacing(await cardOf(ctx, sku))),
  answers(shareSku, async (ctx, { sku }) => {
    const card = await getCard.call(ctx, { sku });
    return ctx.channel && isChannel(ctx.channel)
      ? sharing(sharedCard(card, teamReading(ctx), sharerOf(ctx)))
      : asking(shareForm.open({ sku }, shareFormView(shareForm)), shareInWords());
  }),
  answers(refreshShared, async (ctx, { sku, by }) =>
    replacing(sharedCard(await getCard.call(ctx, { sku }), teamReading(ctx), by ?? sharerOf(ctx))),
  ),
  answers(watchDirectly, async (ctx, { sku }) => {
    const { card, place, begun } = await watchSku.call(ctx, { sku, where: 'directly' });
    return privately(watching(card, place, begun));
  }),
  answers(stopWatch, async (ctx, watch) => onCard(stopped(await stopWatching.call(ctx, watch)))),
  answers(withdrawOutside, async (ctx, { id }) => {
    const { skuId, ...withdrawn } = await withdrawChange.call(ctx, { id });
    const { code } = await getCard.call(ctx, { sku: skuId });
    return privately(changeWithdrawn({ ...withdrawn, code }));
  }),
  ...adjustClicks,
];

export const shortcuts: readonly Shortcut[] = [
  {
    id: 'stock.look-up',
    title: 'Look up stock',
    summary: 'How much there is of a product, and where',
    on: 'anywhere',
    answer: async () => asking(lookUpForm.open({}, lookUpFormView()), lookUpInWords()),
  },
];

export const forms = [
  takes(lookUpForm, async (ctx, _, { text }) =>
    privately(await replyTo(ctx, await lookUp.call(ctx, asked(readWords(text))))),
  ),
  takes(shareForm, async (ctx, { sku }, { channel }) => {
    const card = await getCard.call(ctx, { sku });
    await demandFooting(ctx.engine.places, channel);
    const message = sharedCard(card, teamReading(ctx), sharerOf(ctx));
    await say.call(asSystem(ctx, 'sharing'), {
      about: `share ${ctx.correlationId}`,
      place: channel,
      asker: sharerOf(ctx) ?? channel,
      message,
    });
    return privately(sharedIn(card.code, channel));
  }),
  ...adjustForms,
];

export const drawings = [
  draws(watchCard, async (ctx, { subject, place }) => {
    const watched = await getWatched.call(ctx, { sku: subject, place });
    return watched && watchedCard(watched, place, readingOf(ctx));
  }),
  draws(crossing, async (ctx, { facts }) => crossed(await getCard.call(ctx, { sku: facts.sku }), facts)),
  draws(receiptMoved, async (ctx, { facts }) =>
    moved(await getCard.call(ctx, { sku: facts.skuId }), facts, ctx.now),
  ),
];

/** The reply, with what other features say about the SKUs it shows. */
async function replyTo(ctx: Context, outcome: LookUp): Promise<Message> {
  const cards = outcome.found === 'one' ? [outcome.card] : outcome.found === 'several' ? outcome.cards : [];
  const mentions = await mentionsOf(ctx, 'sku', cards);
  return lookUpReply(outcome, readingOf(ctx), mentions);
}

async function cardOf(ctx: Context, sku: string): Promise<Message> {
  const [card, mentions] = await Promise.all([
    getCard.call(ctx, { sku }),
    mentionsOf(ctx, 'sku', [{ id: sku }]),
  ]);
  return stockCard(card, readingOf(ctx), mentions.get(sku));
}

/** People in several zones read a shared card: it uses the shop's. */
function teamReading(ctx: Context): Reading {
  return { now: ctx.now, timeZone: ctx.workspace.timeZone };
}

export const suggestions = [...adjustSuggestions];
