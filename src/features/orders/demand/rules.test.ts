import { expect, test } from 'vitest';
import type { StoredLine } from '../rules.ts';
import { differenceOf, movesOf } from './rules.ts';

const placedAt = new Date('2026-03-01T10:00:00Z');
const line: StoredLine = {
  orderId: '01961b1c-0000-7000-8000-000000000001',
  ordinal: 1,
  lineKey: 'n:1',
  sourceLine: null,
  skuId: 'mug',
  code: 'MUG-01',
  title: 'A mug',
  kind: 'goods',
  requiresShipping: true,
  originalQuantity: 5,
  dueQuantity: 5,
  ordered: 5,
  allocated: 5,
  picked: 5,
  labelled: 3,
  shipped: 3,
  delivered: 0,
  cancelled: 1,
  refunded: 0,
  returned: 0,
  open: 1,
  shipBy: null,
  counted: true,
  unitPriceMinor: 900n,
  placedAt,
};
const five = { skuId: 'mug', placedAt, ordered: 5, cancelled: 1, shipped: 3 };
const away = { ...five, ordered: -5, cancelled: -1, shipped: -3 };
const later = new Date('2026-03-04T10:00:00Z');
const all = { stored: [], taken: [], lines: [] };

test.each([
  ['a new line adds its pieces', { ...all, lines: [line] }, [five]],
  ['one that goes takes them away', { ...all, stored: [line], taken: [line] }, [away]],
  [
    'one that changes takes away what it added before',
    { ...all, stored: [line], lines: [{ ...line, cancelled: 5, shipped: 0 }] },
    [away, { ...five, cancelled: 5, shipped: 0 }],
  ],
  [
    'one that moves to another day leaves the one before',
    { ...all, stored: [line], lines: [{ ...line, placedAt: later }] },
    [away, { ...five, placedAt: later }],
  ],
  [
    'one whose SKU turns out to be another leaves the one before',
    { ...all, stored: [line], lines: [{ ...line, skuId: 'lamp' }] },
    [away, { ...five, skuId: 'lamp' }],
  ],
  [
    'one whose code becomes known counts from then on',
    { ...all, stored: [{ ...line, skuId: null }], lines: [line] },
    [five],
  ],
  [
    'one that takes the place of another that goes counts instead of it',
    { stored: [line], taken: [line], lines: [{ ...line, skuId: 'lamp' }] },
    [away, { ...five, skuId: 'lamp' }],
  ],
  ['lines that stay as they are move nothing', { ...all, stored: [line, { ...line, ordinal: 2 }] }, []],
  [
    'a line of a test, draft or replacement order adds nothing',
    { ...all, lines: [{ ...line, counted: false }] },
    [],
  ],
  [
    'one that turns out to be of a test leaves its day',
    { ...all, stored: [line], lines: [{ ...line, counted: false }] },
    [away],
  ],
  [
    'one of a draft that is confirmed counts',
    { ...all, stored: [{ ...line, counted: false }], lines: [line] },
    [five],
  ],
  [
    "a credit's line adds nothing",
    { ...all, lines: [{ ...line, ordered: 0, cancelled: 0, shipped: 0, refunded: 5 }] },
    [],
  ],
])('%s', (_, changes, moves) => {
  expect(movesOf(changes)).toEqual(moves);
});

test('of a wrong day the figures that differ are named', () => {
  const kept = { ordered: 99, cancelled: 0, shipped: 4 };
  expect(differenceOf(kept, { ordered: 13, cancelled: 0, shipped: 5 })).toBe(
    'ordered 99, its lines make 13; shipped 4, its lines make 5',
  );
  expect(differenceOf(null, { ordered: 2, cancelled: 2, shipped: 0 })).toBe(
    'ordered 0, its lines make 2; cancelled 0, its lines make 2',
  );
  expect(differenceOf({ ordered: 0, cancelled: 0, shipped: 0 }, null)).toBe('');
});
