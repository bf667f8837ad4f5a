import { expect, test } from 'vitest';
import { exactJson, JsonTooDeep } from './exact-json.ts';
import { deepestJson, depthOf, isTooDeep } from './json-depth.ts';

const lists = (depth: number) => `${'['.repeat(depth)}1${']'.repeat(depth)}`;
const objects = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

test('a value is as deep as what it holds', () => {
  expect([1, [], {}, [[1], { a: { b: 1 } }]].map((one) => depthOf(one, deepestJson))).toEqual([0, 1, 1, 3]);
});

test.each([
  ['lists', lists],
  ['objects', objects],
])('%s as deep as allowed are read, deeper ones are told apart from what is no JSON', (_, nested) => {
  expect(isTooDeep(exactJson(nested(deepestJson)))).toBe(false);
  for (const depth of [deepestJson + 1, 5_000, 100_000])
    expect(() => exactJson(nested(depth))).toThrow(JsonTooDeep);
  expect(() => exactJson(`${nested(5_000)}]`)).toThrow(SyntaxError);
});
