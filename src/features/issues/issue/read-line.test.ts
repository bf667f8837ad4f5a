import { expect, test } from 'vitest';
import { readLine, readNumber } from './read-line.ts';

test.each([
  ['high shipping 3PL feed dead', { severity: 'high', department: 'shipping', title: '3PL feed dead' }],
  [
    'CRITICAL Customer Service  phones down',
    { severity: 'critical', department: 'customer service', title: 'phones down' },
  ],
  // A title may begin with what elsewhere is a severity or a department.
  ['low stock of mugs', null],
  ['shipping label torn', null],
  ['high shipping', null],
  ['high shipping ', null],
  ['highly unlikely shipping', null],
  ['', null],
])('"%s" raises at once only when severity, department and title are all there', (text, line) => {
  expect(readLine(text)).toEqual(line);
});

test.each([
  ['17', 17],
  ['#17', 17],
  ['17a', null],
  ['-1', null],
  ['9999999999', null],
])('"%s" as the number of an issue is %s', (text, number) => {
  expect(readNumber(text)).toBe(number);
});
