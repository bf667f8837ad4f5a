import type { KnownBlock } from '@slack/types';
import type { PressedOn } from '../../../cases/actions.ts';
import { nameOf } from '../../../cases/words-views.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { momentFor } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, context, facts, section } from '../../../ui/blocks.ts';
import { card as drawCard } from '../../../ui/card.ts';
import { limits, shorten } from '../../../ui/limits.ts';
import { joined, Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import { decidersWords } from '../electorate/deciders.ts';
import type { ApprovalEvent } from '../request/event-model.ts';
import { isUndone, isWaiting, type Vote } from '../request/model.ts';
import { showApproval } from './actions.ts';
import { buttonsOf, moreOf } from './button-views.ts';
import { eventSentence } from './line-views.ts';
import type { ShownApproval } from './model.ts';
import { cut, forWhom, headline } from './words-views.ts';

/** More votes would push the buttons off a phone's screen. */
const votesShown = 8;
const whyShown = 2_900;
const factShown = 300;
const reasonShown = 700;

/** The living card: the same in the channel and with everybody who was asked. */
export function approvalMessage(shown: ShownApproval, read: Reader): Message {
  return card(shown, read, 'card', []);
}

/** The card for one reader, with the newest events. */
export function ownCard(shown: ShownApproval, events: readonly ApprovalEvent[], read: Reader): Message {
  const steps = events.map((event) => mrkdwn`${momentFor(event.at, read)} · ${eventSentence(event, shown)}`);
  return { ...card(shown, read, 'own', steps), lasting: snapshot(shown, read, steps) };
}

/** The card in a message that stays and is never redrawn: it offers to look again, and no decision. */
function snapshot(shown: ShownApproval, read: Reader, steps: readonly Mrkdwn[]): Message {
  const { id, number } = shown.approval;
  const look = [
    actions(button(showApproval, { id }, `Show approval ${number}`)),
    context(mrkdwn`As of ${momentFor(read.now, { ...read, lasting: true })}.`),
  ];
  return card(shown, { ...read, lasting: true }, null, steps, look);
}

/** `on`: where its buttons stand; null: it has none. */
function card(
  shown: ShownApproval,
  read: Reader,
  on: PressedOn | null,
  steps: readonly Mrkdwn[],
  more: readonly KnownBlock[] = [],
): Message {
  const { approval, told, because, may } = shown;
  const { why, votes, state } = approval;
  const lines = told.lines.slice(0, limits.fields);
  const few = lines.length < fewestPairs;
  const needs = because && isWaiting(approval) ? [section(mrkdwn`Needs a yes: ${because}.`)] : [];
  const message = drawCard({
    mark: isUndone(approval) ? 'undone' : marks[state],
    finding: headline(shown),
    aside: isWaiting(approval) ? waitsFor(shown, read) : null,
    more: on ? moreOf(approval, on, may) : undefined,
    facts: few ? lines.map(([label, value]) => mrkdwn`${label} *${cut(value, factShown)}*`) : [],
    spoken: few ? null : lines.map(([label, value]) => `${label} ${shorten(value, 100)}`).join(' · '),
    body: [
      ...outcomeOf(shown, read),
      ...changed(shown),
      ...(few ? [] : [facts(...lines.map(([label, value]) => mrkdwn`*${label}*\n${cut(value, factShown)}`))]),
      ...(why ? [section(quoteOf(cut(why, whyShown)))] : []),
      ...needs,
      ...(votes.length > 0 ? [section(joined(voteLines(votes, read), '\n'))] : []),
      ...(steps.length > 0 ? [section(joined(steps, '\n'))] : []),
    ],
    buttons: on ? buttonsOf(approval, on, read.now, may) : [],
    footer: footerOf(shown, read),
  });
  return more.length > 0 ? { ...message, blocks: [...message.blocks, ...more] } : message;
}

const marks = {
  waiting: 'waits',
  approved: 'waits',
  done: 'done',
  failed: 'attention',
  rejected: 'refused',
  withdrawn: 'refused',
  expired: 'refused',
} as const;

/** Fewer facts stand on one line. */
const fewestPairs = 6;

/** What became of it, below the finding; a waiting one says in its first line for whom it waits. */
function outcomeOf({ approval }: ShownApproval, read: Reader): readonly KnownBlock[] {
  const { state, decidedAt, expiresAt, reason, outcome, undo, undoUntil } = approval;
  const when = decidedAt ? ` ${momentFor(decidedAt, read)}` : '';
  switch (state) {
    case 'waiting':
      return [];
    case 'approved':
      return [section(mrkdwn`Approved${when}. It is checked again, then done.`)];
    case 'done': {
      // What it came to is true no longer.
      if (isUndone(approval))
        return [section(mrkdwn`It was done${when} and undone by approval ${undo?.number ?? ''}.`)];
      const undoing =
        undo && undo.state !== 'done' ? ` Undo asked for: approval ${undo.number}, ${undo.state}.` : '';
      const offer =
        undoUntil && undoUntil > read.now && !undo ? ` Undo until ${momentFor(undoUntil, read)}.` : '';
      return [section(mrkdwn`${cut(outcome ?? 'It is done.', reasonShown)}${undoing}${offer}`)];
    }
    case 'failed':
      return [
        section(mrkdwn`It was approved${when} and could not be done: ${cut(outcome ?? '', reasonShown)}`),
      ];
    case 'rejected':
      return [section(mrkdwn`Rejected${when}: ${cut(reason ?? '', reasonShown)}`)];
    case 'withdrawn':
      return [section(mrkdwn`Withdrawn${when}. Nothing was done.`)];
    case 'expired':
      return [
        section(
          mrkdwn`Nobody decided it${expiresAt ? ` by ${momentFor(expiresAt, read)}` : ''}. Nothing was done: ask again if it is still wanted.`,
        ),
      ];
  }
}

/** "stage 1 of 2: 1 of 2 leads said yes, until Mon 09:54". */
function waitsFor({ approval, stages }: ShownApproval, read: Reader): string {
  const { stage, policy, votes, expiresAt } = approval;
  const needs = policy.stages[stage]?.needs ?? 0;
  const yeses = votes.filter((vote) => vote.stage === stage && vote.choice === 'approve').length;
  const where = stages.length > 1 ? `stage ${stage + 1} of ${stages.length}: ` : '';
  const whom = stages[stage] ?? 'somebody';
  const until = expiresAt ? ` until ${momentFor(expiresAt, read)}` : '';
  return needs > 1
    ? `${where}${yeses} of ${whom} said yes, waits${until}`
    : `${where}waits for ${whom}${until}`;
}

/** "#12 · asked by Maya 09:02 · rule “adjustment”: Ada or Omar can decide · numbers as of 09:54 …". */
function footerOf({ approval, told, stages, asked, title }: ShownApproval, read: Reader): readonly string[] {
  const { number, requester, requestedAt, policy } = approval;
  const who = decidersWords(asked, (name) => shorten(name, 40));
  const rule = stages.length === 0 ? 'it needs nobody’s yes' : stages.join(', then ');
  const waiting = isWaiting(approval);
  return [
    `#${number} ${title}`,
    `asked by ${nameOf(requester)} ${momentFor(requestedAt, read)}`,
    `rule “${policy.rule}”: ${rule}`,
    ...(waiting && who ? [`${who} can decide`] : []),
    ...(waiting && told.lines.length > 0
      ? [`numbers as of ${momentFor(read.now, read)}, checked again before anything moves`]
      : []),
  ];
}

/** Words somebody wrote, set apart. */
function quoteOf(words: Mrkdwn): Mrkdwn {
  return new Mrkdwn(words.value.replace(/^/gm, '>'));
}

function changed({ approval }: ShownApproval): readonly KnownBlock[] {
  const { round, reason, state } = approval;
  if (round < 2 || !reason || state === 'rejected') return [];
  return [section(mrkdwn`*It was asked again: this has changed*\n${cut(reason, reasonShown)}`)];
}

function voteLines(votes: readonly Vote[], read: Reader): readonly Mrkdwn[] {
  const shown = votes.slice(-votesShown);
  return shown.map((vote) => {
    const said = { approve: 'said yes', reject: 'said no', override: 'overrode it' }[vote.choice];
    const why = vote.reason && vote.choice === 'override' ? mrkdwn`: ${cut(vote.reason, reasonShown)}` : '';
    return mrkdwn`${nameOf(vote.person)} ${said}${forWhom(vote.inPlaceOf)} ${momentFor(vote.at, read)}${why}`;
  });
}
