import { expect, test } from 'vitest';
import { spanSentences } from './refusals.ts';
import { dayEndingAt, readDelegation, whyNotSpan } from './rules.ts';

const berlin = 'Europe/Berlin';
// Monday 2 March 2026, 09:00 in Berlin.
const now = new Date('2026-03-02T08:00:00Z');

test.each<[string, string, string | null, string]>([
  ['@Lena until Friday', '@Lena', null, '2026-03-06T23:00:00Z'],
  ['Lena Bauer till fri', 'Lena Bauer', null, '2026-03-06T23:00:00Z'],
  ['<@U0LENA0001> to today', '<@U0LENA0001>', null, '2026-03-02T23:00:00Z'],
  ['@Lena until Monday', '@Lena', null, '2026-03-02T23:00:00Z'],
  ['@Lena until 17:00', '@Lena', null, '2026-03-02T16:00:00Z'],
  ['@Lena until Friday 17:00', '@Lena', null, '2026-03-06T16:00:00Z'],
  ['@Lena until tomorrow at 9.30', '@Lena', null, '2026-03-03T08:30:00Z'],
  ['@Lena from tomorrow until Thursday', '@Lena', '2026-03-02T23:00:00Z', '2026-03-05T23:00:00Z'],
  ['@Lena from today until 31 Mar', '@Lena', '2026-03-02T08:00:00Z', '2026-03-31T22:00:00Z'],
  ['@Lena until in 2 hours', '@Lena', null, '2026-03-02T10:00:00Z'],
  ['@Lena from Wed 12:00 until 2026-03-13', '@Lena', '2026-03-04T11:00:00Z', '2026-03-13T23:00:00Z'],
  // Clocks go forward on 29 March: the day ends at 22:00 UTC.
  ['@Lena from 2026-03-28 until 2026-03-29', '@Lena', '2026-03-27T23:00:00Z', '2026-03-29T22:00:00Z'],
])('"%s" is read', (text, who, from, until) => {
  expect(readDelegation(text, now, berlin)).toEqual({
    who,
    from: from && new Date(from),
    until: new Date(until),
  });
});

test.each(['@Lena', 'until Friday', '@Lena until', '<!channel>', ''])(
  '"%s" is not read: a person or an end is missing',
  (text) => {
    expect(readDelegation(text, now, berlin)).toBeNull();
  },
);

test.each([
  ['@Lena until someday', 'I do not understand "someday" as a moment.'],
  ['@Lena until 2026-02-30', '2026-02-30 is not a day.'],
  ['@Lena until 25:00', '25:00 is not a time of day.'],
  ['@Lena until 08:00', 'Mon 2 Mar 08:00 has passed.'],
  ['@Lena until 3/4', '"3/4" could be 3 Apr or 4 Mar.'],
  ['@Lena from never until Friday', 'I do not understand "never" as a moment.'],
])('"%s" is refused: %s', (text, says) => {
  expect(readDelegation(text, now, berlin)).toMatchObject({ says });
});

test.each<[string, string, string, string | null]>([
  ['a day', '2026-03-02T08:00:00Z', '2026-03-03T08:00:00Z', null],
  ['sixty days', '2026-03-02T08:00:00Z', '2026-05-01T08:00:00Z', null],
  ['sixty-one days', '2026-03-02T08:00:00Z', '2026-05-02T08:00:00Z', 'That is too long: at most 60 days.'],
  ['an end before now', '2026-03-02T08:00:00Z', '2026-03-02T08:00:00Z', 'That moment has passed.'],
  [
    'an end before the beginning',
    '2026-03-05T08:00:00Z',
    '2026-03-04T08:00:00Z',
    'The end comes after the beginning.',
  ],
  ['an empty span', '2026-03-05T08:00:00Z', '2026-03-05T08:00:00Z', 'The end comes after the beginning.'],
  ['the year after next', '2028-03-05T08:00:00Z', '2028-03-06T08:00:00Z', 'That is more than a year ahead.'],
])('whether a delegation can last for %s', (_, from, until, sentence) => {
  const no = whyNotSpan({ from: new Date(from), until: new Date(until) }, now);
  expect(no && spanSentences[no].says).toBe(sentence);
});

test('a midnight ends the day before it, in the reader’s time zone only', () => {
  const end = new Date('2026-03-06T23:00:00Z');
  expect(dayEndingAt(end, berlin)?.toISOString()).toBe('2026-03-06T00:00:00.000Z');
  expect(dayEndingAt(end, 'America/New_York')).toBeNull();
});
