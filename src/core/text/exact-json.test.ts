import { expect, test } from 'vitest';
import { exactJson, exactMinor } from './exact-json.ts';

test.each<[string, unknown]>([
  ['{"id": 9007199254740993, "total": 195.67}', { id: '9007199254740993', total: '195.67' }],
  ['[-0, 1.50, 1e3, -2.5E-7]', ['-0', '1.50', '1e3', '-2.5E-7']],
  ['{"1": 1}', { 1: '1' }],
  ['"a 12 b"', 'a 12 b'],
  ['["\\"1\\\\", "2\\\\\\"", 3]', ['"1\\', '2\\"', '3']],
  ['["\\u0031", null, true, false, {}]', ['1', null, true, false, {}]],
  ['12', '12'],
])('%s', (text, value) => {
  expect(exactJson(text)).toEqual(value);
});

test.each([
  '',
  '01',
  '-01.5',
  '[00]',
  '1.',
  '.5',
  '+1',
  '--1',
  '1e',
  '1 2',
  '1-2',
  '0x10',
  '1_000',
  'NaN',
  '{"a": 1,}',
  '"1',
  '["1]',
  '["1,2]',
  '["a\\"1]',
  '["a 1\\',
  '"a"1',
  '1"a"',
  '"a\n1"',
  "{'a': 1}",
  '{"a": tru1e}',
])('%j is not JSON', (text) => {
  expect(() => JSON.parse(text)).toThrow(SyntaxError);
  expect(() => exactJson(text)).toThrow(SyntaxError);
});

test('what is written like an own property of every object is only a field', () => {
  const read = exactJson('{"__proto__": {"admin": 1}}');
  expect(Object.keys(read as object)).toEqual(['__proto__']);
  expect((read as { admin?: unknown }).admin).toBeUndefined();
});

test.each([
  ['escaped quotes without an end', `"${'\\"'.repeat(500_000)}`],
  ['quotes without an end', '"'.repeat(1_000_001)],
  ['backslashes', `"${'\\'.repeat(1_000_001)}`],
  ['signs', '-'.repeat(1_000_000)],
  ['a long number without an end', `${'1'.repeat(1_000_000)}.`],
  ['brackets', '['.repeat(1_000_000)],
])('a million characters of %s are refused, each looked at once', (_, text) => {
  expect(() => exactJson(text)).toThrow(SyntaxError);
});

test('a million characters of one text and one number are read', () => {
  const long = '\\"'.repeat(500_000);
  expect(exactJson(`["${long}"]`)).toEqual(['"'.repeat(500_000)]);
  expect(exactJson('7'.repeat(1_000_000))).toBe('7'.repeat(1_000_000));
});

test.each<[string, string, bigint | null]>([
  ['195.67', 'USD', 19_567n],
  ['0.9', 'USD', 90n],
  ['-5.00', 'USD', -500n],
  ['1000', 'JPY', 1_000n],
  ['1000.00', 'JPY', 1_000n],
  ['1000.5', 'JPY', null],
  ['1.234', 'KWD', 1_234n],
  ['1.234', 'USD', null],
  ['90071992547409.93', 'EUR', 9_007_199_254_740_993n],
  ['1e3', 'USD', null],
  ['1,5', 'USD', null],
  ['.5', 'USD', null],
  ['', 'USD', null],
  ['9'.repeat(16), 'USD', null],
])('%s %s', (text, currency, minor) => {
  expect(exactMinor(text, currency)).toBe(minor);
});
