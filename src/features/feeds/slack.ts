import { readerOf } from '../../cases/reader.ts';
import { answers } from '../../core/declare/click.ts';
import type { Verb } from '../../core/declare/command.ts';
import { takes } from '../../core/declare/form.ts';
import { holds } from '../../core/runtime/actor.ts';
import type { Context } from '../../core/runtime/context.ts';
import type { Paged } from '../../core/tokens/page.ts';
import { asking, privately, showing } from '../../core/tokens/reply.ts';
import { fileAsked } from '../../ui/paged-list.ts';
import { askForExport } from '../exports/index.ts';
import { changeFeed, getFeed } from './editing/change.ts';
import { changeFormView, feedChanged, noFeedForm } from './editing/form-views.ts';
import { changeForm } from './editing/forms.ts';
import { changeAction, exportAction, listAction } from './list/actions.ts';
import { listExport, listPage } from './list/list.ts';
import type { FeedFilter } from './list/model.ts';
import { feedList } from './list/views.ts';
import { changeFeeds, seeFeeds } from './permissions.ts';

async function list(ctx: Context, filter: Paged<FeedFilter>) {
  return feedList(await listPage.call(ctx, filter), holds(ctx.actor, changeFeeds), readerOf(ctx));
}

export const verbs: readonly Verb[] = [
  {
    command: 'ops',
    name: 'feeds',
    usage: '',
    summary: 'where data comes from, how fresh it is, and what is silent',
    examples: ['/ops feeds'],
    permission: seeFeeds,
    takes: 'nothing',
    answer: async (ctx) => privately(await list(ctx, { show: 'all', after: null })),
  },
];

export const clicks = [
  answers(listAction, async (ctx, filter) => showing(await list(ctx, filter))),
  answers(exportAction, async (ctx, filter) =>
    privately(fileAsked(await askForExport.call(ctx, listExport.of(filter)))),
  ),
  answers(changeAction, async (ctx, { id }) =>
    asking(changeForm.open({ id }, changeFormView(await getFeed.call(ctx, { id }))), noFeedForm()),
  ),
];

export const forms = [
  takes(changeForm, async (ctx, { id }, draft) =>
    privately(feedChanged(await changeFeed.call(ctx, { id, ...draft }))),
  ),
];
