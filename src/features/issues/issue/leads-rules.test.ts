import { expect, test } from 'vitest';
import { leadsAmong } from './leads-rules.ts';

const lena = { slackUserId: 'LENA', roles: ['lead'], departments: ['shipping'] } as const;
const omar = { slackUserId: 'OMAR', roles: ['manager'], departments: ['warehouse'] } as const;
const ada = { slackUserId: 'ADA', roles: ['admin'], departments: [] } as const;

test.each([
  ['its own lead', [ada, omar, lena], 'shipping', ['LENA']],
  ['its own manager, where it has no lead', [ada, omar, lena], 'warehouse', ['OMAR']],
  ['leads of others, where it has neither', [ada, omar, lena], 'purchasing', ['LENA']],
  ['managers, where there is no lead', [ada, omar], 'purchasing', ['OMAR']],
  ['admins, where there is nobody else', [ada], 'purchasing', ['ADA']],
  ['nobody, where nobody directs', [], 'purchasing', []],
] as const)('a department asks %s', (_, people, department, asked) => {
  expect(leadsAmong(people, department)).toEqual(asked);
});

test.each([
  ['the owner of an issue is left out', [ada, omar, lena], 'LENA', ['OMAR']],
  ['the owner is asked when nobody else directs', [lena], 'LENA', ['LENA']],
] as const)('of the leads, %s', (_, people, besides, asked) => {
  expect(leadsAmong(people, 'shipping', besides)).toEqual(asked);
});

test('no more than five are mentioned', () => {
  expect(
    leadsAmong(
      Array.from({ length: 9 }, () => lena),
      'shipping',
    ),
  ).toHaveLength(5);
});
