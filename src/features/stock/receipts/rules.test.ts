import { expect, test } from 'vitest';
import type { ReceiptsAt } from './model.ts';
import { incomingOf } from './rules.ts';

const today = '2026-11-27';
const day = (text: string) => new Date(`${text}T00:00:00Z`);
const hamburg = { code: 'HAM', name: 'Hamburg' };
const level = (incoming: number, expectedOn: string | null = null, code = 'HAM') => ({
  code,
  incoming,
  expectedOn: expectedOn === null ? null : day(expectedOn),
});
const at = (
  location: ReceiptsAt['location'],
  units: number,
  expectedOn: string | null = '2026-12-03',
  comingOn = expectedOn,
): ReceiptsAt => ({
  location,
  units,
  expectedOn: expectedOn === null ? null : day(expectedOn),
  comingOn: comingOn === null ? null : day(comingOn),
});
function told(levels: readonly ReturnType<typeof level>[], receipts: readonly ReceiptsAt[]) {
  const { locations, elsewhere, comingOn } = incomingOf(levels, receipts, today);
  const total = [...locations, ...elsewhere].reduce((sum, { incoming }) => sum + incoming, 0);
  return {
    at: locations.map(({ code, incoming }) => `${code} ${incoming}`),
    elsewhere: elsewhere.map(({ name, incoming }) => `${name} ${incoming}`),
    total,
    coming: comingOn?.toISOString().slice(0, 10) ?? null,
  };
}

test.each([
  ['a file alone', [level(60, '2026-12-12')], [], ['HAM 60'], [], 60, '2026-12-12'],
  ['receipts alone', [level(0)], [at(hamburg, 40)], ['HAM 40'], [], 40, '2026-12-03'],
  [
    'a file that counts the receipts and more',
    [level(60)],
    [at(hamburg, 40)],
    ['HAM 60'],
    [],
    60,
    '2026-12-03',
  ],
  [
    'a file that knows less than is ordered',
    [level(10)],
    [at(hamburg, 40)],
    ['HAM 40'],
    [],
    40,
    '2026-12-03',
  ],
  ['a file of zero takes no receipt away', [level(0)], [at(hamburg, 40)], ['HAM 40'], [], 40, '2026-12-03'],
  [
    'receipts that arrive nobody knows where',
    [level(0)],
    [at(null, 40)],
    ['HAM 0'],
    ['null 40'],
    40,
    '2026-12-03',
  ],
  ['those may be what a file states', [level(60)], [at(null, 40)], ['HAM 60'], ['null 0'], 60, '2026-12-03'],
  [
    'and count as far as they are more',
    [level(30)],
    [at(null, 40)],
    ['HAM 30'],
    ['null 10'],
    40,
    '2026-12-03',
  ],
  [
    'but not what is known by name there',
    [level(30)],
    [at(hamburg, 30), at(null, 40)],
    ['HAM 30'],
    ['null 40'],
    70,
    '2026-12-03',
  ],
  [
    'a place without levels has a line of its own',
    [level(5, null, 'ROT')],
    [at(hamburg, 40)],
    ['ROT 5'],
    ['Hamburg 40'],
    45,
    '2026-12-03',
  ],
  ['no levels at all', [], [at(null, 40)], [], ['null 40'], 40, '2026-12-03'],
  [
    'what is overdue comes nobody knows when',
    [level(60, '2026-11-20')],
    [at(hamburg, 40, '2026-11-26', null)],
    ['HAM 60'],
    [],
    60,
    null,
  ],
  ['what is due today still comes', [level(60, '2026-11-27')], [], ['HAM 60'], [], 60, '2026-11-27'],
  [
    'a day of a file whose pieces are all known by name is not another receipt',
    [level(40, '2026-11-30')],
    [at(hamburg, 40)],
    ['HAM 40'],
    [],
    40,
    '2026-12-03',
  ],
] as const)('%s', (_, levels, receipts, places, elsewhere, total, coming) => {
  expect(told(levels, receipts)).toEqual({ at: places, elsewhere, total, coming });
});
