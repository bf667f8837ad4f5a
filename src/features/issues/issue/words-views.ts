import { nameOf } from '../../../cases/words-views.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { distance } from '../../../core/time/spans.ts';
import { shorten } from '../../../ui/limits.ts';
import type { Issue, Severity, State } from './model.ts';

export const severityWords: Readonly<Record<Severity, string>> = {
  critical: 'Critical',
  high: 'High',
  normal: 'Normal',
  low: 'Low',
};

const stateWords: Readonly<Record<State, string>> = {
  new: 'New',
  'on it': 'On it',
  waiting: 'Waiting',
  done: 'Done',
  closed: 'Closed',
};

/** A state for people. An issue that somebody took before is open again, not new. */
export function stateWord({ state, acknowledgedAt }: Pick<Issue, 'state' | 'acknowledgedAt'>): string {
  return state === 'new' && acknowledgedAt ? 'Open' : stateWords[state];
}

/** "Critical · #17 · 3PL feed dead": short enough for a phone. */
export function headline({ severity, number, title }: Pick<Issue, 'severity' | 'number' | 'title'>): string {
  return `${severityWords[severity]} · #${number} · ${shorten(title, 100)}`;
}

/** "On it: Omar", "Done": the state of an issue on the card of something else. */
export function standing(issue: Pick<Issue, 'state' | 'owner' | 'asked' | 'acknowledgedAt'>): string {
  const { state, owner, asked } = issue;
  if (state === 'new' && asked) return `${nameOf(asked)} is asked`;
  return state === 'on it' && owner ? `${stateWord(issue)}: ${nameOf(owner)}` : stateWord(issue);
}

/** Completes "from …" with where an issue was raised. */
export function sourceWords({ source }: Pick<Issue, 'source'>): string {
  return ['command', 'form', 'message', 'card'].includes(source) ? `a ${source}` : source;
}

export function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** ", 1 min late"; in a lasting card ", late". */
export function lateWords(at: Date, { now, lasting }: Reader): string {
  if (at > now) return '';
  return lasting || now.getTime() - at.getTime() < 60_000 ? ', late' : `, ${distance(at, now)} late`;
}
