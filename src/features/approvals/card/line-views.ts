import type { Button } from '@slack/types';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, message, section } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { joined, type Mrkdwn, mrkdwn, userMention } from '../../../ui/text.ts';
import type { ApprovalEvent } from '../request/event-model.ts';
import { answerAction, type On, showApproval } from './actions.ts';
import type { Shown } from './model.ts';
import { at, cut, headline, nameOf, type Reading, voterOf } from './words-views.ts';

const noteShown = 600;

/** A step in the thread of the card; in the channel as well where somebody is to act. */
export function stepLine(event: ApprovalEvent, shown: Shown, mentions: readonly string[]): Message {
  const to = mentions.length > 0 ? mrkdwn`${joined(mentions.map(userMention), ' ')} ` : '';
  const line = mrkdwn`${to}${ended(stepSentence(event))} ${aboutOf(shown)}`;
  return message(line, [section(line), ...(isAsked(event, shown) ? [actions(answer(shown, 'card'))] : [])]);
}

/** The same to one person directly: what became of what they asked, or that they are to act. */
export function toldStep(event: ApprovalEvent, shown: Shown): Message {
  const what = ended(stepSentence(event));
  return message(mrkdwn`${what} ${headline(shown)}`, [
    section(mrkdwn`*${what}*\n${headline(shown)}`),
    actions(...(isAsked(event, shown) ? [answer(shown, 'own')] : []), show(shown)),
  ]);
}

/** Asks once more. It stays as it is, so what it offers is to look: others may decide meanwhile. */
export function reminder(shown: Shown, read: Reading): Message {
  const { expiresAt } = shown.approval;
  const until = expiresAt ? ` It expires ${at(expiresAt, read)}.` : '';
  const finding = mrkdwn`Still waiting for your yes or no: ${headline(shown)}`;
  return message(mrkdwn`${finding}.${until}`, [
    section(mrkdwn`*${finding}*\n${until.trim()}`),
    actions(show(shown)),
  ]);
}

function isAsked({ what }: ApprovalEvent, { approval }: Shown): boolean {
  return what === 'question' && approval.state === 'waiting';
}

function answer({ approval: { id } }: Shown, on: On): Button {
  return button(answerAction, { id, on }, 'Answer');
}

function show({ approval: { id, number } }: Shown): Button {
  return button(showApproval, { id }, `Show approval ${number}`);
}

function aboutOf(shown: Shown): string {
  return `Approval ${shown.approval.number}, ${shorten(shown.told.what.replace(/\s+/g, ' '), 60)}`;
}

/** A note may end with a full stop of its own. */
function ended(what: Mrkdwn): Mrkdwn {
  return /[.!?…]$/.test(what.value) ? what : mrkdwn`${what}.`;
}

/** What happened, without a full stop. */
export function stepSentence(event: ApprovalEvent): Mrkdwn {
  const note = cut(event.note ?? '', noteShown);
  const who = event.by ? nameOf(event.by) : 'Quartermaster';
  const voter = event.by ? voterOf({ person: event.by, inPlaceOf: event.inPlaceOf }) : who;
  switch (event.what) {
    case 'asked':
      return mrkdwn`${who} asked for it`;
    case 'automatic':
      return mrkdwn`It was ${note}`;
    case 'approved':
      return mrkdwn`${voter} said yes`;
    case 'stage filled':
      return mrkdwn`The next stage: ${note}`;
    case 'rejected':
      return mrkdwn`${voter} said no: ${note}`;
    case 'overridden':
      return mrkdwn`${who} decided alone, in an emergency: ${note}`;
    case 'asked again':
      return mrkdwn`It has to be decided again: ${cut((event.note ?? '').replaceAll('\n', '; '), noteShown)}`;
    case 'done':
      return mrkdwn`${event.note ? note : 'It is done'}`;
    case 'failed':
      return mrkdwn`It was approved and could not be done: ${note}`;
    case 'tried again':
      return mrkdwn`${who} has it tried again`;
    case 'question':
      return mrkdwn`${who} asks: ${note}`;
    case 'answer':
      return mrkdwn`${who} answers: ${note}`;
    case 'withdrawn':
      return mrkdwn`${who} withdrew it`;
    case 'given up':
      return mrkdwn`${who} gave it up`;
    case 'reminded':
      return mrkdwn`Those who are asked were reminded`;
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
