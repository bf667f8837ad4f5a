import { expect, test } from 'vitest';
import { readInteger, readMoney } from './number.ts';

test.each([
  ['3.75', 375n],
  ['3.7500', 375n],
  ['12', 1200n],
  ['.5', 50n],
  ['-0.85', -85n],
  ['12.50-', -1250n],
  ['1.234,50', 123450n],
  ['1,234.50', 123450n],
  ['1 234,50', 123450n],
  ["1'234.50", 123450n],
  ['1.234.567', 123456700n],
  ['€ 12,90', 1290n],
  ['12.90 EUR', 1290n],
  ['0,125', null],
  ['90071992547409.93', 9007199254740993n],
])('%s euros are %s cents', (text, minor) => {
  expect(readMoney(text, 'EUR', null)).toEqual(
    minor === null ? { reason: 'has more decimals than EUR (2)' } : { value: minor },
  );
});

test.each([
  ['$5.00', 'is in $, not in EUR'],
  ['5.00 $', 'is in $, not in EUR'],
  ['US$ 5.00', 'is in US$, not in EUR'],
  ['-£5', 'is in £, not in EUR'],
  ['＄5', 'is in $, not in EUR'],
  ['5.00 usd', 'is in usd, not in EUR'],
  ['GBP5', 'is in GBP, not in EUR'],
  ['5 kg', 'is not a number'],
  ['€5 $', 'is in $, not in EUR'],
])('%s in euros %s', (text, reason) => {
  expect(readMoney(text, 'EUR', null)).toEqual({ reason });
});

test.each([
  ['$5', 'USD'],
  ['CA$5', 'CAD'],
  ['$5', 'CAD'],
  ['5 kr', 'SEK'],
  ['5 zł', 'PLN'],
  ['5 chf', 'CHF'],
  ['-€5.00', 'EUR'],
  ['€ -5', 'EUR'],
])('%s may be %s', (text, currency) => {
  const minor = text.includes('-') ? -500n : 500n;
  expect(readMoney(text, currency, null)).toEqual({ value: minor });
});

test('yen have no decimals and dinars three', () => {
  expect(readMoney('1250', 'JPY', null)).toEqual({ value: 1250n });
  expect(readMoney('1.5', 'JPY', null)).toEqual({ reason: 'has more decimals than JPY (0)' });
  expect(readMoney('1.250', 'KWD', 'point')).toEqual({ value: 1250n });
});

test('1.234 is refused unless the decimal sign is given', () => {
  expect(readMoney('1.234', 'EUR', null)).toHaveProperty('reason');
  expect(readMoney('1.234', 'EUR', 'comma')).toEqual({ value: 123400n });
  expect(readInteger('1,234', 'point')).toEqual({ value: 1234 });
});

test.each(['', 'abc', '1e5', '1.2.3,4,5', '12,34,56', '1..2', '--5', '0x10', 'NaN', '٣'])(
  '%j is not a number',
  (text) => {
    expect(readMoney(text, 'EUR', null)).toEqual({ reason: 'is not a number' });
  },
);

test.each([
  ['24', { value: 24 }],
  ['24.0', { value: 24 }],
  ['-3', { value: -3 }],
  ['1.5', { reason: 'is not a whole number' }],
  ['2147483648', { reason: 'is too large' }],
])('the integer %s', (text, parsed) => {
  expect(readInteger(text, null)).toEqual(parsed);
});
