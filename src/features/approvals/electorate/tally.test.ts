import { expect, test } from 'vitest';
import type { Somebody } from '../../../cases/model.ts';
import type { Voter } from '../policy/match.ts';
import type { Stage } from '../policy/model.ts';
import type { Vote } from '../request/model.ts';
import { lostVoteSentences } from './refusals.ts';
import { type Authority, authorityIn, missingAt, remainingAt, whyNotCounted } from './tally.ts';

const voter = (id: string, role: string): Voter => ({ id, roles: [role], departments: [] });
const somebody = (id: string): Somebody => ({ id, name: id, slackUserId: `U${id}`, active: true });
const [maya, lena, luca, mona] = [
  voter('maya', 'operator'),
  voter('lena', 'lead'),
  voter('luca', 'lead'),
  voter('mona', 'manager'),
];
const leads: Stage = { needs: 2, of: { role: 'lead', department: null, people: [] } };
const managers: Stage = { needs: 1, of: { role: 'manager', department: null, people: [] } };
const yes = (id: string, stage = 0, inPlaceOf: string | null = null): Vote => ({
  person: somebody(id),
  inPlaceOf: inPlaceOf === null ? null : somebody(inPlaceOf),
  stage,
  choice: 'approve',
  reason: null,
  at: new Date(0),
});
const asked = (requester: string, ...votes: Vote[]) => ({
  requester: somebody(requester),
  votes,
  policy: { rule: 'test', stages: [leads, managers], breakGlass: false },
});

test.each<[string, Voter, Voter[], Vote[], string, Authority | null]>([
  ["a lead uses the lead's own", lena, [], [], 'maya', { holderId: 'lena', usedBy: null }],
  ['an operator has none', maya, [], [], 'luca', null],
  ['an operator uses a delegated one', maya, [lena], [], 'luca', { holderId: 'lena', usedBy: null }],
  ['the own one comes before a delegated one', lena, [luca], [], 'maya', { holderId: 'lena', usedBy: null }],
  ["the requester's is never used", maya, [lena], [], 'lena', null],
  [
    'an unused one comes before a used one',
    maya,
    [lena, luca],
    [yes('lena')],
    'nils',
    { holderId: 'luca', usedBy: null },
  ],
  ['its holder has used it', maya, [lena], [yes('lena')], 'nils', { holderId: 'lena', usedBy: yes('lena') }],
  [
    'a delegate has used it',
    lena,
    [],
    [yes('maya', 0, 'lena')],
    'nils',
    { holderId: 'lena', usedBy: yes('maya', 0, 'lena') },
  ],
])('the authority of a vote: %s', (_, voter, delegators, votes, requester, authority) => {
  expect(authorityIn(leads, voter, delegators, asked(requester, ...votes))).toEqual(authority);
});

test('only a stage’s own yeses fill it', () => {
  expect(missingAt(asked('maya'), 0)).toBe(2);
  expect(missingAt(asked('maya', yes('lena')), 0)).toBe(1);
  expect(missingAt(asked('maya', yes('lena'), yes('luca')), 0)).toBe(0);
  expect(missingAt(asked('maya', yes('lena'), yes('luca')), 1)).toBe(1);
  expect(missingAt(asked('maya', { ...yes('lena'), choice: 'reject' }), 0)).toBe(2);
});

test('the remaining voters are the members of the group who have not voted, themselves or by a delegate', () => {
  const all = [maya, lena, luca, mona];
  const ids = (votes: Vote[], requester: string) =>
    remainingAt(leads, all, asked(requester, ...votes)).map(({ id }) => id);
  expect(ids([], 'maya')).toEqual(['lena', 'luca', 'mona']);
  expect(ids([], 'mona')).toEqual(['lena', 'luca']);
  expect(ids([yes('lena')], 'maya')).toEqual(['luca', 'mona']);
  expect(ids([yes('maya', 0, 'luca')], 'nils')).toEqual(['lena', 'mona']);
});

test.each<[string, Vote[], Voter[], string, string | null]>([
  ['every voter may still vote', [yes('lena'), yes('mona', 1)], [lena, mona], 'maya', null],
  ['a voter has left', [yes('lena'), yes('luca')], [lena], 'maya', 'luca may not approve it any more.'],
  [
    'a voter lost the role',
    [yes('lena')],
    [voter('lena', 'operator')],
    'maya',
    'lena may not approve it any more.',
  ],
  [
    'the holder of a delegated authority has left',
    [yes('maya', 0, 'lena')],
    [maya],
    'nils',
    'lena may not approve it any more.',
  ],
  ['a delegate has left', [yes('maya', 0, 'lena')], [lena], 'nils', 'maya may not approve it any more.'],
  [
    'a lead voted at the manager stage',
    [yes('lena', 1)],
    [lena],
    'maya',
    'lena may not approve it any more.',
  ],
  [
    'a voter is the requester by now',
    [yes('maya')],
    [maya],
    'maya',
    'maya asked for it and cannot have approved it.',
  ],
  ['an override by a manager', [{ ...yes('mona'), choice: 'override' }], [mona], 'maya', null],
  [
    'an override, after a yes by somebody who has left',
    [yes('lena'), { ...yes('mona'), choice: 'override' }],
    [mona],
    'maya',
    null,
  ],
  [
    'an override by a former manager',
    [{ ...yes('lena'), choice: 'override' }],
    [lena],
    'maya',
    'lena may not approve it any more.',
  ],
])('votes when the effect is to run: %s', (_, votes, voters, requester, sentence) => {
  const overriders = voters.filter(({ roles }) => roles.includes('manager'));
  const lost = whyNotCounted(asked(requester, ...votes), voters, overriders);
  expect(lost && lostVoteSentences[lost.code](lost.person)).toBe(sentence);
});
