import { expect, test } from 'vitest';
import { readAmount } from './free-form-rules.ts';
import { amountSentence } from './refusals.ts';

test.each([
  ['120.50', 12_050n],
  ['1,204.50', 120_450n],
  ['1204,5 EUR', 120_450n],
  ['€ 12,90', 1_290n],
  ['9999999999999999', 999_999_999_999_999_900n],
])('%s is an amount', (typed, minor) => {
  expect(readAmount(typed, 'EUR')).toEqual({ minor });
});

test.each([
  ['0', 'Enter an amount above 0, or leave it empty.'],
  ['-5', 'Enter an amount above 0, or leave it empty.'],
  ['12.345,678', 'That has more decimals than EUR (2): write it like 120.50, or leave it empty.'],
  ['$120.50', 'That is in $, not in EUR: write it like 120.50, or leave it empty.'],
  ['120.50 USD', 'That is in USD, not in EUR: write it like 120.50, or leave it empty.'],
  ['a lot', 'That is not a number: write it like 120.50, or leave it empty.'],
  ['99999999999999999', 'That is too large: write it like 120.50, or leave it empty.'],
  ['10000000000000000', 'That is too much.'],
])('%s is refused as an amount', (typed, sentence) => {
  const read = readAmount(typed, 'EUR');
  expect('fault' in read && amountSentence(read.fault)).toBe(sentence);
});
