import { lastingReaderOf, readerOf } from '../../cases/reader.ts';
import { answers } from '../../core/declare/click.ts';
import type { Verb } from '../../core/declare/command.ts';
import { draws } from '../../core/declare/drawing.ts';
import { issueKinds } from '../../core/declare/issue-kind.ts';
import { holds } from '../../core/runtime/actor.ts';
import type { Context } from '../../core/runtime/context.ts';
import { readNumber } from '../../core/text/case-number.ts';
import type { Paged } from '../../core/tokens/page.ts';
import { privately, replacing, showing } from '../../core/tokens/reply.ts';
import { fileAsked } from '../../ui/paged-list.ts';
import { askForExport } from '../exports/index.ts';
import { formClicks } from './card/form-slack.ts';
import { linkClicks } from './card/links-slack.ts';
import { playbookClicks } from './card/playbook-slack.ts';
import { raiseClicks, raising } from './card/raise-slack.ts';
import { readExtras } from './card/read-extras.ts';
import { raisingReply } from './card/reply-views.ts';
import { reviewClicks } from './card/review-slack.ts';
import { afterClick, own } from './card/show-slack.ts';
import { issueMessage } from './card/views.ts';
import {
  closeAction,
  declineAction,
  exportAction,
  listAction,
  promiseAction,
  releaseAction,
  roomAction,
  severityAction,
  showIssue,
  snoozeAction,
  takeAction,
} from './issue/actions.ts';
import { getEvent, getIssue } from './issue/get.ts';
import { otherKind } from './issue/kinds.ts';
import { issueCard, issueLine, issueTold } from './issue/notifications.ts';
import { readLine } from './issue/read-line.ts';
import { closeIssue } from './lifecycle/close.ts';
import { declineIssue } from './lifecycle/decline.ts';
import { letGo } from './lifecycle/let-go.ts';
import { openRoom } from './lifecycle/open-room.ts';
import { raiseIssue } from './lifecycle/raise.ts';
import { setPromise } from './lifecycle/set-promise.ts';
import { setSeverity } from './lifecycle/set-severity.ts';
import { snoozeIssue } from './lifecycle/snooze.ts';
import { takeIssue } from './lifecycle/take.ts';
import { findIssues, homeDepartment, listPage } from './list/list.ts';
import { type Filter, listExport } from './list/model.ts';
import { foundIssues, issueList } from './list/views.ts';
import { raiseIssues, seeIssues, workOnIssues } from './permissions.ts';
import { playbookStarted } from './playbooks/views.ts';
import { eventMessage, toldMessage } from './timeline/line-views.ts';

async function list(ctx: Context, filter: Paged<Filter>) {
  return issueList(await listPage.call(ctx, filter), readerOf(ctx), holds(ctx.actor, workOnIssues));
}

async function found(ctx: Context, words: readonly string[]) {
  const text = words.join(' ');
  return privately(foundIssues(text, await findIssues.call(ctx, { text }), readerOf(ctx)));
}

const everything: Paged<Filter> = {
  state: 'open',
  severity: null,
  department: null,
  whose: 'all',
  after: null,
};

export const verbs: readonly Verb[] = [
  {
    command: 'issue',
    name: '',
    usage: '[<number or words>]',
    summary: 'open issues of your department; with a number, that issue and what happened to it',
    examples: ['/issue', '/issue 17'],
    permission: seeIssues,
    takes: 'words or nothing',
    async answer(ctx, words) {
      if (words.text === '')
        return privately(await list(ctx, { ...everything, department: await homeDepartment.call(ctx, {}) }));
      const number = readNumber(words.text);
      return number === null ? await found(ctx, words.list) : privately(await own(ctx, { number }));
    },
  },
  {
    command: 'issue',
    name: 'new',
    usage: '[[<severity> <department>] <what is wrong>]',
    summary: 'raise an issue here; a form asks for what the line leaves out',
    examples: [
      '/issue new',
      '/issue new critical DHL pickup missed',
      '/issue new high shipping 3PL feed dead',
    ],
    permission: raiseIssues,
    takes: 'words or nothing',
    async answer(ctx, { text }) {
      const line = readLine(text, ctx.engine.contributions.of(issueKinds));
      if (!line.complete) return await raising(ctx, { ...line, source: 'command' });
      const kind = line.kind ?? otherKind;
      const wish = { ...line, kind, source: 'command', alike: 'offer' } as const;
      return privately(raisingReply(await raiseIssue.call(ctx, wish), readerOf(ctx)));
    },
  },
  {
    command: 'issue',
    name: 'mine',
    usage: '',
    summary: 'open issues that you are on or were asked to take',
    examples: ['/issue mine'],
    permission: seeIssues,
    takes: 'nothing',
    answer: async (ctx) => privately(await list(ctx, { ...everything, whose: 'mine' })),
  },
  {
    command: 'issue',
    name: 'find',
    usage: '<words>',
    summary: 'search titles, forgiving typos',
    examples: ['/issue find feed dead'],
    permission: seeIssues,
    takes: 'words',
    answer: async (ctx, words) => await found(ctx, words.list),
  },
];

export const clicks = [
  answers(showIssue, async (ctx, { id }) => replacing(await own(ctx, { id }))),
  answers(listAction, async (ctx, filter) => showing(await list(ctx, filter))),
  answers(exportAction, async (ctx, filter) =>
    privately(fileAsked(await askForExport.call(ctx, listExport.of(filter)))),
  ),
  answers(takeAction, async (ctx, pressed) => {
    await takeIssue.call(ctx, { id: pressed.id });
    return await afterClick(ctx, pressed);
  }),
  answers(promiseAction, async (ctx, { span, ...pressed }) => {
    await setPromise.call(ctx, { id: pressed.id, span });
    return await afterClick(ctx, pressed);
  }),
  answers(snoozeAction, async (ctx, { span, ...pressed }) => {
    await snoozeIssue.call(ctx, { id: pressed.id, span });
    return await afterClick(ctx, pressed);
  }),
  answers(severityAction, async (ctx, { severity, ...pressed }) => {
    await setSeverity.call(ctx, { id: pressed.id, severity });
    return await afterClick(ctx, pressed);
  }),
  answers(roomAction, async (ctx, pressed) => {
    await openRoom.call(ctx, { id: pressed.id });
    return await afterClick(ctx, pressed);
  }),
  answers(declineAction, async (ctx, pressed) => {
    await declineIssue.call(ctx, { id: pressed.id });
    return await afterClick(ctx, pressed);
  }),
  answers(releaseAction, async (ctx, pressed) => {
    await letGo.call(ctx, { id: pressed.id });
    return await afterClick(ctx, pressed);
  }),
  answers(closeAction, async (ctx, pressed) => {
    await closeIssue.call(ctx, { id: pressed.id });
    return await afterClick(ctx, pressed);
  }),
  ...formClicks,
  ...raiseClicks,
  ...linkClicks,
  ...playbookClicks,
  ...reviewClicks,
];

export const drawings = [
  draws(issueCard, async (ctx, { subject, place }) => {
    const issue = await getIssue.call(ctx, { id: subject });
    return issue && issueMessage(issue, lastingReaderOf(ctx), await readExtras.call(ctx, issue), place);
  }),
  draws(issueLine, async (ctx, { subject, facts }) => {
    const one = await getEvent.call(ctx, { event: subject, issue: facts.issue });
    // Whoever has taken it by now needs no lead to find somebody.
    if (one?.event.what === 'raised' && one.issue.owner) return null;
    if (one?.event.what !== 'playbook started')
      return one && eventMessage(one.event, one.issue, facts.mentions, lastingReaderOf(ctx));
    const { steps } = await readExtras.call(ctx, one.issue);
    return playbookStarted(one.event, one.issue, steps, lastingReaderOf(ctx));
  }),
  draws(issueTold, async (ctx, { subject, facts }) => {
    const one = await getEvent.call(ctx, { event: subject, issue: facts.issue });
    return one && toldMessage(one.event, one.issue, lastingReaderOf(ctx));
  }),
];
