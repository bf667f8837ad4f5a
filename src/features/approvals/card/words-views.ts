import { nameOf } from '../../../cases/words-views.ts';
import { shorten, shortenMarkup } from '../../../ui/limits.ts';
import { escapeText, Mrkdwn } from '../../../ui/text.ts';
import type { Decider } from '../electorate/deciders.ts';
import { type Headlined, isUndone, type State, type Vote } from '../request/model.ts';
import type { ShownApproval } from './model.ts';

export const stateWords: Readonly<Record<State, string>> = {
  waiting: 'Waiting',
  approved: 'Approved',
  done: 'Done',
  failed: 'Failed',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
  expired: 'Expired',
};

const longestWhat = 90;

/** "Maya asks to write off 3 × MUG-01": the finding, short enough for a phone. */
export function headline({
  approval,
  told,
}: Pick<ShownApproval, 'told'> & { readonly approval: Headlined }): string {
  const what = shorten(told.what.replace(/\s+/g, ' '), longestWhat);
  const asks = `${nameOf(approval.requester)} asks to ${what}`;
  const { state, undo } = approval;
  switch (state) {
    case 'waiting':
      return asks;
    case 'approved':
      return approvedWords(approval, what);
    case 'done':
      return undo && isUndone(approval)
        ? `Undone by approval ${undo.number}: ${what}`
        : approvedWords(approval, what);
    case 'failed':
      return `Failed: ${asks}`;
    case 'rejected':
      return `Rejected by ${deciderOf(approval)}: ${what}`;
    case 'withdrawn':
      return `Withdrawn by ${deciderOf(approval)}: ${what}`;
    case 'expired':
      return `Expired: ${asks}`;
  }
}

function approvedWords(approval: Headlined, what: string): string {
  const verb = approval.votes.some(({ choice }) => choice === 'override') ? 'Overridden' : 'Approved';
  return `${verb} by ${deciderOf(approval)}: ${what}`;
}

/** Everybody who approved it, or the one person who ended or overrode it. */
function deciderOf({ state, votes, decidedBy }: Headlined): string {
  if (state === 'rejected' || state === 'withdrawn') return nameOf(decidedBy);
  const override = votes.find(({ choice }) => choice === 'override');
  if (override) return nameOf(override.person);
  const names = votes.filter(({ choice }) => choice === 'approve').map(({ person }) => nameOf(person));
  if (names.length === 0) return decidedBy ? nameOf(decidedBy) : 'policy';
  return names.length > 3 ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more` : list(names);
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Outside text, escaped and cut to `max` characters of markup. */
export function cut(text: string, max: number): Mrkdwn {
  return new Mrkdwn(shortenMarkup(escapeText(text), max));
}

/** " for Omar": behind "Lena said yes". Empty for a vote of one's own. */
export function forWhom(inPlaceOf: Vote['inPlaceOf']): string {
  return inPlaceOf ? ` for ${nameOf(inPlaceOf)}` : '';
}

/** "Lena", "Maya for Lena": short enough for a line. */
export function deciderName({ name, inPlaceOf }: Decider): string {
  return inPlaceOf ? `${shorten(name, 30)} for ${shorten(inPlaceOf, 30)}` : shorten(name, 30);
}
