import type { Somebody } from '../../../cases/model.ts';
import type { ActingPerson, ActingReader, Sentences } from '../../../cases/refusals.ts';
import { moment, type Reader } from '../../../core/time/reader.ts';
import { type Approval, isWaiting, type Vote } from './model.ts';

type Judged = Pick<
  Approval,
  | 'number'
  | 'state'
  | 'round'
  | 'requester'
  | 'decidedBy'
  | 'decidedAt'
  | 'expiresAt'
  | 'outcome'
  | 'votes'
  | 'policy'
>;
export type Decided = Judged & Partial<Pick<Approval, 'undo' | 'undoUntil'>>;

export type ApprovalNo =
  | 'is decided'
  | 'has expired'
  | 'is your own'
  | 'is a new round'
  | 'has your vote'
  | 'has your lent vote'
  | 'allows no override'
  | 'is not yours to withdraw'
  | 'is yours to answer'
  | 'is not yours to answer'
  | 'is not yours to retry'
  | 'was not done'
  | 'undo waits'
  | 'is undone'
  | 'has no undo'
  | 'undo is over';

export const approvalSentences: Sentences<ApprovalNo, Decided> = {
  'is decided': outcomeWords,
  'has expired': (approval, reader) => outcomeWords({ ...approval, state: 'expired' }, reader),
  'is your own': () => 'You asked for it yourself: somebody else has to decide it.',
  'is a new round': () => 'It was asked again since: look at it now.',
  'has your vote': ({ votes }, reader) =>
    `You said yes${momentOf(voteOf(votes, reader), reader)} already: everybody has one vote.`,
  'has your lent vote': ({ votes }, reader) => {
    const lent = voteInPlaceOf(votes, reader);
    return `${lent?.person.name ?? 'Somebody'} voted for you${momentOf(lent, reader)}: everybody has one vote.`;
  },
  'allows no override': ({ policy }) =>
    `Nobody decides that alone: the rule "${policy.rule}" does not allow it.`,
  'is not yours to withdraw': ({ requester }) => `${requester.name} asked for it: only they can withdraw it.`,
  'is yours to answer': () => 'You asked for it yourself: answer what others ask.',
  'is not yours to answer': ({ requester }) => `That is for ${requester.name} to answer: they asked for it.`,
  'is not yours to retry': () => 'You asked for it yourself: somebody else has to try it again.',
  'was not done': ({ number }) => `Approval ${number} was not done.`,
  'undo waits': ({ undo }) => `Undo was asked for already: approval ${undo?.number ?? ''}.`,
  'is undone': ({ undo }) => `It was undone by approval ${undo?.number ?? ''}.`,
  'has no undo': () => 'It cannot be undone.',
  'undo is over': ({ undoUntil }, { timeZone, now }) =>
    `It could be undone until ${undoUntil ? moment(undoUntil, now, timeZone) : 'then'}.`,
};

/** Why this person has no say in it any more; null: whether they may is for their rights to tell. */
export function whyNotDecide(approval: Judged, round: number, reader: ActingPerson): ApprovalNo | null {
  if (!isWaiting(approval)) return 'is decided';
  // Its time is over before anybody has looked.
  if (approval.expiresAt && approval.expiresAt <= reader.now) return 'has expired';
  if (approval.requester.id === reader.personId) return 'is your own';
  if (approval.round !== round) return 'is a new round';
  return voteOf(approval.votes, reader) ? 'has your vote' : null;
}

/** Whether one person may decide alone, in an emergency. */
export function whyNotOverride(approval: Judged, round: number, reader: ActingPerson): ApprovalNo | null {
  const no = whyNotDecide(approval, round, reader);
  if (no) return no;
  if (voteInPlaceOf(approval.votes, reader)) return 'has your lent vote';
  return approval.policy.breakGlass ? null : 'allows no override';
}

/** Whoever asks takes it back, while nobody has decided it. */
export function whyNotWithdraw(approval: Judged, { personId }: ActingPerson): ApprovalNo | null {
  if (approval.requester.id !== personId) return 'is not yours to withdraw';
  return isWaiting(approval) ? null : 'is decided';
}

/** A question is for somebody else, while there is something to decide. */
export function whyNotAsk(approval: Judged, { personId }: ActingPerson): ApprovalNo | null {
  if (!isWaiting(approval)) return 'is decided';
  return approval.requester.id === personId ? 'is yours to answer' : null;
}

export function whyNotAnswer(approval: Judged, { personId }: ActingPerson): ApprovalNo | null {
  if (!isWaiting(approval)) return 'is decided';
  return approval.requester.id === personId ? null : 'is not yours to answer';
}

/** What failed is tried again by somebody else than the one who asked for it. */
export function whyNotRetry(approval: Judged, { personId }: ActingPerson): ApprovalNo | null {
  return whyNotGiveUp(approval) ?? (approval.requester.id === personId ? 'is not yours to retry' : null);
}

/** What failed can be given up. */
export function whyNotGiveUp({ state }: Pick<Judged, 'state'>): ApprovalNo | null {
  return state === 'failed' ? null : 'is decided';
}

/** An undo is offered for a while, and there is one. */
export function whyNotUndo(
  { state, undo, undoUntil }: Pick<Approval, 'state' | 'undo' | 'undoUntil'>,
  { now }: Pick<Reader, 'now'>,
): ApprovalNo | null {
  if (state !== 'done') return 'was not done';
  if (undo && ['waiting', 'approved', 'failed'].includes(undo.state)) return 'undo waits';
  if (undo?.state === 'done') return 'is undone';
  if (!undoUntil) return 'has no undo';
  return undoUntil > now ? null : 'undo is over';
}

/** "Lena approved it at 09:05." */
function outcomeWords(approval: Judged, reader: ActingReader): string {
  const { number, state, decidedBy, decidedAt, requester, expiresAt } = approval;
  const who = nameFor(decidedBy, reader);
  const at = decidedAt ? ` ${when(decidedAt, reader)}` : '';
  switch (state) {
    case 'waiting':
      return `Approval ${number} waits for a yes.`;
    case 'approved':
    case 'done':
      return decidedBy ? `${who} approved it${at}.` : `The policy approved it${at}.`;
    case 'failed':
      return `${who} approved it${at}, but it failed: ${approval.outcome ?? 'nobody knows why'}`;
    case 'rejected':
      return `${who} rejected it${at}.`;
    case 'withdrawn':
      return decidedBy && decidedBy.id !== requester.id
        ? `${who} gave it up${at}.`
        : `${nameFor(requester, reader)} withdrew it${at}.`;
    case 'expired':
      return `It expired${expiresAt ? ` ${when(expiresAt, reader)}` : ''}.`;
  }
}

/** Why what was approved could not be done, where whoever asked for it has lost the right to. */
export function withoutRequester({ name }: Pick<Somebody, 'name'>): string {
  return `${name} asked for it and may not any more. Whoever still wants it asks for it anew.`;
}

function voteOf(votes: readonly Vote[], { personId }: ActingReader): Vote | undefined {
  return votes.find(({ person }) => person.id === personId);
}

function voteInPlaceOf(votes: readonly Vote[], { personId }: ActingReader): Vote | undefined {
  return votes.find(({ inPlaceOf }) => inPlaceOf?.id === personId);
}

function nameFor(somebody: Somebody | null, { personId }: ActingReader): string {
  if (!somebody) return 'Somebody';
  return somebody.id === personId ? 'You' : somebody.name;
}

function momentOf(vote: Vote | undefined, reader: Reader): string {
  return vote ? ` ${when(vote.at, reader)}` : '';
}

/** "at 09:05", "on 2 Mar 14:05". */
export function when(at: Date, { timeZone, now }: Reader): string {
  const time = moment(at, now, timeZone);
  return time.includes(' ') ? `on ${time}` : `at ${time}`;
}
