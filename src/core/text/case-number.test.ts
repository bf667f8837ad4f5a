import { expect, test } from 'vitest';
import { readNumber } from './case-number.ts';

test.each([
  ['12', 12],
  ['#12', 12],
  [' #12 ', 12],
  ['999999999', 999_999_999],
  ['1234567890', null],
  ['#', null],
  ['# 12', null],
  ['-12', null],
  ['12 cartons', null],
  ['', null],
])('"%s" is read as case number %s', (text, number) => {
  expect(readNumber(text)).toBe(number);
});
