import { expect, test } from 'vitest';
import { worthWords } from './worth-words.ts';

const goods = { kind: 'sale', currency: 'EUR', valueMinor: 5_200n };
const totals = { valueMinor: 5_200n, cancelled: 0 };

test.each([
  ['nobody says what is paid', { totalMinor: null }, '€52.00 of goods'],
  ['the goods are all that is paid', { totalMinor: 5_200n }, '€52.00 of goods'],
  ['postage is paid too', { totalMinor: 5_690n }, '€56.90 with postage, €52.00 of goods'],
  ['there was a discount', { totalMinor: 4_600n }, '€46.00 after discounts, €52.00 of goods'],
  [
    'a part was cancelled',
    { totalMinor: null, valueMinor: 2_600n, totals: { valueMinor: 5_200n, cancelled: 1 } },
    '€52.00 ordered, €26.00 of goods not cancelled',
  ],
  ['it is a credit', { kind: 'credit', totalMinor: null, valueMinor: 0n }, '€52.00'],
])('an order says which of its amounts is which where %s', (_, told, words) => {
  expect(worthWords({ ...goods, totals, ...told })).toBe(words);
});
