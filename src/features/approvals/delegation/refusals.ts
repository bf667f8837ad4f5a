import type { Sentences } from '../../../cases/refusals.ts';
import { moment } from '../../../core/time/reader.ts';
import { type Delegation, mostDays, type SpanNo } from './rules.ts';

/** The sentence of each code, and the input that it stands beside. */
export const spanSentences: Readonly<
  Record<SpanNo, { readonly field: 'from' | 'until'; readonly says: string }>
> = {
  'has passed': { field: 'until', says: 'That moment has passed.' },
  'ends before it begins': { field: 'until', says: 'The end comes after the beginning.' },
  'is too far ahead': { field: 'from', says: 'That is more than a year ahead.' },
  'is too long': { field: 'until', says: `That is too long: at most ${mostDays} days.` },
};

export const nothingToDelegate = 'You decide no approvals, so there is nothing to delegate.';

/** A member who is to be a delegate. */
interface Delegate {
  readonly personId: string;
  readonly name: string;
  readonly active: boolean;
}

export type DelegateNo = 'is yourself' | 'is deactivated' | 'may not decide';

export const delegateSentences: Readonly<Record<DelegateNo, (delegate: Pick<Delegate, 'name'>) => string>> = {
  'is yourself': () => 'That is you.',
  'is deactivated': ({ name }) => `${name} is deactivated in Slack.`,
  'may not decide': ({ name }) => `${name} may not decide approvals: that is for an operator.`,
};

/** Why a member cannot be somebody's delegate. `mayDecide`: whether their roles may decide approvals. */
export function whyNotDelegateTo(
  { personId, active }: Delegate,
  delegatorId: string,
  mayDecide: boolean,
): DelegateNo | null {
  if (personId === delegatorId) return 'is yourself';
  if (!active) return 'is deactivated';
  return mayDecide ? null : 'may not decide';
}

/** "Maya decides in your place until 6 Mar 17:00: end that first." */
export function overlapSentence(
  { to, startsAt, endsAt }: Pick<Delegation, 'to' | 'startsAt' | 'endsAt'>,
  { now, timeZone }: { readonly now: Date; readonly timeZone: string },
): string {
  const begin = startsAt > now ? `from ${moment(startsAt, now, timeZone)} ` : '';
  return `${to.name} decides in your place ${begin}until ${moment(endsAt, now, timeZone)}: end that first.`;
}

const next = '`/approval delegate` lists yours.';

export type EndNo = 'is between others' | 'is over';

export const endSentences: Sentences<EndNo, Pick<Delegation, 'from' | 'to' | 'endsAt' | 'endedAt'>> = {
  'is between others': ({ from, to }) => ({ says: `That is between ${from.name} and ${to.name}.`, next }),
  'is over': ({ endsAt, endedAt }, { now, timeZone }) => ({
    says: `It has been over since ${moment(endedAt ?? endsAt, now, timeZone)}.`,
    next,
  }),
};

/** Either side can end a delegation, and so can anybody who may change the policy. `personId`: null for the console. */
export function whyNotEnd(
  { from, to }: Pick<Delegation, 'from' | 'to'>,
  personId: string | null,
  mayChangePolicy: boolean,
): EndNo | null {
  const isSide = [from.id, to.id].some((id) => id === personId);
  return isSide || mayChangePolicy ? null : 'is between others';
}

export type ListNo = 'is for managers';

export const listSentences: Sentences<ListNo> = {
  'is for managers': () => ({ says: 'You may see your own: everybody’s are for a manager.', next }),
};
