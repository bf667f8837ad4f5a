import { readerOf } from '../../cases/reader.ts';
import { answers } from '../../core/declare/click.ts';
import type { Verb } from '../../core/declare/command.ts';
import { takes } from '../../core/declare/form.ts';
import { matching, suggests } from '../../core/declare/suggestion.ts';
import { holds } from '../../core/runtime/actor.ts';
import type { Context } from '../../core/runtime/context.ts';
import type { Paged } from '../../core/tokens/page.ts';
import { asking, type Message, privately, replacing, showing } from '../../core/tokens/reply.ts';
import { fileAsked } from '../../ui/paged-list.ts';
import { askForExport } from '../exports/index.ts';
import {
  addAction,
  addCarrierAction,
  dayAction,
  editAction,
  endAction,
  exportAction,
  listAction,
  placeAction,
  removeDayAction,
  showAction,
} from './card/actions.ts';
import { getChoices, getCollection } from './card/get.ts';
import { filterFor, listExport, listPage } from './card/list.ts';
import type { CollectionFilter } from './card/model.ts';
import { carrierSaved, collectionCard, collectionList, noCarrierForm } from './card/views.ts';
import { saveCarrier } from './carrier/save.ts';
import { addException, removeException } from './editing/exception.ts';
import {
  addFormView,
  carrierFormView,
  dayFormView,
  editFormView,
  endFormView,
  placeChoices,
  takerChoices,
} from './editing/form-views.ts';
import { addForm, carrierForm, dayForm, editForm, endForm } from './editing/forms.ts';
import { addCollection, editCollection, endCollection } from './editing/save.ts';
import { changeCarriers, seeCarriers } from './permissions.ts';

async function list(ctx: Context, filter: Paged<CollectionFilter>): Promise<Message> {
  return collectionList(await listPage.call(ctx, filter), holds(ctx.actor, changeCarriers), readerOf(ctx));
}

async function show(ctx: Context, id: string): Promise<Message> {
  return collectionCard(
    await getCollection.call(ctx, { id }),
    holds(ctx.actor, changeCarriers),
    readerOf(ctx),
  );
}

export const verbs: readonly Verb[] = [
  {
    command: 'ops',
    name: 'carriers',
    usage: '[<carrier or location>]',
    summary: 'when carriers collect: which truck comes next, at each location',
    examples: ['/ops carriers', '/ops carriers DHL', '/ops carriers HAM'],
    permission: seeCarriers,
    takes: 'words or nothing',
    answer: async (ctx, { text }) =>
      privately(await list(ctx, { ...(await filterFor.call(ctx, { text })), after: null })),
  },
];

export const clicks = [
  answers(listAction, async (ctx, filter) => showing(await list(ctx, filter))),
  answers(exportAction, async (ctx, filter) =>
    privately(fileAsked(await askForExport.call(ctx, listExport.of(filter)))),
  ),
  answers(placeAction, async (ctx, { location }) =>
    privately(await list(ctx, { ...(await filterFor.call(ctx, { location })), after: null })),
  ),
  answers(showAction, async (ctx, { id }) => replacing(await show(ctx, id))),
  answers(addAction, async (ctx, { at }) =>
    asking(addForm.open({}, addFormView(await getChoices.call(ctx, {}), at)), noCarrierForm()),
  ),
  answers(addCarrierAction, async () => asking(carrierForm.open({}, carrierFormView()), noCarrierForm())),
  answers(editAction, async (ctx, { id }) => {
    const standing = await getCollection.call(ctx, { id });
    return asking(editForm.open({ id, mark: standing.mark }, editFormView(standing)), noCarrierForm());
  }),
  answers(dayAction, async (ctx, { id }) =>
    asking(dayForm.open({ id }, dayFormView(await getCollection.call(ctx, { id }))), noCarrierForm()),
  ),
  answers(removeDayAction, async (ctx, { id, on }) => {
    await removeException.call(ctx, { id, on });
    return replacing(await show(ctx, id));
  }),
  answers(endAction, async (ctx, { id }) =>
    asking(endForm.open({ id }, endFormView(await getCollection.call(ctx, { id }))), noCarrierForm()),
  ),
];

export const forms = [
  takes(addForm, async (ctx, _, draft) =>
    privately(await show(ctx, (await addCollection.call(ctx, draft)).id)),
  ),
  takes(carrierForm, async (ctx, _, draft) => privately(carrierSaved(await saveCarrier.call(ctx, draft)))),
  takes(editForm, async (ctx, { id, mark }, draft) => {
    await editCollection.call(ctx, { ...draft, id, mark });
    return privately(await show(ctx, id));
  }),
  takes(dayForm, async (ctx, { id }, draft) => {
    await addException.call(ctx, { ...draft, id });
    return privately(await show(ctx, id));
  }),
  takes(endForm, async (ctx, { id }, { last }) => {
    await endCollection.call(ctx, { id, last });
    return privately(await show(ctx, id));
  }),
];

// Where there are more than a menu holds.
export const suggestions = [
  suggests(addForm, 'location', async (ctx, typed) =>
    matching(placeChoices(await getChoices.call(ctx, {})), typed),
  ),
  suggests(addForm, 'takes', async (ctx, typed) =>
    matching(takerChoices(await getChoices.call(ctx, {})), typed),
  ),
];
