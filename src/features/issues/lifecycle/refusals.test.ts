import { expect, test } from 'vitest';
import { workOnIssues } from '../permissions.ts';
import { assignSentences, whyNotAssign, whyNotAssignee } from './refusals.ts';

const maya = { personId: 'm', name: 'Maya', active: true, roles: ['operator'] } as const;
const owner = { id: 'm', name: 'Maya', slackUserId: 'MAYA', active: true };
const lena = { now: new Date(0), timeZone: 'UTC', personId: 'l' };

test.each([
  ['who never used the bot', null, 'I don’t know that person yet: they have to use me once first.'],
  ['who left', { ...maya, active: false }, 'Maya is deactivated in Slack.'],
  [
    'who lacks the role',
    { ...maya, roles: ['viewer'] as const },
    'Maya may not take on or resolve issues: that is for an operator.',
  ],
  ['who may', maya, null],
])('asking a person %s (%j) to take an issue says %j', (_, assignee, sentence) => {
  const judged = { assignee, needed: workOnIssues };
  const no = whyNotAssignee(judged);
  expect(no && assignSentences[no](judged, lena)).toBe(sentence);
});

test.each([
  [null, null, 'l', null],
  [null, owner, 'l', 'is asked'],
  [{ ...owner, id: 'o' }, owner, 'l', 'is asked'],
  [{ ...owner, id: 'o' }, null, 'l', null],
  [owner, null, 'l', 'is on it'],
  [null, null, 'm', 'is yourself'],
  [owner, null, 'm', 'is yours'],
  [{ ...owner, id: 'o' }, null, 'm', 'is owned'],
  [{ ...owner, id: 'o', active: false }, null, 'm', 'is yourself'],
] as const)(
  'an issue with the owner %j, for which %j is asked, assigned to Maya by %s: %j',
  (by, asked, personId, no) => {
    expect(whyNotAssign({ owner: by, asked }, maya, { ...lena, personId })).toBe(no);
  },
);
