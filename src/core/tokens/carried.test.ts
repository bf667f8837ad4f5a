import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineAction } from './action.ts';
import { readJson } from './carried.ts';
import { defineListAction } from './page.ts';

test.each([
  ['an integer too large for a column', '{"n":2147483648}'],
  ['an infinite number', '{"n":1e999}'],
  ['a NUL', '{"s":"a\\u0000b"}'],
  ['invalid JSON', '{"n":1'],
  ['a value that is too long', JSON.stringify({ s: 'x'.repeat(3_000) })],
  ['an empty value', ''],
])('%s is out of bounds', (_, text) => expect(readJson(text)).toBeUndefined());

test('a value within bounds is read as written', () => {
  expect(readJson('{"v":1,"n":-2147483647,"s":"Größe"}')).toEqual({ v: 1, n: -2_147_483_647, s: 'Größe' });
});

test('buttons and page tokens refuse numbers that are out of bounds', () => {
  const button = defineAction({ id: 'test.press', version: 1, value: z.object({ n: z.int() }) });
  expect(button.decode('{"v":1,"n":7}')).toEqual({ n: 7 });
  expect(button.decode('{"v":1,"n":99999999999}')).toBeNull();
  const list = defineListAction({ id: 'test.list', version: 1, filter: z.object({}) });
  expect(list.decode('{"v":1,"after":[2,7]}')).toEqual({ after: [2, 7] });
  expect(list.decode('{"v":1,"after":[2,99999999999]}')).toBeNull();
});
