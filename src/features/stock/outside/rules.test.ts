import { expect, test } from 'vitest';
import { type Awaited, agreeing } from './rules.ts';

const at = (time: string) => new Date(`2026-03-02T${time}:00Z`);

/** Asked at 09:00 over 22 available; nothing was posted since. */
const change = (quantity: number, more: Partial<Awaited> = {}): Awaited => ({
  id: String(quantity),
  skuId: 'sku',
  locationId: 'rot',
  quantity,
  told: 22,
  askedAt: at('09:00'),
  enteredAt: null,
  state: 'open',
  issueId: 'issue',
  issueNumber: 17,
  posted: 0,
  ...more,
});
const done = { enteredAt: at('10:00') };

test.each([
  ['it moved by what was asked', 19, -3, '11:00', [change(-3)], ['-3']],
  ['it did not move', 22, 0, '11:00', [change(-3)], []],
  ['it moved by a part', 20, -2, '11:00', [change(-3)], []],
  ['it moved by more, and nobody says that it was entered', 17, -5, '11:00', [change(-3)], []],
  ['it is of before the question', 19, -3, '08:59', [change(-3)], []],
  ['it is of the very moment of the question', 19, -3, '09:00', [change(-3)], []],
  ['it moved by all of them together', 17, -5, '11:00', [change(-3), change(-2)], ['-3', '-2']],
  ['it moved by one of them', 20, -2, '11:00', [change(-3), change(-2)], ['-2']],
  [
    'two ask for the same: the older one',
    19,
    -3,
    '11:00',
    [change(-3, { id: 'b', askedAt: at('09:30') }), change(-3, { id: 'a' })],
    ['a'],
  ],
  ['two that even out have not been entered', 22, 0, '11:00', [change(-3), change(3)], []],
  ['it was entered, and other things have moved too', 17, -5, '11:00', [change(-3, done)], ['-3']],
  ['it was entered, and an earlier statement showed it', 19, 0, '11:00', [change(-3, done)], ['-3']],
  ['it was entered, and the number is what it was', 22, 0, '11:00', [change(-3, done)], []],
  ['it was entered, and only a sale moved the number', 21, 0, '11:00', [change(-3, done)], []],
  ['it was entered, and a delivery moved the number', 40, 18, '11:00', [change(-3, done)], []],
  [
    'both were entered, and one of them shows',
    19,
    0,
    '11:00',
    [change(-3, done), change(-2, { ...done, askedAt: at('09:30') })],
    ['-3'],
  ],
  [
    'both were entered, and both show',
    16,
    -6,
    '11:00',
    [change(-3, done), change(-2, { ...done, askedAt: at('09:30') })],
    ['-3', '-2'],
  ],
  ['it was entered after this number was true', 17, -5, '09:30', [change(-3, done)], []],
  [
    'it was entered, and only what was posted here has moved',
    20,
    0,
    '11:00',
    [change(-3, { ...done, posted: -2 })],
    [],
  ],
  [
    'another one explains the number, and this was entered: it does not show yet',
    19,
    -3,
    '11:00',
    [change(-3), change(-2, done)],
    ['-3'],
  ],
] as const)('%s', (_, quantity, difference, time, open, agreed) => {
  expect(agreeing({ quantity, difference, asOf: at(time) }, open).map(({ id }) => id)).toEqual(agreed);
});
