import { readerOf } from '../../../cases/reader.ts';
import { answers } from '../../../core/declare/click.ts';
import type { Verb } from '../../../core/declare/command.ts';
import { holds } from '../../../core/runtime/actor.ts';
import type { Context } from '../../../core/runtime/context.ts';
import type { Paged } from '../../../core/tokens/page.ts';
import { type Message, privately, showing } from '../../../core/tokens/reply.ts';
import { fileAsked } from '../../../ui/paged-list.ts';
import { askForExport } from '../../exports/index.ts';
import { actOnOrders, readOrders } from '../permissions.ts';
import { backlogAction, exportAction, listAction } from './actions.ts';
import { listExport, listPage } from './list.ts';
import { orderList } from './list-views.ts';
import { type OrderFilter, wholeBacklog } from './model.ts';
import { needsOf } from './needs.ts';
import { getBacklog, placeMeant } from './read.ts';
import { backlogMessage, headlineMessage } from './views.ts';

export const backlogVerbs: readonly Verb[] = [
  {
    command: 'order',
    name: 'backlog',
    usage: '[<location>]',
    summary: 'what is to be sent, by stage and by when it has to leave',
    examples: ['/order backlog', '/order backlog Hamburg'],
    permission: readOrders,
    takes: 'words or nothing',
    async answer(ctx, { text }) {
      const at = await placeMeant.call(ctx, { text });
      return privately(backlogMessage(await getBacklog.call(ctx, { at }), readerOf(ctx)));
    },
  },
  listVerb('stuck', 'orders that stopped at a hand-over, the most money first', { show: 'stopped' }),
  listVerb('late', 'orders past their ship-by, the earliest first', { due: 'past' }),
  listVerb('held', 'orders on hold, with why and since when', { show: 'held' }),
  // "/order hold 1042" asks for an order, not for a location.
  {
    ...listVerb('hold', 'orders on hold at all locations', { show: 'held' }),
    usage: '',
    takes: 'nothing',
  },
  listVerb('list', 'every order that is to be sent, with menus for stage and ship-by', {}),
];

/** A verb that answers with one of the lists, of one location or of all. */
function listVerb(name: string, summary: string, filter: Partial<OrderFilter>): Verb {
  return {
    command: 'order',
    name,
    usage: '[<location>]',
    summary,
    examples: [`/order ${name}`],
    permission: readOrders,
    takes: 'words or nothing',
    async answer(ctx, { text }) {
      const at = await placeMeant.call(ctx, { text });
      return privately(await list(ctx, { ...wholeBacklog, ...filter, at, after: null }));
    },
  };
}

export const backlogClicks = [
  answers(listAction, async (ctx, filter) => showing(await list(ctx, filter))),
  answers(backlogAction, async (ctx, { at }) =>
    showing(backlogMessage(await getBacklog.call(ctx, { at }), readerOf(ctx))),
  ),
  answers(exportAction, async (ctx, filter) =>
    privately(fileAsked(await askForExport.call(ctx, listExport.of(filter)))),
  ),
];

/** What a bare `/order` shows. */
export async function headline(ctx: Context): Promise<Message> {
  const [backlog, needs] = await Promise.all([getBacklog.call(ctx, { at: null }), needsOf(ctx)]);
  return headlineMessage(backlog, needs, readerOf(ctx));
}

async function list(ctx: Context, filter: Paged<OrderFilter>): Promise<Message> {
  return orderList(await listPage.call(ctx, filter), readerOf(ctx), holds(ctx.actor, actOnOrders));
}
