import { expect, test } from 'vitest';
import { baseKinds } from './kinds.ts';
import { readLine } from './read-line.ts';

const none = { severity: null, department: null, kind: null };

test.each([
  ['high shipping 3PL feed dead', { severity: 'high', department: 'shipping', title: '3PL feed dead' }],
  ['shipping high 3PL feed dead', { severity: 'high', department: 'shipping', title: '3PL feed dead' }],
  [
    'CRITICAL Customer Service  phones down',
    { severity: 'critical', department: 'customer service', title: 'phones down' },
  ],
  ['stock critical count is off', { severity: 'critical', kind: 'stock', title: 'count is off' }],
  [
    'critical stock purchasing count is off',
    { severity: 'critical', department: 'purchasing', kind: 'stock', title: 'count is off' },
  ],
  // A kind just before the title is one of its words.
  [
    'high shipping stock missing',
    { severity: 'high', department: 'shipping', kind: 'stock', title: 'stock missing' },
  ],
  [
    'high warehouse customer waits at the door',
    { severity: 'high', department: 'warehouse', kind: 'customer', title: 'customer waits at the door' },
  ],
])('"%s" is raised without a form', (text, line) => {
  expect(readLine(text, baseKinds)).toEqual({ ...none, complete: true, ...line });
});

test.each([
  ['critical stock count is off', { severity: 'critical', kind: 'stock' }],
  ['low stock of mugs', { severity: 'low', kind: 'stock' }],
  ['shipping label torn', { department: 'shipping' }],
  ['supplier late again', { kind: 'supplier' }],
  ['highly unlikely shipping', {}],
])('"%s" opens a form with its marks preset and the whole line as title', (text, line) => {
  expect(readLine(text, baseKinds)).toEqual({ ...none, complete: false, title: text, ...line });
});

test('a severity alone is not repeated in the title of the form', () => {
  expect(readLine('critical DHL pickup missed', baseKinds)).toEqual({
    ...none,
    complete: false,
    severity: 'critical',
    title: 'DHL pickup missed',
  });
});

test('a severity with a slip opens a form that has understood it', () => {
  expect(readLine('critcal shipping Truck on fire', baseKinds)).toEqual({
    ...none,
    complete: false,
    severity: 'critical',
    department: 'shipping',
    title: 'Truck on fire',
  });
});

test.each([
  ['', {}],
  ['high', { severity: 'high' }],
  ['high shipping ', { severity: 'high', department: 'shipping' }],
  ['shipping stock high', { severity: 'high', department: 'shipping', kind: 'stock' }],
])('"%s" opens a form without a title', (text, line) => {
  expect(readLine(text, baseKinds)).toEqual({ ...none, complete: false, title: '', ...line });
});
