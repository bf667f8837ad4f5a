import { expect, test } from 'vitest';
import { channelKey, codeKey, numberKey } from './code-key.ts';

test.each([
  ['MUG-01'],
  ['mug-01'],
  ['  Mug-01\t'],
  ['MUG\u201101'],
  ['MUG\u201301'],
  ['MUG\u201401'],
  ['MUG\u221201'],
  ['MUG\u00AD-01'],
  ['MUG\u200B-01\uFEFF'],
  ['ＭＵＧ－０１'],
  ["'MUG-01"],
  ['="MUG-01"'],
  ['="mug-01 "'],
])('%j is MUG-01', (text) => {
  expect(codeKey(text)).toBe('MUG-01');
});

test.each([
  ['blue  mug', 'BLUE MUG'],
  ['blue\u00A0mug', 'BLUE MUG'],
  ['blue\n\u2009mug', 'BLUE MUG'],
  ['CAFE\u0301', 'CAFÉ'],
  ['café', 'CAFÉ'],
  ['="00123"', '00123'],
  ["'00123", '00123'],
  ['A_B/C.1', 'A_B/C.1'],
  ["'", ''],
  ['\u200B', ''],
])('%j has the key %j', (text, key) => {
  expect(codeKey(text)).toBe(key);
});

test('codes that differ in more than spelling keep different keys', () => {
  expect(new Set(['MUG-01', 'MUG01', 'MUG-1', 'MUG_01', 'MUG 01', '0MUG-01'].map(codeKey)).size).toBe(6);
});

test('the key of a key is itself, for every character', () => {
  const unstable: string[] = [];
  for (let code = 0x20; code < 0x3_0000; code += 1) {
    for (const text of [`A${String.fromCodePoint(code)}B`, String.fromCodePoint(code)]) {
      if (codeKey(codeKey(text)) !== codeKey(text)) unstable.push(`${code.toString(16)} ${codeKey(text)}`);
    }
  }
  expect(unstable).toEqual([]);
});

test.each([
  ['#1042', '1042'],
  ['# 1042', '1042'],
  ['##1042 ', '1042'],
  ['de-1042', 'DE-1042'],
  ['#', '#'],
])('the order number %j is %j', (text, key) => {
  expect(numberKey(text)).toBe(key);
});

test('a channel has one spelling', () => {
  expect([' Amazon.DE', 'amazon.de', 'AMAZON.de\u200B'].map(channelKey)).toEqual(Array(3).fill('amazon.de'));
});
