import { readerOf } from '../../cases/reader.ts';
import { answers } from '../../core/declare/click.ts';
import { draws } from '../../core/declare/drawing.ts';
import { bulks } from '../../core/declare/lists/bulk.ts';
import { holds } from '../../core/runtime/actor.ts';
import { selectAllAction } from '../../core/tokens/bulk.ts';
import { privately } from '../../core/tokens/reply.ts';
import { fileAsked } from '../../ui/paged-list.ts';
import { askForExport } from '../exports/index.ts';
import { resultsAction } from './actions.ts';
import { issueClicks } from './issues/slack.ts';
import { bulkEnded } from './notifications.ts';
import { getEnded, resultList } from './results.ts';
import { selectAll } from './select.ts';
import { shipmentClicks } from './shipments/slack.ts';
import { endedMessage, selectedMessage } from './views.ts';

export const clicks = [
  answers(selectAllAction, async (ctx, { kind, filter }) => {
    const selected = await selectAll.call(ctx, { kind, filter });
    const acts = ctx.engine.contributions
      .of(bulks)
      .filter(({ bulk, acting }) => bulk.list === kind && holds(ctx.actor, acting.permission));
    return privately(selectedMessage(selected, acts, readerOf(ctx)));
  }),
  ...issueClicks,
  ...shipmentClicks,
  answers(resultsAction, async (ctx, { run }) =>
    privately(fileAsked(await askForExport.call(ctx, resultList.of({ run })))),
  ),
];

export const drawings = [
  draws(bulkEnded, async (ctx, { subject }) => {
    const ended = await getEnded.call(ctx, { id: subject });
    return ended && endedMessage(ended);
  }),
];
