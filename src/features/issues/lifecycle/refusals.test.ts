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
  ['new', null, 'l', null],
  ['new', owner, 'l', 'is asked'],
  ['waiting', owner, 'l', 'is asked'],
  ['on it', owner, 'l', 'is on it'],
  ['new', null, 'm', 'is yourself'],
  ['waiting', owner, 'm', 'is yourself'],
  ['on it', owner, 'm', 'is yours'],
  ['on it', { ...owner, id: 'o' }, 'm', 'is owned'],
] as const)(
  'an issue that is %s with the owner %j, assigned to Maya by %s: %j',
  (state, by, personId, no) => {
    expect(whyNotAssign({ state, owner: by }, maya, { ...lena, personId })).toBe(no);
  },
);
