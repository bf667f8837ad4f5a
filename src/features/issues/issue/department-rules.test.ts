import { expect, test } from 'vitest';
import { departmentAmong } from './department-rules.ts';

test.each([
  [[], null],
  [['accounting'], null],
  [['purchasing', 'shipping'], 'shipping'],
])('a person in the departments %j raises issues for %j', (own, department) => {
  expect(departmentAmong(own)).toBe(department);
});
