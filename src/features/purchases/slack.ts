import { readerOf } from '../../cases/reader.ts';
import { answers } from '../../core/declare/click.ts';
import type { Verb } from '../../core/declare/command.ts';
import { takes } from '../../core/declare/form.ts';
import { holds } from '../../core/runtime/actor.ts';
import type { Context } from '../../core/runtime/context.ts';
import type { Paged } from '../../core/tokens/page.ts';
import { asking, type Message, privately, showing } from '../../core/tokens/reply.ts';
import { fileAsked } from '../../ui/paged-list.ts';
import { askForExport } from '../exports/index.ts';
import { newDateFormView } from './dating/form-views.ts';
import { newDateForm } from './dating/forms.ts';
import { getDatedLine, getDateOutcome } from './dating/get.ts';
import { giveDate } from './dating/give.ts';
import { noDateForm, outcomeMessage } from './dating/views.ts';
import { inboundAsFile, listInbound, newDate } from './inbound/actions.ts';
import { inboundExport } from './inbound/export.ts';
import { inboundPage } from './inbound/list.ts';
import { inboundMeant } from './inbound/meant.ts';
import type { InboundFilter } from './inbound/model.ts';
import { inboundList, meantMessage } from './inbound/views.ts';
import { giveDates, readPurchases } from './permissions.ts';

export const verbs: readonly Verb[] = [
  {
    command: 'shipment',
    name: 'inbound',
    usage: '[<supplier, SKU or purchase order>]',
    summary: 'what is on its way from suppliers, the overdue first, and what waits for it',
    examples: [
      '/shipment inbound',
      '/shipment inbound MUG-01',
      '/shipment inbound PO-4711',
      '/shipment inbound overdue',
    ],
    permission: readPurchases,
    takes: 'words or nothing',
    async answer(ctx, { list: words }) {
      const meant = await inboundMeant.call(ctx, { text: words.join(' ').slice(0, 200) });
      if ('asked' in meant) return privately(meantMessage(meant, readerOf(ctx)));
      return privately(await list(ctx, { ...meant.filter, after: null }));
    },
  },
];

export const clicks = [
  answers(listInbound, async (ctx, filter) => showing(await list(ctx, filter))),
  answers(inboundAsFile, async (ctx, filter) =>
    privately(fileAsked(await askForExport.call(ctx, inboundExport.of(filter)))),
  ),
  answers(newDate, async (ctx, { id }) => {
    const line = await getDatedLine.call(ctx, { id });
    return asking(newDateForm.open({ id }, newDateFormView(line, ctx.now)), noDateForm());
  }),
];

export const forms = [
  takes(newDateForm, async (ctx, { id }, draft) => {
    const { changed, before } = await giveDate.call(ctx, { id, ...draft });
    const outcome = await getDateOutcome.call(ctx, { id });
    return privately(outcomeMessage({ ...outcome, ...(changed && { before }) }, readerOf(ctx)));
  }),
];

async function list(ctx: Context, filter: Paged<InboundFilter>): Promise<Message> {
  return inboundList(await inboundPage.call(ctx, filter), readerOf(ctx), holds(ctx.actor, giveDates));
}
