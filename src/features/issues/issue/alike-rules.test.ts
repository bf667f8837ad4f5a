import { expect, test } from 'vitest';
import { areAlike } from './alike-rules.ts';

test.each([
  ['DHL pickup missed', 'DHL pickup missed', true],
  ['DHL pickup missed', 'dhl pick-up  missed!', true],
  ['DHL pickup missed', 'DHL pikcup missed', false],
  ['DHL pickup missed', 'DHL pickups missed', true],
  ['DHL pickup missed', 'UPS pickup missed', false],
  ['DHL pickup missed', 'DHL pickup missing', false],
  ['Dock 3 is blocked', 'Dock 4 is blocked', false],
  ['Dock 3 is blocked', 'Dock 3 is bloked', true],
  ['Rolltor klemmt', 'Rolltor klemmt ', true],
  ['طلب متأخر جدا', 'طلب متأخر جدا', true],
  ['🔥🔥🔥', '🔥🔥🔥', false],
])('%j and %j are alike: %j', (one, other, alike) => {
  expect(areAlike(one, other)).toBe(alike);
});
