import { expect, test } from 'vitest';
import { leadsAmong } from './leads-rules.ts';

const lena = { slackUserId: 'LENA', roles: ['lead'], departments: ['shipping'] } as const;
const omar = { slackUserId: 'OMAR', roles: ['manager'], departments: ['warehouse'] } as const;
const ada = { slackUserId: 'ADA', roles: ['admin'], departments: [] } as const;

test.each([
  ['the department’s own lead', [ada, omar, lena], 'shipping', ['LENA']],
  ['the department’s manager when it has no lead', [ada, omar, lena], 'warehouse', ['OMAR']],
  ['leads of other departments when it has neither', [ada, omar, lena], 'purchasing', ['LENA']],
  ['managers of other departments when nobody is a lead', [ada, omar], 'purchasing', ['OMAR']],
  ['admins when there is nobody else', [ada], 'purchasing', ['ADA']],
  ['nobody when nobody directs', [], 'purchasing', []],
] as const)('the people asked to find an owner: %s', (_, people, department, asked) => {
  expect(leadsAmong(people, department)).toEqual(asked);
});

test.each([
  ['the owner of an issue is left out', [ada, omar, lena], 'LENA', ['OMAR']],
  ['the owner is asked when nobody else directs', [lena], 'LENA', ['LENA']],
] as const)('among the leads, %s', (_, people, besides, asked) => {
  expect(leadsAmong(people, 'shipping', besides)).toEqual(asked);
});

test('at most five leads are mentioned', () => {
  expect(
    leadsAmong(
      Array.from({ length: 9 }, () => lena),
      'shipping',
    ),
  ).toHaveLength(5);
});
