import { expect, test } from 'vitest';
import { wantedIn } from './rules.ts';

test.each([
  ['<@U0LENA0001>', 'U0LENA0001', null],
  ['<@ULENA>', 'ULENA', null],
  ['U0LENA0001', 'U0LENA0001', null],
  ['u0lena0001', 'U0LENA0001', null],
  // A name that begins like an id, and an id without digits: the id first.
  ['Ursula', 'URSULA', 'Ursula'],
  ['ULENA', 'ULENA', 'ULENA'],
  ['Maya Lindqvist', null, 'Maya Lindqvist'],
  ['everyone', null, null],
  ['@channel', null, null],
  ['<!here>', null, null],
  ['<@U0LENA0001|lena>', null, null],
])('%j means the account %s, the name %s', (text, id, name) => {
  expect(wantedIn(text)).toEqual({ id, name });
});
