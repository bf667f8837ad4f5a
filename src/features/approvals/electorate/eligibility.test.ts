import { expect, test } from 'vitest';
import type { Somebody } from '../../../cases/model.ts';
import type { Voter } from '../policy/match.ts';
import type { Stage } from '../policy/model.ts';
import type { Vote } from '../request/model.ts';
import { eligibleNow, neededAt } from './eligibility.ts';

const voter = (id: string, role: string): Voter => ({ id, roles: [role], departments: [] });
const somebody = (id: string): Somebody => ({ id, name: id, slackUserId: `U${id}`, active: true });
const [lena, luca, mona, nils] = [
  voter('lena', 'lead'),
  voter('luca', 'lead'),
  voter('mona', 'manager'),
  voter('nils', 'manager'),
];
const needs = (n: number, role: 'lead' | 'manager'): Stage => ({
  needs: n,
  of: { role, department: null, people: [] },
});
const leadThenManager = [needs(1, 'lead'), needs(1, 'manager')];
const yes = (id: string, inPlaceOf: string | null = null): Vote => ({
  person: somebody(id),
  inPlaceOf: inPlaceOf === null ? null : somebody(inPlaceOf),
  stage: 0,
  choice: 'approve',
  reason: null,
  at: new Date(0),
});

test.each<[string, { stages?: Stage[]; votes?: Vote[]; voters: Voter[]; stage?: number }, string[]]>([
  ['the only manager is kept for the manager stage', { voters: [lena, mona] }, ['lena']],
  ['one of two managers may vote as a lead', { voters: [lena, mona, nils] }, ['lena', 'mona', 'nils']],
  [
    'with two leads needed, one of two managers may vote as a lead',
    { stages: [needs(2, 'lead'), needs(1, 'manager')], voters: [lena, mona, nils] },
    ['lena', 'mona', 'nils'],
  ],
  [
    'once one manager has, the other is kept',
    { stages: [needs(2, 'lead'), needs(1, 'manager')], voters: [lena, mona, nils], votes: [yes('mona')] },
    ['lena'],
  ],
  [
    'an authority used by a delegate fills no later stage',
    {
      stages: [needs(2, 'lead'), needs(1, 'manager')],
      voters: [lena, luca, mona, nils],
      votes: [yes('luca', 'nils')],
    },
    ['lena'],
  ],
  ['nobody is held back where there are too few people anyway', { voters: [mona] }, ['mona']],
  ['nobody is held back at the last stage', { voters: [lena, mona], stage: 1 }, ['mona']],
])('who can say yes now: %s', (_, { stages = leadThenManager, votes = [], voters, stage = 0 }, ids) => {
  const approval = {
    requester: somebody('maya'),
    votes,
    stage,
    policy: { rule: 'test', stages, breakGlass: false },
  };
  expect(eligibleNow(approval, voters).map(({ id }) => id)).toEqual(ids);
});

test('a delegated authority is kept for the later stage that needs it', () => {
  const approval = {
    requester: somebody('maya'),
    votes: [],
    stage: 0,
    policy: { rule: 'test', stages: leadThenManager, breakGlass: false },
  };
  expect(neededAt(approval, [lena, luca, mona], 'luca', 'mona')).toBe(1);
  expect(neededAt(approval, [lena, luca, mona], 'luca')).toBe(null);
});
