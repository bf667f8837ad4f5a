import { expect, test } from 'vitest';
import { before, done, fresh, now, taken } from '../base-samples.ts';
import type { Issue } from '../issue/model.ts';
import { upcoming } from './upcoming.ts';

const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

test.each<readonly [string, Issue, ReturnType<typeof upcoming>]>([
  ['nothing, while nobody is on it', fresh, null],
  ['the due date of one that nobody is on', { ...fresh, dueAt: at(60) }, { what: 'due', at: at(60) }],
  ['nothing, when the due date has passed', { ...fresh, dueAt: before }, null],
  ['the reminder of its owner', { ...taken, promiseAt: at(15) }, { what: 'owner', at: at(15) }],
  [
    'the leads, five minutes after the owner of a critical one was reminded',
    { ...taken, remindedAt: now },
    { what: 'leads', at: at(5) },
  ],
  ['nothing after the reminder of a low one', { ...taken, severity: 'low', remindedAt: now }, null],
  ['whatever comes first', { ...taken, promiseAt: at(15), dueAt: at(10) }, { what: 'due', at: at(10) }],
  [
    'the end of its snooze',
    { ...taken, state: 'waiting', promiseAt: null, snoozedUntil: at(60) },
    { what: 'wakes', at: at(60) },
  ],
  ['its closing, a week after it was done', done, { what: 'closes', at: at(7 * 24 * 60) }],
  ['nothing, when it is closed', { ...done, state: 'closed' }, null],
])('what happens next by itself: %s', (_, issue, next) => {
  expect(upcoming(issue, [], now)).toEqual(next);
});
