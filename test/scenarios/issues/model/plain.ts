import { officeHours } from '../../../../src/core/time/calendar.ts';
import type { EventKind } from '../../../../src/features/issues/issue/event-model.ts';
import type { Severity, State } from '../../../../src/features/issues/issue/model.ts';
import { type Span, spanEnd } from '../../../../src/features/issues/issue/promise-rules.ts';
import type { Name } from './press.ts';

export type DueName = 'issues.promise' | 'issues.snooze' | 'issues.close' | 'issues.review';

/** An issue as the model has it. */
export interface Plain {
  state: State;
  severity: Severity;
  owner: Name | null;
  asked: Name | null;
  /** Its owner pressed "I'm on it" and was not only asked. */
  taken: boolean;
  reminded: boolean;
  /** In milliseconds. */
  remindedAt: number;
  matter: string | null;
  promiseAt: Date | null;
  snoozedUntil: Date | null;
  /** Due work and its moments. */
  readonly due: Map<DueName, Date>;
  readonly steps: EventKind[];
  /** Events that share their moment with another: the card is updated once for both. */
  joined: number;
}

const minuteMs = 60_000;
const spanOf: Readonly<Record<Severity, Span>> = {
  critical: '15m',
  high: '1h',
  normal: '4h',
  low: 'workday',
};
const leadsAfterMs: Readonly<Record<Severity, number | null>> = {
  critical: 5 * minuteMs,
  high: 15 * minuteMs,
  normal: 120 * minuteMs,
  low: null,
};

export function isOver({ state }: Plain): boolean {
  return state === 'done' || state === 'closed';
}

/** Replaces all due work by at most one. */
export function dueOnly(issue: Plain, name?: DueName, at?: Date): void {
  issue.due.clear();
  if (name && at) issue.due.set(name, at);
}

export function promise(issue: Plain, now: Date, span: Span = spanOf[issue.severity]): void {
  issue.promiseAt = spanEnd(span, now, officeHours('Europe/Berlin'));
  issue.reminded = false;
  dueOnly(issue, 'issues.promise', issue.promiseAt);
}

/** Carries out all due work up to this moment. */
export function pass(issue: Plain, now: Date): void {
  const ripe = [...issue.due].filter(([, at]) => at <= now).sort(([, a], [, b]) => a.getTime() - b.getTime());
  for (const [name] of ripe) comes(issue, name, now);
  issue.joined += Math.max(0, ripe.length - 1);
}

function comes(issue: Plain, name: DueName, now: Date): void {
  issue.due.delete(name);
  if (name === 'issues.review') {
    issue.steps.push('review missed');
  } else if (name === 'issues.close') {
    issue.state = 'closed';
    issue.steps.push('closed');
  } else if (name === 'issues.snooze') {
    wake(issue, now);
  } else {
    remind(issue, now);
  }
}

/** Nobody waits any more for the person who was asked and has left. */
export function forgetAsked(issue: Plain): void {
  issue.asked = null;
  issue.steps.push('released');
}

/** The owner has left or lets go. */
export function release(issue: Plain): void {
  dueOnly(issue);
  Object.assign(issue, { state: 'new', owner: null, taken: false, reminded: false });
  Object.assign(issue, { promiseAt: null, snoozedUntil: null });
  issue.steps.push('released');
}

/** The severity decides when the leads hear of a passed promise, unless they have heard. */
export function rate(issue: Plain, severity: Severity, now: Date): void {
  const [before, after] = [leadsAfterMs[issue.severity], leadsAfterMs[severity]];
  issue.severity = severity;
  if (issue.state !== 'on it' || !issue.reminded || before === after) return;
  const told = before !== null && issue.remindedAt + before <= now.getTime();
  if (told) return;
  if (after === null) dueOnly(issue);
  else dueOnly(issue, 'issues.promise', new Date(Math.max(now.getTime(), issue.remindedAt + after)));
}

function wake(issue: Plain, now: Date): void {
  issue.state = issue.taken ? 'on it' : 'new';
  issue.snoozedUntil = null;
  if (issue.taken) promise(issue, now);
  issue.steps.push('woken');
}

function remind(issue: Plain, now: Date): void {
  const later = leadsAfterMs[issue.severity];
  if (!issue.reminded && later !== null) dueOnly(issue, 'issues.promise', new Date(now.getTime() + later));
  issue.steps.push(issue.reminded ? 'leads told' : 'promise passed');
  if (!issue.reminded) issue.remindedAt = now.getTime();
  issue.reminded = true;
}
