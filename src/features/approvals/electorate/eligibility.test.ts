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
  ['the only manager is kept for the stage of managers', { voters: [lena, mona] }, ['lena']],
  ['one of two managers may stand in for a lead', { voters: [lena, mona, nils] }, ['lena', 'mona', 'nils']],
  [
    'of two leads needed and two managers one may stand in',
    { stages: [needs(2, 'lead'), needs(1, 'manager')], voters: [lena, mona, nils] },
    ['lena', 'mona', 'nils'],
  ],
  [
    'once one of them has, the other is kept',
    { stages: [needs(2, 'lead'), needs(1, 'manager')], voters: [lena, mona, nils], votes: [yes('mona')] },
    ['lena'],
  ],
  [
    'a right that was lent and used fills no later stage',
    {
      stages: [needs(2, 'lead'), needs(1, 'manager')],
      voters: [lena, luca, mona, nils],
      votes: [yes('luca', 'nils')],
    },
    ['lena'],
  ],
  ['where there are too few anyway nobody is held back', { voters: [mona] }, ['mona']],
  ['at the last stage nobody is held back', { voters: [lena, mona], stage: 1 }, ['mona']],
])('who is asked: %s', (_, { stages = leadThenManager, votes = [], voters, stage = 0 }, ids) => {
  const approval = {
    requester: somebody('maya'),
    votes,
    stage,
    policy: { rule: 'test', stages, breakGlass: false },
  };
  expect(eligibleNow(approval, voters).map(({ id }) => id)).toEqual(ids);
});

test('a lent right is kept for the later stage that needs it', () => {
  const approval = {
    requester: somebody('maya'),
    votes: [],
    stage: 0,
    policy: { rule: 'test', stages: leadThenManager, breakGlass: false },
  };
  expect(neededAt(approval, [lena, luca, mona], 'luca', 'mona')).toBe(1);
  expect(neededAt(approval, [lena, luca, mona], 'luca')).toBe(null);
});
