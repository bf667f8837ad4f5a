import { nameOf } from '../../../cases/words-views.ts';
import { shorten } from '../../../ui/limits.ts';
import type { Issue, Severity, State } from './model.ts';

export const severityWords: Readonly<Record<Severity, string>> = {
  critical: 'Critical',
  high: 'High',
  normal: 'Normal',
  low: 'Low',
};

export const stateWords: Readonly<Record<State, string>> = {
  new: 'New',
  'on it': 'On it',
  waiting: 'Waiting',
  done: 'Done',
  closed: 'Closed',
};

/** "Critical · 17 · 3PL feed dead": the finding, short enough for a phone. */
export function headline({ severity, number, title }: Pick<Issue, 'severity' | 'number' | 'title'>): string {
  return `${severityWords[severity]} · ${number} · ${shorten(title, 100)}`;
}

/** "On it: Omar", "Done": how it stands, where it is spoken of. */
export function standing({ state, owner }: Pick<Issue, 'state' | 'owner'>): string {
  return state === 'on it' && owner ? `${stateWords[state]}: ${nameOf(owner)}` : stateWords[state];
}

export function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
