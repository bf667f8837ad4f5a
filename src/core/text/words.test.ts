import { expect, test } from 'vitest';
import { afterFirst, mentionedChannel, mentionedUser, normalise, readWords, splitWords } from './words.ts';

test.each([
  ['“MUG-01” ‘x’', '"MUG-01" \'x\''],
  ['MUG–01 −3', 'MUG-01 -3'],
  ['a\u00a0b\u2009c', 'a b c'],
  ['<https://shop.example/p/1|shop.example/p/1>', 'shop.example/p/1'],
  ['<https://shop.example/p/1>', 'https://shop.example/p/1'],
  ['<mailto:a@b.c|a@b.c>', 'a@b.c'],
  ['<tel:+49301234|+49 30 1234>', '+49 30 1234'],
  ['<tel:4006381333931>', '4006381333931'],
  ['<@U024BE7LH|maya> <#C1|ops> <#C2|>', '<@U024BE7LH> <#C1|ops> <#C2>'],
  ['R&amp;B &lt;3', 'R&B <3'],
  ['&amp;lt;', '&lt;'],
  ['MUG\u200b-\u202e01\ufeff', 'MUG-01'],
  ['  \n\t ', ''],
  ['--dry-run', '--dry-run'],
])('%j reads as %j', (typed, plain) => {
  expect(normalise(typed)).toBe(plain);
});

test.each([
  ['a "b c" d', ['a', 'b c', 'd']],
  ['5" nails', ['5"', 'nails']],
  ['"never closed', ['"never', 'closed']],
  ['""', []],
])('%j splits into %j', (text, words) => {
  expect(splitWords(text)).toEqual(words);
});

test('the rest after the first word keeps its quotes', () => {
  expect(afterFirst(readWords('find "red mug" x'))).toEqual({ text: '"red mug" x', list: ['red mug', 'x'] });
});

test('a mention is recognised, a name that looks like one is not', () => {
  expect([mentionedUser('<@U024BE7LH>'), mentionedUser('<@W024BE7LH>'), mentionedUser('@U024BE7LH')]).toEqual(
    ['U024BE7LH', 'W024BE7LH', null],
  );
  expect(['<#C1>', '<#C1|ops>', '#ops'].map(mentionedChannel)).toEqual(['C1', 'C1', null]);
});
