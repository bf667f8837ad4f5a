import type { OrderStatement } from '../../src/features/orders/index.ts';
import type { Chance } from './chance.ts';
import { hold, line, moment, parcel, reached, sale, says, scan } from './statements.ts';

/** Of its lines. */
export const ids = ['9007199254740993', '9007199254740995', '9007199254740997'] as const;
const [a, b, c] = ids;
const of = (pieces: readonly [id: string, quantity: number][]) =>
  pieces.map(([id, quantity]) => ({ id, quantity }));
const lines = [line(a, 1), line(b, 1), line(c, 3)];
const box = (
  externalId: string,
  at: string,
  pieces: readonly [string, number][],
  tracking: readonly string[],
): OrderStatement => {
  const [said] = parcel(externalId, at, null).fulfilments ?? [];
  if (!said) throw new Error('A parcel.');
  return says(at, {
    facet: `fulfilment ${externalId}`,
    fulfilments: [{ ...said, tracking: [...tracking], lines: of(pieces) }],
  });
};
const first = '18014398509481985';
const second = '18014398509481987';

/** Three lines, two parcels, a hold, an edit and a return to sender, as a shop and a warehouse's file tell them. */
export const story: readonly OrderStatement[] = [
  sale('2026-11-23 09:00', lines),
  // The same moment, told differently: five pairs.
  says('2026-11-23 10:00', { header: { customerReference: 'C-1', totalMinor: 9_007_199_254_740_993n } }),
  says('2026-11-23 10:00', { header: { customerReference: 'C-2' } }),
  hold('2026-11-23 11:00', true),
  hold('2026-11-23 11:00', true, 'address'),
  hold('2026-11-23 13:00', false),
  hold('2026-11-23 13:00', true),
  hold('2026-11-23 15:00', false),
  hold('2026-11-23 15:30', false, 'address'),
  says('2026-11-24 08:00', {
    lines: { tells: 'whole', of: [line(a, 1), line(b, 1), line(c, 3, { current: 2 })] },
  }),
  says('2026-11-24 08:00', { lines: { tells: 'part', of: [line(b, 1, { title: 'Blue mug' })] } }),
  box(
    first,
    '2026-11-24 09:00',
    [
      [a, 1],
      [b, 1],
    ],
    ['00340434161094000001'],
  ),
  box(
    first,
    '2026-11-24 09:00',
    [
      [a, 1],
      [b, 1],
    ],
    ['00340434161094000002'],
  ),
  box(second, '2026-11-24 10:00', [[c, 2]], ['00340434161094000003']),
  scan('handed_over', '2026-11-24 16:05', first),
  scan('handed_over', '2026-11-25 16:05', second),
  says('2026-11-25 16:05', {
    source: 'file wms.csv',
    milestones: [reached('packed', '2026-11-24 08:30'), reached('handed_over', '2026-11-24 17:00')],
  }),
  scan('delivered', '2026-11-27 11:00', second),
  scan('returned', '2026-11-30 12:00', first),
  scan('delivered', '2026-12-02 12:00', first),
  says('2026-11-23 09:00', {
    promises: [{ kind: 'date', on: '2026-11-27', toldAt: moment('2026-11-23 09:00') }],
  }),
  says('2026-11-25 09:00', {
    source: 'person',
    promises: [
      { kind: 'instant', at: moment('2026-11-28 12:00'), toldAt: moment('2026-11-25 09:00'), by: 'U1' },
    ],
  }),
  says('2026-12-01 10:00', {
    facet: 'refund 1',
    refunds: [
      {
        externalId: '1',
        at: moment('2026-12-01 10:00'),
        amountMinor: 1_000n,
        note: null,
        lines: [{ id: a, quantity: 1, amountMinor: 1_000n, restock: 'restock', location: null }],
      },
    ],
  }),
];

/** All of them, some twice, in any order. */
export function shuffled({ below }: Chance): readonly OrderStatement[] {
  const all = [...story, ...story.filter(() => below(3) === 0)];
  for (let n = all.length - 1; n > 0; n -= 1) {
    const other = below(n + 1);
    const [one, two] = [all[n], all[other]];
    if (one && two) [all[n], all[other]] = [two, one];
  }
  return all;
}
