import { readerOf, sharerOf, teamReaderOf } from '../../cases/reader.ts';
import { answers } from '../../core/declare/click.ts';
import type { Verb } from '../../core/declare/command.ts';
import { draws } from '../../core/declare/drawing.ts';
import { takes } from '../../core/declare/form.ts';
import { type Mention, mentionsOf } from '../../core/declare/mention.ts';
import { holds } from '../../core/runtime/actor.ts';
import type { Context } from '../../core/runtime/context.ts';
import { demandFooting } from '../../core/runtime/places.ts';
import { asAnybody, asSystem } from '../../core/runtime/system.ts';
import { mostAsked, numbersIn } from '../../core/text/asked.ts';
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
import { fileAsked } from '../../ui/paged-list.ts';
import { sharedIn, shareFormView, shareInWords } from '../../ui/share-form.ts';
import { askForExport } from '../exports/index.ts';
import { say } from '../messages/index.ts';
import { listActs } from './acting/actions.ts';
import { backlogClicks, backlogVerbs, headline } from './backlog/slack.ts';
import {
  linesAsFile,
  refreshOrder,
  refreshShared,
  shareOrder,
  showOrder,
  showPrivately,
  showTimeline,
  stopWatch,
  watchOrder,
} from './card/actions.ts';
import { shareForm } from './card/forms.ts';
import { linesExport } from './card/lines-list.ts';
import { searchMessage } from './card/search-views.ts';
import { severalMessage } from './card/several-views.ts';
import { timelineMessage } from './card/timeline-views.ts';
import { actsMessage, nameOf, orderMessage, sharedCard } from './card/views.ts';
import { demandOrder, getHistory, getOrder, lookUpOrder } from './order/look-up.ts';
import { lookUpOrders } from './order/look-up-several.ts';
import { actOnOrders, readOrders } from './permissions.ts';
import { crossing, watchCard } from './watching/notifications.ts';
import { crossed, stopped, watching, watchMessage } from './watching/views.ts';
import { beginWatch, getWatched, stopWatching } from './watching/watch.ts';

export const verbs: readonly Verb[] = [
  {
    command: 'order',
    name: '',
    usage: "[<numbers, tracking numbers or customers' references>]",
    summary: 'how far an order has come; without words, what is to be sent',
    examples: ['/order 25066', '/order 00340434292125066001', '/order 25066 25067', '/order'],
    permission: readOrders,
    takes: 'words or nothing',
    async answer(ctx, { list }) {
      if (list.length === 0) return privately(await headline(ctx));
      const text = list.join(' ');
      // A tracking number or a reference may have spaces: all words together are tried first.
      const found = await lookUpOrder.call(ctx, { text });
      if ('one' in found) return privately(await cardOf(ctx, found.one));
      const several = found.found.length > 0 ? null : await severalOf(ctx, text);
      return privately(several ?? searchMessage(found, readerOf(ctx)));
    },
  },
  ...backlogVerbs,
];

export const clicks = [
  answers(showOrder, async (ctx, { id }) => replacing(await cardOf(ctx, id))),
  answers(showPrivately, async (ctx, { id }) => privately(await cardOf(ctx, id))),
  answers(listActs, async (ctx, { id }) =>
    privately(actsMessage(demandOrder(await getOrder.call(ctx, { id })))),
  ),
  answers(refreshOrder, async (ctx, { id }) => replacing(await cardOf(ctx, id))),
  answers(showTimeline, async (ctx, { id }) =>
    showing(timelineMessage(await getHistory.call(ctx, { id }), readerOf(ctx))),
  ),
  answers(linesAsFile, async (ctx, { id }) =>
    privately(fileAsked(await askForExport.call(ctx, linesExport.of({ id })))),
  ),
  answers(shareOrder, async (ctx, { id }) => {
    return ctx.channel && isChannel(ctx.channel)
      ? sharing(await sharedOf(ctx, id, sharerOf(ctx)))
      : asking(shareForm.open({ id }, shareFormView(shareForm)), shareInWords());
  }),
  answers(refreshShared, async (ctx, { id, by }) => {
    return replacing(await sharedOf(ctx, id, by ?? sharerOf(ctx)));
  }),
  answers(watchOrder, async (ctx, { id }) => {
    const { place, begun, ...order } = await beginWatch.call(ctx, { id, where: 'directly' });
    return privately(watching(order, place, begun));
  }),
  answers(stopWatch, async (ctx, watch) => onCard(stopped(await stopWatching.call(ctx, watch)))),
  ...backlogClicks,
];

export const forms = [
  takes(shareForm, async (ctx, { id }, { channel }) => {
    const order = demandOrder(await getOrder.call(ctx, { id }));
    await demandFooting(ctx.engine.places, channel);
    await say.call(asSystem(ctx, 'sharing'), {
      about: `share ${ctx.correlationId}`,
      place: channel,
      asker: sharerOf(ctx) ?? channel,
      message: await sharedOf(ctx, id, sharerOf(ctx)),
    });
    return privately(sharedIn(nameOf(order), channel));
  }),
];

export const drawings = [
  draws(watchCard, async (ctx, { subject, place }) => {
    const watched = await getWatched.call(ctx, { id: subject, place });
    return watched && watchMessage(watched, place, readerOf(ctx), await seenByAll(ctx, subject));
  }),
  draws(crossing, async (ctx, { facts }) => {
    const order = await getOrder.call(ctx, { id: facts.id });
    return order && crossed(order, facts, readerOf(ctx));
  }),
];

/** Null: one alone, or words of which nobody knows any. */
async function severalOf(ctx: Context, text: string): Promise<Message | null> {
  const texts = numbersIn(text);
  if (texts.length < 2) return null;
  const asked = await lookUpOrders.call(ctx, { texts: texts.slice(0, mostAsked) });
  if (asked.every(({ fits }) => fits === 0)) return null;
  return severalMessage({ asked, left: Math.max(texts.length - mostAsked, 0) }, readerOf(ctx));
}

/** What other features know of it, as far as everybody may see who reads a card that stays. */
async function seenByAll(ctx: Context, id: string): Promise<readonly Mention[]> {
  return (await mentionsOf(asAnybody(ctx), 'order', [{ id }])).get(id) ?? [];
}

async function sharedOf(ctx: Context, id: string, by: string | null): Promise<Message> {
  const order = demandOrder(await getOrder.call(ctx, { id }));
  return sharedCard(order, teamReaderOf(ctx), by, await seenByAll(ctx, id));
}

async function cardOf(ctx: Context, id: string): Promise<Message> {
  const [order, mentions] = await Promise.all([
    getOrder.call(ctx, { id }),
    mentionsOf(ctx, 'order', [{ id }]),
  ]);
  return orderMessage(demandOrder(order), readerOf(ctx), mentions.get(id), holds(ctx.actor, actOnOrders));
}
