import { expect, test } from 'vitest';
import { clean, cleanAll, cleanName, cut, cutAtWord, hasControls } from './clean.ts';

test.each([
  ['plain text stays', 'Zeile 1\n\tZeile 2: ñ, 日本, עברית', 'Zeile 1\n\tZeile 2: ñ, 日本, עברית'],
  ['NUL and escape sequences', 'a\0b\u001b[31mc\u0007\u007f\u009f', 'ab[31mc'],
  ['every line break is a newline', 'a\r\nb\rc\u2028d\u2029e\u0085f', 'a\nb\nc\nd\ne\nf'],
  ['half a character', 'a\uD83Db\uDE00c', 'a\uFFFDb\uFFFDc'],
  ['direction overrides', 'invoice\u202Egnp.exe\u202C\u2066x\u2069\u200E\u200F\u061C', 'invoicegnp.exex'],
  ['zero-width characters', 'MUG\u200B-\u200C0\u200D1\u2060\uFEFF\u00AD', 'MUG-01'],
  ['fillers that show as nothing', 'a\u3164b\u115F\u1160\uFFA0\u034F\u180Ec', 'abc'],
  ['hidden tags', 'hi\u{E0068}\u{E0069}\u{E007F}', 'hi'],
  ['the joiner inside emoji stays', '👩‍🚀 👨🏽‍🔧 🏳️‍🌈 ❤️‍🔥', '👩‍🚀 👨🏽‍🔧 🏳️‍🌈 ❤️‍🔥'],
  ['the flags of England and Scotland stay', '🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏴󠁧󠁢󠁳󠁣󠁴󠁿', '🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
  ['a hidden chain of variation selectors', '☎\uFE0F\uFE01\uFE0F\u{E0100}!', '☎\uFE0F!'],
  ['the variant of a Chinese character stays', '葛\u{E0100}城', '葛\u{E0100}城'],
])('%s', (_, raw, expected) => {
  expect(clean(raw)).toBe(expected);
  expect(clean(clean(raw))).toBe(expected);
});

test('a text is cut at its greatest length, never inside a character', () => {
  expect(clean('x'.repeat(50_000))).toHaveLength(40_000);
  expect(clean('ab😀', 3)).toBe('ab');
  expect(cut('ab😀', 4)).toBe('ab😀');
});

test('a name is one line of at most 80 characters', () => {
  expect(cleanName(' Maya\n\u202E  Lindqvist\t')).toBe('Maya Lindqvist');
  expect(cleanName('\u200B\u3164')).toBe('');
  expect(cleanName('x'.repeat(200))).toHaveLength(80);
});

test('everything that Slack delivers is cleaned, and nothing but texts changes', () => {
  const body = { n: 1, ok: true, none: null, deep: [{ text: 'a\0b' }, ['\u202Ec']] };
  expect(cleanAll(body)).toEqual({ n: 1, ok: true, none: null, deep: [{ text: 'ab' }, ['c']] });
});

test('control characters other than line breaks and tabs are recognised', () => {
  expect(hasControls('a\tb\r\n')).toBe(false);
  expect(hasControls('a\u0007')).toBe(true);
});

test.each([
  ['short enough', 12, 'short enough'],
  ['the dock door is stuck', 15, 'the dock door…'],
  ['a'.repeat(20), 10, `${'a'.repeat(9)}…`],
  [`a ${'b'.repeat(20)}`, 10, `a ${'b'.repeat(7)}…`],
])('%j in at most %d characters ends with a word where there is one', (text, max, kept) => {
  expect(cutAtWord(text, max)).toBe(kept);
});
