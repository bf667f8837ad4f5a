import { expect, test } from 'vitest';
import { poKey } from './po-key.ts';

test.each([
  ['4711', '4711'],
  ['PO-4711', '4711'],
  ['po 4711', '4711'],
  ['P.O. #4711', '4711'],
  ['PO4711', '4711'],
  ['PO‑A-7', 'A-7'],
  ['SCMS-4', 'SCMS-4'],
  // No "PO" stands before these: it is a part of them.
  ['POL-123', 'POL-123'],
  ['PO', 'PO'],
  ['PO-BOX', 'PO-BOX'],
])('%s is the order %s', (written, key) => {
  expect(poKey(written)).toBe(key);
});
