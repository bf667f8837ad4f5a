import { timeIn } from '../../../core/time/time-zone.ts';
import { type Approval, isWaiting, type Somebody } from './model.ts';

/** Who reads the sentence, and when. */
export interface Asker {
  readonly personId: string;
  readonly timeZone: string;
  readonly now: Date;
}

export type Decided = Pick<
  Approval,
  | 'number'
  | 'state'
  | 'round'
  | 'requester'
  | 'decidedBy'
  | 'decidedAt'
  | 'expiresAt'
  | 'reason'
  | 'outcome'
  | 'votes'
  | 'policy'
>;

/** Why this person has no say in it any more, as a sentence; null: what they may is for their rights to tell. */
export function whyNotDecide(approval: Decided, round: number, asker: Asker): string | null {
  if (!isWaiting(approval)) return whatCame(approval, asker);
  // Its time is over before anybody has looked.
  if (approval.expiresAt && approval.expiresAt <= asker.now)
    return whatCame({ ...approval, state: 'expired' }, asker);
  if (approval.requester.id === asker.personId)
    return 'You asked for it yourself: somebody else has to decide it.';
  if (approval.round !== round) return 'It was asked again since: look at it now.';
  const own = approval.votes.find(({ person }) => person.id === asker.personId);
  return own ? `You said yes ${when(own.at, asker)} already: everybody has one vote.` : null;
}

/** "Lena approved it at 09:05." */
function whatCame(approval: Decided, asker: Asker): string {
  const { number, state, decidedBy, decidedAt, requester, expiresAt } = approval;
  const who = nameFor(decidedBy, asker);
  const at = decidedAt ? ` ${when(decidedAt, asker)}` : '';
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
        : `${nameFor(requester, asker)} withdrew it${at}.`;
    case 'expired':
      return `It expired${expiresAt ? ` ${when(expiresAt, asker)}` : ''}.`;
  }
}

/** Whoever asks takes it back, while nobody has decided it. */
export function whyNotWithdraw(approval: Decided, asker: Asker): string | null {
  if (approval.requester.id !== asker.personId)
    return `${approval.requester.name} asked for it: only they can withdraw it.`;
  return isWaiting(approval) ? null : whatCame(approval, asker);
}

/** Whether one person may decide alone, in an emergency. */
export function whyNotBreakGlass(approval: Decided, round: number, asker: Asker): string | null {
  const no = whyNotDecide(approval, round, asker);
  if (no) return no;
  const lent = approval.votes.find(({ inPlaceOf }) => inPlaceOf?.id === asker.personId);
  if (lent) return `${lent.person.name} spoke for you ${when(lent.at, asker)}: everybody has one vote.`;
  return approval.policy.breakGlass
    ? null
    : `Nobody decides that alone: the rule "${approval.policy.rule}" does not allow it.`;
}

function nameFor(somebody: Somebody | null, { personId }: Asker): string {
  if (!somebody) return 'Somebody';
  return somebody.id === personId ? 'You' : somebody.name;
}

/** "at 09:05", "on 2026-03-02 14:05". */
export function when(at: Date, { timeZone, now }: Pick<Asker, 'timeZone' | 'now'>): string {
  const time = timeIn(timeZone, at, now);
  return time.includes(' ') ? `on ${time}` : `at ${time}`;
}

/** A question is for somebody else, while there is something to decide. */
export function whyNotAsk(approval: Decided, asker: Asker): string | null {
  if (!isWaiting(approval)) return whatCame(approval, asker);
  return approval.requester.id === asker.personId
    ? 'You asked for it yourself: answer what others ask.'
    : null;
}

export function whyNotAnswer(approval: Decided, asker: Asker): string | null {
  if (!isWaiting(approval)) return whatCame(approval, asker);
  return approval.requester.id === asker.personId
    ? null
    : `That is for ${approval.requester.name} to answer: they asked for it.`;
}

/** What failed is tried again, or given up. */
export function whyNotRetry(approval: Decided, asker: Asker): string | null {
  return approval.state === 'failed' ? null : whatCame(approval, asker);
}

/** An undo is offered for a while, and there is one. */
export function whyNotUndo(
  approval: Decided & Pick<Approval, 'undo' | 'undoUntil'>,
  asker: Asker,
): string | null {
  const { state, undo, undoUntil, number } = approval;
  if (state !== 'done') return `Approval ${number} was not done.`;
  if (undo && ['waiting', 'approved', 'failed'].includes(undo.state))
    return `Undo was asked for already: approval ${undo.number}.`;
  if (undo?.state === 'done') return `It was undone by approval ${undo.number}.`;
  if (!undoUntil) return 'It cannot be undone.';
  return undoUntil > asker.now
    ? null
    : `It could be undone until ${timeIn(asker.timeZone, undoUntil, asker.now)}.`;
}
