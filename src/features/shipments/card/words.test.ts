import { expect, test } from 'vitest';
import { showLabel, untilWords } from './words.ts';

const now = new Date('2026-03-05T08:00:00Z');
const omar = { now, timeZone: 'America/New_York' };

test.each([
  // Midnight in Berlin is 18:00 in New York: to everybody it is the whole Friday.
  ['2026-03-06T23:00:00Z', 'Fri 6 Mar'],
  ['2026-03-06T19:00:00Z', 'Fri 6 Mar 14:00 EST'],
])('what ends %s in Berlin is "%s" to a reader in New York', (until, words) => {
  expect(untilWords(new Date(until), 'Europe/Berlin', omar)).toBe(words);
});

test.each([
  ['A1', 'Show A1'],
  ['00340434292125066001', 'Show …066001'],
])('the button of %s is "%s", so that it fits beside its line on a phone', (tracking, label) => {
  expect(showLabel({ tracking })).toBe(label);
});
