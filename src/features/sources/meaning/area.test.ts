import { expect, test } from 'vitest';
import { areaOf } from './area.ts';

test.each([
  ['10115', '10'],
  ['SW1A 1AA', 'SW'],
  [' k1a 0b1 ', 'K1'],
  ['D-20095', 'D2'],
])('of the postcode %s two characters are kept', (postcode, shipArea) => {
  expect(areaOf(postcode)).toEqual({ shipArea });
});

test.each([null, undefined, '', '-', '7'])('%s is no postcode', (postcode) => {
  expect(areaOf(postcode)).toEqual({});
});
