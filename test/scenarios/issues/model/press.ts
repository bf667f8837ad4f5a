import type { Severity } from '../../../../src/features/issues/issue/model.ts';
import type { Span } from '../../../../src/features/issues/issue/promise-rules.ts';
import type { Chance } from '../../../harness/chance.ts';

export const people = {
  Vic: 'viewer',
  Maya: 'operator',
  Omar: 'operator',
  Lena: 'lead',
  Ada: 'admin',
} as const;
export type Name = keyof typeof people;

/** Weighted by repetition: a done issue accepts only reopening, which few people may do. */
const verbs = [
  'raise',
  'take',
  'take',
  'take',
  'promise',
  'promise',
  'promise',
  'assign',
  'assign',
  'decline',
  'decline',
  'release',
  'severity',
  'severity',
  'snooze',
  'snooze',
  'note',
  'done',
  'reopen',
  'reopen',
  'reopen',
  'reopen',
  'reopen',
  'close',
] as const;
export type Verb = (typeof verbs)[number];

/** One press; each verb reads the fields it needs. */
export interface Press {
  readonly who: Name;
  readonly does: Verb;
  /** The number of an issue. */
  readonly issue: number;
  readonly severity: Severity;
  readonly span: Span;
  readonly whom: Name;
  readonly matter: string | null;
}

const severities = ['critical', 'high', 'normal', 'low'] as const;
const spans = ['15m', '1h', '4h', 'tomorrow', 'workday'] as const;

/** A random press by somebody present, on one of `issues` issues. Raising is rare, so that issues live long. */
export function anyPress(chance: Chance, present: readonly [Name, ...Name[]], issues: number): Press {
  const verb = chance.pick(verbs);
  const mayRaise = issues === 0 || chance.below(4) === 0;
  return {
    who: chance.pick(present),
    does: issues === 0 ? 'raise' : verb === 'raise' && !mayRaise ? 'note' : verb,
    issue: 1 + chance.below(issues),
    severity: chance.pick(severities),
    span: chance.pick(spans),
    whom: chance.pick(['Vic', 'Maya', 'Omar', 'Lena', 'Ada']),
    matter: chance.pick([null, '3PL feed', 'label printer']),
  };
}
