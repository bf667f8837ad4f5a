import { expect, test } from 'vitest';
import { normalise } from '../core/text/words.ts';
import { limits, shorten, shortenBytes, shortenMarkup } from './limits.ts';
import { code, escapeText, mrkdwn, sentence } from './text.ts';

test.each([
  '<!channel>',
  '<https://evil.example|free>',
  '*bold*',
  '_it_',
  '~no~',
  '`code`',
  ':smile:',
  '> quoted',
])('%s in a value has no effect', (hostile) => {
  const text = mrkdwn`*${hostile}*`.value;
  expect(text).not.toMatch(/<|\*bold\*|_it_|~no~|`code`|:smile:|^&gt;/);
  expect(normalise(escapeText(hostile)), 'copied back, it is what it was').toBe(hostile);
});

test('the template formats, and mark-up it made is not escaped again', () => {
  expect(mrkdwn`*${mrkdwn`a ${'<b>'}`}* ${3}`.value).toBe('*a &lt;b&gt;* 3');
});

test('in our own sentences commands become code, other backticks do not', () => {
  expect(code('/webhooks/a_b*c~d:e:`<&>').value).toBe("`/webhooks/a_b*c~d:e:'&lt;&amp;&gt;`");
  expect(sentence('Ask `/ops help` & `rm`').value).toBe('Ask `/ops help` &amp; \u200b`\u200brm\u200b`\u200b');
});

test('shortening never cuts a character or an escape in half', () => {
  expect(shorten('ab🦆', 3)).toBe('ab…');
  expect(shortenBytes('a&amp;bcd', 8)).toBe('a…');
  expect(Buffer.byteLength(shortenBytes('ü'.repeat(5_000), limits.messageBytes))).toBeLessThanOrEqual(
    limits.messageBytes,
  );
});

test('mark-up is cut before an escape or a mention, never inside', () => {
  expect(shortenMarkup('a &amp; b', 7)).toBe('a …');
  expect(shortenMarkup('to <@U0MAYA0001> and on', 12)).toBe('to …');
  expect(shortenMarkup('short &amp; whole', 50)).toBe('short &amp; whole');
});
