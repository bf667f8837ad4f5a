import { expect, test } from 'vitest';
import { numbersNear } from './slips.ts';

test.each([
  ['one digit is another', '00340434292135100187'],
  ['two changed places', '00340434292135100168'],
  ['one is missing', '0034043429213510018'],
  ['one is too many', '003404342921351001866'],
  ['it is written in groups, and a digit is another', '0034-0434-2921-3510-0187'],
])('a number is near where %s', (_, typed) => {
  expect(numbersNear(typed)).toContain('00340434292135100186');
});

test('a dash that was left out is found, and few keys are looked for', () => {
  expect(numbersNear('JJD000390007')).toContain('JJD-000390007');
  expect(numbersNear('JJD000390007390007').length).toBeLessThan(3_000);
  expect(numbersNear('1042')).toEqual([]);
  expect(numbersNear('0'.repeat(41))).toEqual([]);
});
