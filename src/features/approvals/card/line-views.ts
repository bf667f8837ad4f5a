import type { Button } from '@slack/types';
import type { PressedOn } from '../../../cases/actions.ts';
import { doerOf, ended, eventLine } from '../../../cases/words-views.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { momentFor } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, message, section } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import { lostVoteSentences } from '../electorate/refusals.ts';
import type { LostVote } from '../electorate/tally.ts';
import type { ApprovalEvent } from '../request/event-model.ts';
import { requesterLostSentence } from '../request/refusals.ts';
import { answerAction, showApproval } from './actions.ts';
import type { ShownApproval } from './model.ts';
import { cut, forWhom, headline } from './words-views.ts';

const noteShown = 600;

/** An event as a line in the card's thread. */
export function eventMessage(
  event: ApprovalEvent,
  shown: ShownApproval,
  mentions: readonly string[],
): Message {
  const more = isAsked(event, shown) ? [actions(answer(shown, 'card'))] : [];
  return eventLine(eventSentence(event, shown), aboutOf(shown), mentions, more);
}

/** An event as a direct message, to the requester or to somebody who has to act. */
export function toldEvent(event: ApprovalEvent, shown: ShownApproval): Message {
  const finding = ended(eventSentence(event, shown));
  return message(mrkdwn`${finding} ${headline(shown)}`, [
    section(mrkdwn`*${finding}*\n${headline(shown)}`),
    actions(...(isAsked(event, shown) ? [answer(shown, 'own')] : []), show(shown)),
  ]);
}

/** Reminds an approver. It is never redrawn, so it offers to look, not to decide: others may decide meanwhile. */
export function reminder(shown: ShownApproval, read: Reader): Message {
  const { expiresAt, askedAt } = shown.approval;
  const until = expiresAt ? ` It expires ${momentFor(expiresAt, read)}.` : '';
  const finding = mrkdwn`Still waiting for your yes or no: ${headline(shown)}`;
  return message(mrkdwn`${finding}.${until}`, [
    section(mrkdwn`*${finding}*\nAsked ${momentFor(askedAt, read)}.${until}`),
    actions(show(shown)),
  ]);
}

function isAsked({ what }: ApprovalEvent, { approval }: ShownApproval): boolean {
  return what === 'question' && approval.state === 'waiting';
}

function answer({ approval: { id } }: ShownApproval, on: PressedOn): Button {
  return button(answerAction, { id, on }, 'Answer');
}

function show({ approval: { id, number } }: ShownApproval): Button {
  return button(showApproval, { id }, `Show approval ${number}`);
}

function aboutOf(shown: ShownApproval): string {
  return `Approval ${shown.approval.number}, ${shorten(shown.told.what.replace(/\s+/g, ' '), 60)}`;
}

/** What happened, as a sentence without a full stop. */
export function eventSentence(event: ApprovalEvent, shown: ShownApproval): Mrkdwn {
  const nobody = event.after.nobody === true ? ', and nobody is there who could say yes' : '';
  return mrkdwn`${sentenceOf(event, shown)}${nobody}`;
}

function sentenceOf(event: ApprovalEvent, shown: ShownApproval): Mrkdwn {
  const note = cut(event.note ?? '', noteShown);
  const who = doerOf(event);
  switch (event.what) {
    case 'asked':
      return mrkdwn`${who} asked for it`;
    case 'automatic':
      return mrkdwn`It was ${note}`;
    case 'approved':
      return mrkdwn`${who} said yes${forWhom(event.about)}`;
    case 'stage filled':
      return mrkdwn`Next stage: ${event.note ? note : `it waits for ${stageOf(event, shown)}`}`;
    case 'rejected':
      return mrkdwn`${who} said no${forWhom(event.about)}: ${note}`;
    case 'overridden':
      return mrkdwn`${who} overrode it: ${note}`;
    case 'asked again':
      return mrkdwn`It has to be decided again: ${cut(changesOf(event), noteShown)}`;
    case 'done':
      return mrkdwn`${event.note ? note : 'It is done'}`;
    case 'failed':
      return mrkdwn`It was approved and could not be done: ${event.note ? note : requesterLostSentence(shown.approval.requester)}`;
    case 'tried again':
      return mrkdwn`${who} tries it again`;
    case 'question':
      return mrkdwn`${who} asks: ${note}`;
    case 'answer':
      return mrkdwn`${who} answers: ${note}`;
    case 'withdrawn':
      return mrkdwn`${who} withdrew it`;
    case 'given up':
      return mrkdwn`${who} gave it up`;
    case 'reminded':
      return mrkdwn`The approvers were reminded`;
    case 'put off':
      return mrkdwn`Slack was away: it waits longer`;
    case 'taken up':
      return mrkdwn`Quartermaster was away: it is done now`;
    case 'expired':
      return mrkdwn`Nobody decided it in time: it has expired`;
    case 'undo asked':
      return mrkdwn`${who} asks to undo it: approval ${note}`;
    case 'undone':
      return mrkdwn`It was undone by approval ${note}`;
  }
}

/** The approvers of the stage that the event opened. */
function stageOf({ after }: ApprovalEvent, { stages }: ShownApproval): string {
  return stages[Number(after.stage)] ?? 'nobody';
}

/** Why a request is asked again. Early events have no code, and say it all in their note. */
function changesOf({ note, after, about }: ApprovalEvent): string {
  const code = (Object.keys(lostVoteSentences) as LostVote['code'][]).find((one) => one === after.lost);
  const lost = code && about ? [lostVoteSentences[code](about)] : [];
  return [...lost, ...(note ? note.split('\n') : [])].join('; ');
}
