import { expect, test } from 'vitest';
import { inMarkdown } from './markdown.ts';

test.each([
  ['# not a heading', '\\# not a heading'],
  ['![x](http://evil.example) <script>', '\\!\\[x\\](http://evil.example) \\<script\\>'],
  ['*bold* _thin_ ~~gone~~ `code`', '\\*bold\\* \\_thin\\_ \\~\\~gone\\~\\~ \\`code\\`'],
  ['- no list', '\\- no list'],
  ['1. nor this', '1\\. nor this'],
  ['2 - 1 = 1.5', '2 - 1 = 1.5'],
  ['طلب متأخر 🔥', 'طلب متأخر 🔥'],
])('"%s" stays plain text', (text, safe) => {
  expect(inMarkdown(text)).toBe(safe);
});
