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
/** A request as far as its refusals name it. */
export type RefusedApproval = Judged & Partial<Pick<Approval, 'undo' | 'undoUntil'>>;

export type ApprovalNo =
  | 'is decided'
  | 'has expired'
  | 'is your own'
  | 'is a new round'
  | 'has your vote'
  | 'has a vote for you'
  | 'allows no override'
  | 'may not override'
  | 'is not yours to withdraw'
  | 'is yours to answer'
  | 'may not ask'
  | 'is not yours to answer'
  | 'is not yours to retry'
  | 'was not done'
  | 'undo waits'
  | 'is undone'
  | 'has no undo'
  | 'undo is over';

export const approvalSentences: Sentences<ApprovalNo, RefusedApproval> = {
  'is decided': outcomeWords,
  'has expired': (approval, reader) => outcomeWords({ ...approval, state: 'expired' }, reader),
  'is your own': () => ({
    says: 'You asked for it yourself: somebody else has to decide it.',
    next: 'You can withdraw it.',
  }),
  'is a new round': () => 'It was asked again since: look at it now.',
  'has your vote': ({ votes }, reader) =>
    `You said yes${momentOf(voteOf(votes, reader), reader)} already: everybody has one vote.`,
  'has a vote for you': ({ votes }, reader) => {
    const vote = voteInPlaceOf(votes, reader);
    return `${vote?.person.name ?? 'Somebody'} voted for you${momentOf(vote, reader)}: everybody has one vote.`;
  },
  'allows no override': ({ policy }) =>
    `Nobody can override that: the rule “${policy.rule}” does not allow it.`,
  'may not override': () => 'You may not override approvals any more.',
  'is not yours to withdraw': ({ requester }) => `${requester.name} asked for it: only they can withdraw it.`,
  'is yours to answer': () => 'You asked for it yourself: answer what others ask.',
  'may not ask': ({ requester }) => ({
    says: 'You may not ask questions about approvals: that is for an operator.',
    next: `${requester.name} asked for this one and knows more.`,
  }),
  'is not yours to answer': ({ requester }) => `That is for ${requester.name} to answer: they asked for it.`,
  'is not yours to retry': () => 'You asked for it yourself: somebody else has to try it again.',
  'was not done': ({ number }) => `Approval ${number} was not done.`,
  'undo waits': ({ undo }) => `Undo was asked for already: approval ${undo?.number ?? ''}.`,
  'is undone': ({ undo }) => `It was undone by approval ${undo?.number ?? ''}.`,
  'has no undo': () => 'It cannot be undone.',
  'undo is over': ({ undoUntil }, { timeZone, now }) => ({
    says: `It could be undone until ${undoUntil ? moment(undoUntil, now, timeZone) : 'then'}.`,
    next: 'Ask for the opposite instead.',
  }),
};

/** Why this person cannot decide the request, whatever their authority; null: their authority decides. */
export function whyNotDecide(approval: Judged, round: number, reader: ActingPerson): ApprovalNo | null {
  if (!isWaiting(approval)) return 'is decided';
  // The deadline counts before the due work has marked the request as expired.
  if (approval.expiresAt && approval.expiresAt <= reader.now) return 'has expired';
  if (approval.requester.id === reader.personId) return 'is your own';
  if (approval.round !== round) return 'is a new round';
  return voteOf(approval.votes, reader) ? 'has your vote' : null;
}

/** Why this person cannot override the request. `overriders`: everybody whose role allows overrides now. */
export function whyNotOverride(
  approval: Judged,
  round: number,
  reader: ActingPerson,
  overriders: readonly { readonly id: string }[],
): ApprovalNo | null {
  const no = whyNotDecide(approval, round, reader);
  if (no) return no;
  if (voteInPlaceOf(approval.votes, reader)) return 'has a vote for you';
  if (!approval.policy.breakGlass) return 'allows no override';
  return overriders.some(({ id }) => id === reader.personId) ? null : 'may not override';
}

/** The requester withdraws a request while it waits. */
export function whyNotWithdraw(approval: Judged, { personId }: ActingPerson): ApprovalNo | null {
  if (approval.requester.id !== personId) return 'is not yours to withdraw';
  return isWaiting(approval) ? null : 'is decided';
}

/** Anybody who decides approvals, except the requester, can ask about a request while it waits. */
export function whyNotAsk(
  approval: Judged,
  { personId }: ActingPerson,
  mayDecide: boolean,
): ApprovalNo | null {
  if (!isWaiting(approval)) return 'is decided';
  if (approval.requester.id === personId) return 'is yours to answer';
  return mayDecide ? null : 'may not ask';
}

export function whyNotAnswer(approval: Judged, { personId }: ActingPerson): ApprovalNo | null {
  if (!isWaiting(approval)) return 'is decided';
  return approval.requester.id === personId ? null : 'is not yours to answer';
}

/** A failed request is retried by somebody other than its requester. */
export function whyNotRetry(approval: Judged, { personId }: ActingPerson): ApprovalNo | null {
  return whyNotGiveUp(approval) ?? (approval.requester.id === personId ? 'is not yours to retry' : null);
}

export function whyNotGiveUp({ state }: Pick<Judged, 'state'>): ApprovalNo | null {
  return state === 'failed' ? null : 'is decided';
}

/** An effect can be undone until its deadline, unless an undo waits or is done. */
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
  const at = decidedAt ? ` ${atMoment(decidedAt, reader)}` : '';
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
      return `It expired${expiresAt ? ` ${atMoment(expiresAt, reader)}` : ''}.`;
  }
}

/** Why an approved request failed: its requester may not ask for it any more. */
export function requesterLostSentence({ name }: Pick<Somebody, 'name'>): string {
  return `${name} asked for it and may not any more. If it is still wanted, somebody else has to ask for it.`;
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
  return vote ? ` ${atMoment(vote.at, reader)}` : '';
}

/** "at 09:05" today, "on 2 Mar 14:05" before. */
export function atMoment(at: Date, { timeZone, now }: Reader): string {
  const time = moment(at, now, timeZone);
  return time.includes(' ') ? `on ${time}` : `at ${time}`;
}
