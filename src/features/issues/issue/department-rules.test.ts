import { expect, test } from 'vitest';
import { departmentAmong, overseesAll } from './department-rules.ts';

test.each([
  [[], null],
  [['accounting'], null],
  [['purchasing', 'shipping'], 'shipping'],
])('a person in the departments %j raises issues for %j', (own, department) => {
  expect(departmentAmong(own)).toBe(department);
});

test.each([
  ['a manager', { roles: ['manager'], departments: ['shipping'] }, true],
  ['an admin', { roles: ['viewer', 'admin'], departments: [] }, true],
  ['a lead without a department', { roles: ['lead'], departments: [] }, true],
  ['a lead in management', { roles: ['lead'], departments: ['shipping', 'management'] }, true],
  ['a lead of shipping', { roles: ['lead'], departments: ['shipping'] }, false],
  ['an operator without a department', { roles: ['operator'], departments: [] }, false],
] as const)('whether %s answers for every department', (_, person, all) => {
  expect(overseesAll(person)).toBe(all);
});
