import { expect, test } from 'vitest';
import { features } from '../../features/index.ts';
import { contributionsOf } from '../runtime/contributions.ts';
import { readWords } from '../text/words.ts';
import { resolveCommand } from './commands.ts';

function meant(name: string, text: string) {
  const resolved = resolveCommand(contributionsOf(features), name, readWords(text));
  if (resolved.kind === 'verb')
    return [resolved.verb.name, resolved.words.text, resolved.perhaps?.name ?? null];
  return resolved.kind === 'usage'
    ? ['usage', resolved.about?.name ?? null]
    : ['unknown', resolved.nearest?.name ?? null];
}

test.each([
  ['stock', 'MUG-01', ['', 'MUG-01', null]],
  ['stock', 'FIND red mug', ['find', 'red mug', null]],
  ['stock', 'fimd red mug', ['', 'fimd red mug', 'find']],
  ['stock', 'find', ['usage', 'find']],
  ['stock', '', ['usage', null]],
  ['stock', 'help', ['usage', null]],
  ['ops', 'help', ['help', '', null]],
  ['ops', 'health', ['health', '', null]],
  ['ops', 'health food', ['', 'health food', 'health']],
  ['ops', 'people', ['people', '', null]],
  ['ops', 'people Maya L', ['people', 'Maya L', null]],
  ['stok', 'x', ['unknown', 'stock']],
  ['weather', 'x', ['unknown', null]],
])('/%s %s', (name, text, expected) => {
  expect(meant(name, text)).toEqual(expected);
});
