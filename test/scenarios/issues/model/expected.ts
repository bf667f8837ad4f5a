import { officeHours } from '../../../../src/core/time/calendar.ts';
import { severities } from '../../../../src/features/issues/issue/model.ts';
import { spanEnd } from '../../../../src/features/issues/issue/promise-rules.ts';
import { reviewMissedAt } from '../../../../src/features/issues/review/rules.ts';
import { dueOnly, isOver, type Plain, promise, rate, release } from './plain.ts';
import { type Name, type Press, people } from './press.ts';

export type No = 'not-allowed' | 'conflict' | 'invalid';

const weekMs = 7 * 24 * 3_600_000;
const forAnybody = ['raise', 'note'];
const forLeads = ['assign', 'severity', 'reopen', 'close'];

const directs = (name: Name) => people[name] === 'lead' || people[name] === 'admin';

/** The refusal that a press deserves; null: none. */
export function whyNot(press: Press, issue: Plain | undefined, isHere: (name: Name) => boolean): No | null {
  const { who, does, whom } = press;
  if (people[who] === 'viewer' && !forAnybody.includes(does)) return 'not-allowed';
  if (forLeads.includes(does) && !directs(who)) return 'not-allowed';
  if (forAnybody.includes(does) || !issue) return null;
  if (does === 'reopen') return isOver(issue) ? null : 'conflict';
  if (does === 'close') return issue.state === 'done' ? null : 'conflict';
  if (isOver(issue)) return 'conflict';
  const anothers = issue.owner !== null && isHere(issue.owner) && issue.owner !== who;
  if (does === 'take') {
    const has = issue.owner === who && issue.state === 'on it';
    return has || (anothers && issue.asked !== who) ? 'conflict' : null;
  }
  if (does === 'decline') return issue.asked === who ? null : 'conflict';
  if (does === 'release') return issue.owner && (!anothers || directs(who)) ? null : 'conflict';
  if (does === 'snooze') return anothers && !directs(who) ? 'conflict' : null;
  if (does === 'done') return issue.severity === 'critical' && anothers && !directs(who) ? 'conflict' : null;
  if (does === 'promise')
    return issue.state === 'on it' && (issue.owner === who || directs(who)) ? null : 'conflict';
  if (does === 'assign') {
    const known = whom === who || whom === issue.owner || whom === issue.asked;
    const can = isHere(whom) && people[whom] !== 'viewer' && !known;
    return can ? null : 'invalid';
  }
  return null;
}

/** Raises an issue, or sees the open issue of its matter again. */
export function raise({ severity, matter }: Press, issues: Plain[], now: Date): void {
  const known = matter && issues.find((one) => one.matter === matter && !isOver(one));
  if (known) {
    if (severities.indexOf(severity) < severities.indexOf(known.severity)) rate(known, severity, now);
    known.steps.push('seen again');
    return;
  }
  issues.push({
    state: 'new',
    severity,
    owner: null,
    asked: null,
    taken: false,
    reminded: false,
    remindedAt: 0,
    matter,
    promiseAt: null,
    snoozedUntil: null,
    due: new Map(),
    steps: ['raised'],
    joined: 0,
  });
}

/** Applies a press that is not refused. */
export function carryOut({ who, does, whom, severity, span }: Press, issue: Plain, now: Date): void {
  switch (does) {
    case 'take':
      Object.assign(issue, { state: 'on it', owner: who, asked: null, taken: true });
      issue.snoozedUntil = null;
      promise(issue, now);
      issue.steps.push('taken');
      break;
    case 'promise':
      promise(issue, now, span);
      issue.steps.push('promised');
      break;
    case 'assign':
      issue.asked = whom;
      issue.steps.push('assigned');
      break;
    case 'decline':
      issue.asked = null;
      issue.steps.push('declined');
      break;
    case 'release':
      release(issue);
      break;
    case 'severity':
      if (issue.severity !== severity) issue.steps.push('severity');
      rate(issue, severity, now);
      break;
    case 'snooze':
      Object.assign(issue, { state: 'waiting', promiseAt: null, reminded: false });
      issue.snoozedUntil = spanEnd(span, now, officeHours('Europe/Berlin'));
      dueOnly(issue, 'issues.snooze', issue.snoozedUntil);
      issue.steps.push('snoozed');
      break;
    case 'note':
      issue.steps.push('note');
      break;
    case 'done':
      Object.assign(issue, {
        state: 'done',
        owner: issue.owner ?? who,
        asked: null,
        promiseAt: null,
        snoozedUntil: null,
      });
      dueOnly(issue, 'issues.close', new Date(now.getTime() + weekMs));
      if (issue.severity === 'critical' || issue.severity === 'high')
        issue.due.set('issues.review', reviewMissedAt(now, officeHours('Europe/Berlin')));
      issue.steps.push('done');
      break;
    case 'reopen':
      Object.assign(issue, { state: 'new', owner: null, taken: false, reminded: false, matter: null });
      dueOnly(issue);
      issue.steps.push('reopened');
      break;
    case 'close':
      issue.state = 'closed';
      issue.due.delete('issues.close');
      issue.steps.push('closed');
      break;
  }
}
