import { expect, test } from 'vitest';
import { z } from 'zod';
import { inputWords } from './input-words.ts';

test.each([
  ['a long text', z.string().max(1_200), 'x'.repeat(1_201), 'That is too long: up to 1,200 characters.'],
  ['an empty text', z.string().min(1), '', 'Something is missing.'],
  ['too many of them', z.array(z.string()).max(2), ['a', 'b', 'c'], 'Those are too many: up to 2.'],
  ['none of them', z.array(z.string()).min(1), [], 'Something is missing.'],
  ['a large number', z.number().max(10), 11, 'That is too much: up to 10.'],
  ['a small number', z.number().min(1), 0, 'That is too little: 1 or more.'],
  ['something else', z.uuid(), 'x', 'That does not fit.'],
  ['a field with its own sentence', z.string().max(1, 'Say it shorter.'), 'xx', 'Say it shorter.'],
])('%s is refused in our words', (_, shape, input, sentence) => {
  const { error } = shape.safeParse(input, { error: inputWords });
  expect(error?.issues[0]?.message).toBe(sentence);
});
