import type { KnownBlock } from '@slack/types';
import type { PressedOn } from '../../../cases/actions.ts';
import { nameOf } from '../../../cases/words-views.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { momentFor } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, context, facts, message, section } from '../../../ui/blocks.ts';
import { limits, shorten } from '../../../ui/limits.ts';
import { joined, type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import { decidersWords } from '../electorate/deciders.ts';
import type { ApprovalEvent } from '../request/event-model.ts';
import type { Vote } from '../request/model.ts';
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
  const { approval, told, title } = shown;
  const { number, why, requester, requestedAt, votes } = approval;
  const finding = headline(shown);
  const state = stateSentence(shown, read);
  const pairs = told.lines.map(([label, value]) => mrkdwn`*${label}*\n${cut(value, factShown)}`);
  const spoken = told.lines.map(([label, value]) => `${label}: ${shorten(value, 100)}`).join('; ');
  return message(mrkdwn`${finding}. ${state}${spoken ? ` ${spoken}.` : ''}`, [
    section(mrkdwn`*${finding}*\n${state}`, on ? moreOf(approval, on) : undefined),
    ...changed(shown),
    ...(pairs.length > 0 ? [facts(...pairs.slice(0, limits.fields))] : []),
    ...(why ? [section(mrkdwn`*Why*\n${cut(why, whyShown)}`)] : []),
    ...(votes.length > 0 ? [section(joined(voteLines(votes, read), '\n'))] : []),
    ...(steps.length > 0 ? [section(joined(steps, '\n'))] : []),
    ...(on ? buttonsOf(approval, on, read.now) : []),
    ...more,
    context(
      mrkdwn`Approval ${number}, ${title}. Asked by ${nameOf(requester)} ${momentFor(requestedAt, read)}. ${policyOf(shown)} \`/approval ${number}\` shows its steps.`,
    ),
  ]);
}

/** The state in a sentence, with the approvers it waits for. */
function stateSentence(shown: ShownApproval, read: Reader): Mrkdwn {
  const { approval } = shown;
  const { state, decidedAt, expiresAt, reason, outcome, undo, undoUntil } = approval;
  const when = decidedAt ? ` ${momentFor(decidedAt, read)}` : '';
  switch (state) {
    case 'waiting':
      return mrkdwn`${waitsFor(shown)}${expiresAt ? ` Expires ${momentFor(expiresAt, read)}.` : ''}`;
    case 'approved':
      return mrkdwn`Approved${when}. It is being done now.`;
    case 'done': {
      const undoing =
        undo && undo.state !== 'done' ? ` Undo asked for: approval ${undo.number}, ${undo.state}.` : '';
      const offer =
        undoUntil && undoUntil > read.now && !undo ? ` Undo until ${momentFor(undoUntil, read)}.` : '';
      return mrkdwn`${cut(outcome ?? 'It is done.', reasonShown)}${undoing}${offer}`;
    }
    case 'failed':
      return mrkdwn`It was approved${when} and could not be done: ${cut(outcome ?? '', reasonShown)}`;
    case 'rejected':
      return mrkdwn`Rejected${when}: ${cut(reason ?? '', reasonShown)}`;
    case 'withdrawn':
      return mrkdwn`Withdrawn${when}. Nothing was done.`;
    case 'expired':
      return mrkdwn`Nobody decided it${expiresAt ? ` by ${momentFor(expiresAt, read)}` : ''}. Nothing was done: ask again if it is still wanted.`;
  }
}

/** "Stage 1 of 2: 1 of 2 leads said yes. Lena or Omar can decide." */
function waitsFor({ approval, stages, asked }: ShownApproval): string {
  const { stage, policy, votes } = approval;
  const needs = policy.stages[stage]?.needs ?? 0;
  const yeses = votes.filter((vote) => vote.stage === stage && vote.choice === 'approve').length;
  const where = stages.length > 1 ? `Stage ${stage + 1} of ${stages.length}: ` : '';
  const whom = stages[stage] ?? 'somebody';
  const so = needs > 1 ? `${yeses} of ${whom} said yes` : `waits for ${whom}`;
  const names = decidersWords(asked, (name) => shorten(name, 40));
  const can = asked.length > 0 ? ` ${names} can decide.` : '';
  const sentence = `${where}${so}.${can}`;
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
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

function policyOf({ approval, stages }: ShownApproval): string {
  const { rule } = approval.policy;
  return stages.length === 0
    ? `Rule “${rule}”: it needs nobody’s yes.`
    : `Rule “${rule}”: ${stages.join(', then ')}.`;
}
