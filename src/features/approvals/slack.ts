import { lastingReaderOf, readerOf } from '../../cases/reader.ts';
import { answers } from '../../core/declare/click.ts';
import type { Verb } from '../../core/declare/command.ts';
import { draws } from '../../core/declare/drawing.ts';
import { holds } from '../../core/runtime/actor.ts';
import type { Context } from '../../core/runtime/context.ts';
import { readNumber } from '../../core/text/case-number.ts';
import type { Paged } from '../../core/tokens/page.ts';
import { privately, showing } from '../../core/tokens/reply.ts';
import { fileAsked } from '../../ui/paged-list.ts';
import { askForExport } from '../exports/index.ts';
import {
  approveAction,
  exportAction,
  giveUpAction,
  listAction,
  moreAction,
  showApproval,
  tryAgainAction,
  undoAction,
} from './card/actions.ts';
import { formClicks, openAskForm, openOverrideForm } from './card/form-slack.ts';
import { getApproval, getEvent } from './card/get.ts';
import { eventMessage, reminder, toldEvent } from './card/line-views.ts';
import { openToDecide, openToWithdraw } from './card/open-form.ts';
import { undoReply } from './card/reply-views.ts';
import { afterClick, drawOwnCard } from './card/show-slack.ts';
import { approvalMessage } from './card/views.ts';
import { giveUp, retryApproval } from './execution/retry.ts';
import { undoApproval } from './execution/undo.ts';
import { listExport, listPage } from './inbox/list.ts';
import { findApprovals } from './inbox/search.ts';
import { foundApprovals } from './inbox/search-views.ts';
import { approvalList } from './inbox/views.ts';
import { askForApprovals, decideApprovals, seeApprovals } from './permissions.ts';
import type { ApprovalFilter } from './request/list-filter.ts';
import { approvalCard, approvalLine, approvalReminder, approvalTold } from './request/notifications.ts';
import { vote } from './voting/vote.ts';
import { withdraw } from './voting/withdraw.ts';

async function list(ctx: Context, filter: Paged<ApprovalFilter>) {
  const mayAsk = holds(ctx.actor, askForApprovals);
  return approvalList(await listPage.call(ctx, filter), readerOf(ctx), mayAsk);
}

const waiting: Paged<ApprovalFilter> = { state: 'waiting', kind: null, whose: 'all', after: null };

export const verbs: readonly Verb[] = [
  {
    command: 'approval',
    name: '',
    usage: '[<number or words>]',
    summary: 'what waits for a yes, yours first; with a number, that one with its steps',
    examples: ['/approval', '/approval 12', '/approval cartons'],
    permission: seeApprovals,
    takes: 'words or nothing',
    async answer(ctx, { text, list: words }) {
      if (text === '') return privately(await list(ctx, waiting));
      const number = readNumber(text);
      if (number !== null) return privately(await drawOwnCard(ctx, { number }));
      const found = await findApprovals.call(ctx, { words: words.slice(0, 20) });
      return privately(foundApprovals(text, found, readerOf(ctx)));
    },
  },
  {
    command: 'approval',
    name: 'mine',
    usage: '',
    summary: 'what you asked for',
    examples: ['/approval mine'],
    permission: seeApprovals,
    takes: 'nothing',
    answer: async (ctx) => privately(await list(ctx, { ...waiting, state: 'all', whose: 'mine' })),
  },
  {
    command: 'approval',
    name: 'new',
    usage: '[<what you ask for>]',
    summary: 'ask for a yes in your own words',
    examples: ['/approval new', '/approval new order 200 extra cartons'],
    permission: askForApprovals,
    takes: 'words or nothing',
    answer: async (ctx, { text }) => openAskForm(ctx, text),
  },
];

export const clicks = [
  answers(showApproval, async (ctx, { id }) => showing(await drawOwnCard(ctx, { id }))),
  answers(listAction, async (ctx, filter) => showing(await list(ctx, filter))),
  answers(exportAction, async (ctx, filter) =>
    privately(fileAsked(await askForExport.call(ctx, listExport.of(filter)))),
  ),
  answers(approveAction, async (ctx, { id, round, on }) => {
    // The permission only knows roles: this tells a viewer whose turn it is.
    if (!holds(ctx.actor, decideApprovals)) await openToDecide.call(ctx, { id, round });
    await vote.call(ctx, { id, round, choice: 'approve' });
    return await afterClick(ctx, { id, on });
  }),
  answers(moreAction, async (ctx, { what, ...pressed }) => {
    if (what === 'glass') return await openOverrideForm(ctx, pressed);
    if (!holds(ctx.actor, askForApprovals)) await openToWithdraw.call(ctx, { id: pressed.id });
    await withdraw.call(ctx, { id: pressed.id });
    return await afterClick(ctx, pressed);
  }),
  answers(tryAgainAction, async (ctx, pressed) => {
    await retryApproval.call(ctx, { id: pressed.id });
    return await afterClick(ctx, pressed);
  }),
  answers(giveUpAction, async (ctx, pressed) => {
    await giveUp.call(ctx, { id: pressed.id });
    return await afterClick(ctx, pressed);
  }),
  answers(undoAction, async (ctx, { id }) => {
    const { asked, of } = await undoApproval.call(ctx, { id });
    return privately(undoReply(asked, of));
  }),
  ...formClicks,
];

export const drawings = [
  draws(approvalCard, async (ctx, { subject }) => {
    const shown = await getApproval.call(ctx, { id: subject });
    return shown && approvalMessage(shown, lastingReaderOf(ctx));
  }),
  draws(approvalLine, async (ctx, { subject, facts }) => {
    const one = await getEvent.call(ctx, { event: subject, approval: facts.approval });
    return one && eventMessage(one.event, one.shown, facts.mentions);
  }),
  draws(approvalTold, async (ctx, { subject, facts }) => {
    const one = await getEvent.call(ctx, { event: subject, approval: facts.approval });
    return one && toldEvent(one.event, one.shown);
  }),
  draws(approvalReminder, async (ctx, { place, facts }) => {
    const shown = await getApproval.call(ctx, { id: facts.approval });
    // The request may have been decided, or its reader may have voted, before the reminder is sent.
    const { state, round, votes } = shown?.approval ?? {};
    const voted = votes?.some(({ person }) => person.slackUserId === place);
    return shown && state === 'waiting' && round === facts.round && !voted
      ? reminder(shown, lastingReaderOf(ctx))
      : null;
  }),
];
