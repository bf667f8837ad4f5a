import { readerOf, sharerOf, teamReaderOf } from '../../cases/reader.ts';
import { answers } from '../../core/declare/click.ts';
import type { Verb } from '../../core/declare/command.ts';
import { draws } from '../../core/declare/drawing.ts';
import { takes } from '../../core/declare/form.ts';
import { type Mention, mentionsOf } from '../../core/declare/mention.ts';
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
import { sharedIn, shareFormView, shareInWords } from '../../ui/share-form.ts';
import { say } from '../messages/index.ts';
import { actClicks, actForms } from './acting/slack.ts';
import {
  chooseShipment,
  refreshShared,
  refreshShipment,
  shareShipment,
  showBesideOrder,
  showShipment,
  showTimeline,
  stopWatch,
  unwatchShipment,
  watchShipment,
} from './card/actions.ts';
import { shareForm } from './card/forms.ts';
import { searchMessage } from './card/search-views.ts';
import { severalMessage } from './card/several-views.ts';
import { timelineMessage } from './card/timeline-views.ts';
import { nameOf, sharedCard, shipmentMessage } from './card/views.ts';
import { compareClicks, compareVerb } from './comparing/slack.ts';
import { strikeMention } from './disrupted/mention-views.ts';
import { disruptionsOver } from './disrupted/over.ts';
import { exceptionClicks, exceptionVerb } from './exceptions/slack.ts';
import { rightsOf } from './finding/rights.ts';
import { disruptionVerb, laneClicks, laneForms } from './lanes/slack.ts';
import { lateClicks, lateVerb } from './late/slack.ts';
import { readShipments } from './permissions.ts';
import { demandShipment, getShipment, lookUpShipment, lookUpShipments } from './shipment/look-up.ts';
import { todayOf } from './today/read.ts';
import { todayMessage } from './today/views.ts';
import { crossing, watchCard } from './watching/notifications.ts';
import { crossed, stopped, watching, watchMessage } from './watching/views.ts';
import { beginWatch, getOwnWatch, getWatched, stopWatching } from './watching/watch.ts';

/** "order 25066" is 25066. */
const namedKind = /^(?:order|parcel|shipment|tracking)(?: number| no\.?)? (?=.*\d)/i;

export const verbs: readonly Verb[] = [
  disruptionVerb,
  {
    command: 'shipment',
    name: '',
    usage: '[<tracking numbers, six characters and more of one, or orders>]',
    summary:
      'where a parcel is, and whether it will come as promised; without words, what needs somebody now',
    // Numbers of the sample shop: who tries them finds something.
    examples: ['/shipment 00340434292125066001', '/shipment 25066', '/shipment 25066001 25067', '/shipment'],
    permission: readShipments,
    takes: 'words or nothing',
    async answer(ctx, { list }) {
      if (list.length === 0) return privately(todayMessage(await todayOf(ctx), readerOf(ctx)));
      const text = list.join(' ').replace(namedKind, '');
      // A tracking number may have spaces: all words together are tried first.
      const found = await lookUpShipment.call(ctx, { text });
      if ('one' in found) return privately(await cardOf(ctx, found.one));
      const isNothing = found.order === null && (found.found.length === 0 || found.by === 'slip');
      const several = isNothing ? await severalOf(ctx, text) : null;
      return privately(several ?? searchMessage(found, readerOf(ctx)));
    },
  },
  lateVerb,
  exceptionVerb,
  compareVerb,
];

export const clicks = [
  ...actClicks,
  ...laneClicks,
  answers(showShipment, async (ctx, { id }) => replacing(await cardOf(ctx, id))),
  answers(chooseShipment, async (ctx, { text }) => {
    const found = await lookUpShipment.call(ctx, { text });
    return privately('one' in found ? await cardOf(ctx, found.one) : searchMessage(found, readerOf(ctx)));
  }),
  answers(showBesideOrder, async (ctx, { id }) => privately(await cardOf(ctx, id))),
  answers(refreshShipment, async (ctx, { id }) => replacing(await cardOf(ctx, id))),
  answers(showTimeline, async (ctx, { id }) =>
    showing(timelineMessage(demandShipment(await getShipment.call(ctx, { id })), readerOf(ctx))),
  ),
  answers(shareShipment, async (ctx, { id }) => {
    return ctx.channel && isChannel(ctx.channel)
      ? sharing(await sharedOf(ctx, id, sharerOf(ctx)))
      : asking(shareForm.open({ id }, shareFormView(shareForm)), shareInWords());
  }),
  answers(refreshShared, async (ctx, { id, by }) => {
    return replacing(await sharedOf(ctx, id, by ?? sharerOf(ctx)));
  }),
  answers(watchShipment, async (ctx, { id }) => {
    const { place, begun, ...shipment } = await beginWatch.call(ctx, { id, where: 'directly' });
    return privately(watching(shipment, place, begun));
  }),
  answers(stopWatch, async (ctx, watch) => onCard(stopped(await stopWatching.call(ctx, watch)))),
  answers(unwatchShipment, async (ctx, { id }) => {
    const place = await getOwnWatch.call(ctx, { id });
    if (place !== null) await stopWatching.call(ctx, { id, place });
    return replacing(await cardOf(ctx, id));
  }),
  ...lateClicks,
  ...exceptionClicks,
  ...compareClicks,
];

export const forms = [
  ...actForms,
  ...laneForms,
  takes(shareForm, async (ctx, { id }, { channel }) => {
    const shipment = demandShipment(await getShipment.call(ctx, { id }));
    await demandFooting(ctx.engine.places, channel);
    await say.call(asSystem(ctx, 'sharing'), {
      about: `share ${ctx.correlationId}`,
      place: channel,
      asker: sharerOf(ctx) ?? channel,
      message: await sharedOf(ctx, id, sharerOf(ctx)),
    });
    return privately(sharedIn(nameOf(shipment), channel));
  }),
];

export const drawings = [
  draws(watchCard, async (ctx, { subject, place }) => {
    const watched = await getWatched.call(ctx, { id: subject, place });
    return watched && watchMessage(watched, place, readerOf(ctx), await linesOf(asAnybody(ctx), subject));
  }),
  draws(crossing, async (ctx, { facts }) => {
    const shipment = await getShipment.call(ctx, { id: facts.id });
    return shipment && crossed(shipment, facts, readerOf(ctx));
  }),
];

/** What each of several numbers means; null: it is one, or means nothing. */
async function severalOf(ctx: Context, text: string): Promise<Message | null> {
  const texts = numbersIn(text);
  if (texts.length < 2) return null;
  const asked = await lookUpShipments.call(ctx, { texts: texts.slice(0, mostAsked) });
  if (asked.every(({ fits, near }) => fits + near.length === 0)) return null;
  return severalMessage({ asked, left: Math.max(texts.length - mostAsked, 0) }, readerOf(ctx));
}

/** What else is known of it, as far as the reader may see. */
async function linesOf(ctx: Context, id: string): Promise<readonly Mention[]> {
  const [strikes, mentions] = await Promise.all([
    disruptionsOver.call(ctx, { id }),
    mentionsOf(ctx, 'shipment', [{ id }]),
  ]);
  return [...strikes.map((one) => strikeMention(one, readerOf(ctx))), ...(mentions.get(id) ?? [])];
}

/** As everybody in a channel may see it. */
async function sharedOf(ctx: Context, id: string, by: string | null): Promise<Message> {
  const shipment = demandShipment(await getShipment.call(ctx, { id }));
  return sharedCard(shipment, teamReaderOf(ctx), by, await linesOf(asAnybody(ctx), id));
}

async function cardOf(ctx: Context, id: string): Promise<Message> {
  const [shipment, lines] = await Promise.all([getShipment.call(ctx, { id }), linesOf(ctx, id)]);
  const reader = readerOf(ctx);
  const rights = await rightsOf(ctx, demandShipment(shipment));
  return shipmentMessage(demandShipment(shipment), reader, lines, rights);
}
