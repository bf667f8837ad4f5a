import { describe, expect, test } from 'vitest';
import { clockTime, formatDate } from './date.ts';
import { isSafeUrl, parseMrkdwn } from './parse.ts';

const text = (t: string) => ({ type: 'text', text: t });

describe('mrkdwn', () => {
  test.each([
    ['*bold* and _soft_ and ~gone~', ['bold', 'text', 'italic', 'text', 'strike']],
    ['`code` ```pre```', ['code', 'text', 'pre']],
    [
      '<https://shop.test|the shop> by <@U1> in <#C1|ops> for <!here>',
      ['link', 'text', 'user', 'text', 'channel', 'text', 'broadcast'],
    ],
    [':package: now', ['emoji', 'text']],
    ['&gt; quoted\n&gt; twice\nplain', ['quote', 'text']],
    ['2 * 3 * 4 and snake_case_name', ['text']],
  ])('%s', (source, types) => {
    expect(parseMrkdwn(source).map((p) => p.type)).toEqual(types);
  });

  test('nests emphasis and leaves code alone', () => {
    expect(parseMrkdwn('*a _b_*')).toEqual([
      { type: 'bold', children: [text('a '), { type: 'italic', children: [text('b')] }] },
    ]);
    expect(parseMrkdwn('`*a*`')).toEqual([{ type: 'code', text: '*a*' }]);
  });

  test('shows escaped characters as typed, and never as markup', () => {
    expect(parseMrkdwn('&lt;b&gt; &amp; <b>')).toEqual([
      text('<b> & '),
      { type: 'link', url: 'b', label: 'b' },
    ]);
    expect(isSafeUrl('b')).toBe(false);
    expect(isSafeUrl('javascript:alert(1)')).toBe(false);
    expect(isSafeUrl('https://shop.test')).toBe(true);
  });

  test('keeps the parts of a date', () => {
    expect(parseMrkdwn('<!date^1764061200^{date_short} {time}|soon>')).toEqual([
      { type: 'date', timestamp: 1_764_061_200, format: '{date_short} {time}', url: '', fallback: 'soon' },
    ]);
  });
});

test("dates appear in the reader's zone", () => {
  const now = Date.parse('2026-11-25T10:00:00Z');
  const at = now / 1000;
  expect(formatDate(at, '{date_num} {time}', 'Europe/Berlin', now)).toBe('2026-11-25 11:00');
  expect(formatDate(at, '{date_short} at {time}', 'America/New_York', now)).toBe('25 Nov 2026 at 05:00');
  expect(formatDate(at - 86_400, '{date_pretty}', 'Europe/Berlin', now)).toBe('yesterday');
  expect(formatDate(at - 7_200, '{ago} {nonsense}', 'Europe/Berlin', now)).toBe('2 hours ago {nonsense}');
  expect(clockTime(at, 'Asia/Kolkata')).toBe('15:30');
});
