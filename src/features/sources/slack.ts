import { readerOf } from '../../cases/reader.ts';
import { answers } from '../../core/declare/click.ts';
import type { Verb } from '../../core/declare/command.ts';
import { takes } from '../../core/declare/form.ts';
import { matching, suggests } from '../../core/declare/suggestion.ts';
import { holds } from '../../core/runtime/actor.ts';
import type { Context } from '../../core/runtime/context.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import type { Paged } from '../../core/tokens/page.ts';
import { asking, type Message, privately, replacing } from '../../core/tokens/reply.ts';
import { fileAsked } from '../../ui/paged-list.ts';
import { askForExport } from '../exports/index.ts';
import {
  addAction,
  deliveriesAction,
  deliveriesFileAction,
  editAction,
  listAction,
  pauseAction,
  placeAction,
  refusalsAction,
  refusalsFileAction,
  removeAction,
  replayAction,
  secretAction,
  showAction,
  testAction,
} from './card/actions.ts';
import { findSource, getPlaces, getSource, getSources } from './card/get.ts';
import { deliveriesExport, deliveriesPage, refusalsExport, refusalsPage } from './card/list.ts';
import { deliveryList, refusalList } from './card/list-views.ts';
import type { DeliveryFilter } from './card/model.ts';
import {
  noSourceForm,
  sourceCard,
  sourceList,
  sourceMade,
  sourceRemoved,
  sourceTested,
} from './card/views.ts';
import {
  addFormView,
  editFormView,
  placeChoices,
  placeFormView,
  removeFormView,
  secretFormView,
} from './editing/form-views.ts';
import { addForm, editForm, placeForm, removeForm, secretForm } from './editing/forms.ts';
import { pauseSource } from './editing/pause.ts';
import { mapLocation } from './editing/places.ts';
import { replayDelivery } from './editing/replay.ts';
import { changeSource, makeSource, removeSource, replaceSecret } from './editing/save.ts';
import { testSource } from './editing/test-source.ts';
import { mapVerb } from './mapping/slack.ts';
import { changeSources, replaySources, seeSources } from './permissions.ts';
import { howToListen, nobodyListens } from './source/refusals.ts';

const mayChange = (ctx: Context) => holds(ctx.actor, changeSources);

async function list(ctx: Context): Promise<Message> {
  return sourceList(await getSources.call(ctx, {}), mayChange(ctx), readerOf(ctx));
}

async function show(ctx: Context, id: string): Promise<Message> {
  return sourceCard(await getSource.call(ctx, { id }), mayChange(ctx), readerOf(ctx));
}

async function deliveries(ctx: Context, filter: Paged<DeliveryFilter>): Promise<Message> {
  const page = await deliveriesPage.call(ctx, filter);
  return deliveryList(page, holds(ctx.actor, replaySources), readerOf(ctx));
}

/** Before anybody has written a secret into it. */
function openAdd({ engine }: Context) {
  if (engine.webhooks.listening() === 'no')
    throw new Refusal('unavailable', nobodyListens, { next: howToListen });
  return asking(addForm.open({}, addFormView()), noSourceForm());
}

export const verbs: readonly Verb[] = [
  {
    command: 'ops',
    name: 'source',
    usage: '[<name> | add]',
    summary:
      'systems outside that send webhooks, such as Shopify, EasyPost and AfterShip, and what became of what they sent; add, a form for a new one',
    examples: ['/ops source', '/ops source Shop DE', '/ops source add'],
    permission: seeSources,
    takes: 'words or nothing',
    async answer(ctx, { text }) {
      const word = text.trim().toLowerCase();
      if (word === '') return privately(await list(ctx));
      if (word === 'add') return openAdd(ctx);
      return privately(await show(ctx, (await findSource.call(ctx, { text })).id));
    },
  },
  mapVerb,
];

export const clicks = [
  answers(listAction, async (ctx) => replacing(await list(ctx))),
  answers(showAction, async (ctx, { id }) => replacing(await show(ctx, id))),
  answers(addAction, async (ctx) => openAdd(ctx)),
  answers(editAction, async (ctx, { id }) => {
    const { source } = await getSource.call(ctx, { id });
    return asking(editForm.open({ id }, editFormView(source)), noSourceForm());
  }),
  answers(secretAction, async (ctx, { id }) => {
    const { source } = await getSource.call(ctx, { id });
    return asking(secretForm.open({ id }, secretFormView(source.name)), noSourceForm());
  }),
  answers(placeAction, async (ctx, { id }) => {
    const { source, lacking } = await getSource.call(ctx, { id });
    const view = placeFormView(source.name, await getPlaces.call(ctx, {}), lacking);
    return asking(placeForm.open({ id }, view), noSourceForm());
  }),
  answers(pauseAction, async (ctx, { id, paused }) => {
    await pauseSource.call(ctx, { id, paused });
    return replacing(await show(ctx, id));
  }),
  answers(removeAction, async (ctx, { id }) => {
    const { source } = await getSource.call(ctx, { id });
    return asking(removeForm.open({ id }, removeFormView(source.name)), noSourceForm());
  }),
  answers(testAction, async (ctx, { id }) =>
    privately(sourceTested({ id, ...(await testSource.call(ctx, { id })) })),
  ),
  answers(deliveriesAction, async (ctx, filter) => replacing(await deliveries(ctx, filter))),
  answers(deliveriesFileAction, async (ctx, filter) =>
    privately(fileAsked(await askForExport.call(ctx, deliveriesExport.of(filter)))),
  ),
  answers(replayAction, async (ctx, { id, ...filter }) => {
    await replayDelivery.call(ctx, { id });
    return replacing(await deliveries(ctx, { ...filter, after: null }));
  }),
  answers(refusalsAction, async (ctx, filter) =>
    replacing(refusalList(await refusalsPage.call(ctx, filter), readerOf(ctx))),
  ),
  answers(refusalsFileAction, async (ctx, filter) =>
    privately(fileAsked(await askForExport.call(ctx, refusalsExport.of(filter)))),
  ),
];

export const forms = [
  takes(addForm, async (ctx, _, draft) => privately(sourceMade(await makeSource.call(ctx, draft)))),
  takes(editForm, async (ctx, { id }, draft) => {
    await changeSource.call(ctx, { id, ...draft });
    return privately(await show(ctx, id));
  }),
  takes(secretForm, async (ctx, { id }, draft) => {
    await replaceSecret.call(ctx, { id, ...draft });
    return privately(await show(ctx, id));
  }),
  takes(placeForm, async (ctx, { id }, draft) => {
    await mapLocation.call(ctx, { id, ...draft });
    return privately(await show(ctx, id));
  }),
  takes(removeForm, async (ctx, { id }) =>
    privately(sourceRemoved((await removeSource.call(ctx, { id })).name)),
  ),
];

// Where there are more than a menu holds.
export const suggestions = [
  suggests(placeForm, 'location', async (ctx, typed) =>
    matching(placeChoices(await getPlaces.call(ctx, {})), typed),
  ),
];
