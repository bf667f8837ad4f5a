import { expect, test } from 'vitest';
import {
  folded,
  hold,
  line,
  moment,
  sale,
  says,
  shopOf,
  type TestShop,
} from '../../../../test/harness/statements.ts';
import type { OrderStatement } from '../telling/model.ts';

const paid = (at: string) => sale('2026-11-20 08:00', [line('A', 1)], at);

// 27 November 2026 is a Friday.
test.each<[string, readonly OrderStatement[], TestShop, string | null]>([
  ['a minute before the cut-off', [paid('2026-11-27 15:59')], {}, '2026-11-27T15:00:00.000Z'],
  ['at the cut-off', [paid('2026-11-27 16:00')], {}, '2026-11-27T15:00:00.000Z'],
  ['a millisecond late', [paid('2026-11-27 16:00:00.001')], {}, '2026-11-30T15:00:00.000Z'],
  ['a second late', [paid('2026-11-27 16:00:01')], {}, '2026-11-30T15:00:00.000Z'],
  [
    'Monday is a holiday',
    [paid('2026-11-27 16:00:01')],
    { holidays: ['2026-11-30'] },
    '2026-12-01T15:00:00.000Z',
  ],
  [
    'the second of two on a day',
    [paid('2026-11-27 12:30')],
    { cutOffs: ['12:00', '16:00'] },
    '2026-11-27T15:00:00.000Z',
  ],
  [
    'three days held push it by three days',
    [paid('2026-11-26 17:00'), hold('2026-11-27 09:00', true), hold('2026-11-30 09:00', false)],
    {},
    '2026-11-30T15:00:00.000Z',
  ],
  [
    'two who hold it at once count once',
    [
      paid('2026-11-27 11:30'),
      hold('2026-11-27 12:00', true, 'a'),
      hold('2026-11-27 13:00', true, 'b'),
      hold('2026-11-27 14:00', false, 'a'),
      hold('2026-11-27 16:00', false, 'b'),
    ],
    {},
    // 11:30 and four hours; two holds of five hours together would make it 16:30.
    '2026-11-27T15:00:00.000Z',
  ],
  [
    'a hold that had ended before it was paid',
    [paid('2026-11-27 15:30'), hold('2026-11-27 09:00', true), hold('2026-11-27 12:00', false)],
    {},
    '2026-11-27T15:00:00.000Z',
  ],
  ['held still', [paid('2026-11-27 15:00'), hold('2026-11-27 15:30', true)], {}, null],
  [
    'held only after it should have gone',
    [paid('2026-11-27 15:00'), hold('2026-11-27 16:30', true)],
    {},
    '2026-11-27T15:00:00.000Z',
  ],
  ['not paid', [sale('2026-11-27 09:00', [line('A', 1)], null)], {}, null],
  ['nobody collects', [paid('2026-11-27 09:00')], { cutOffs: [] }, null],
  ['clocks change in between', [paid('2026-03-27 16:00:01')], {}, '2026-03-30T14:00:00.000Z'],
])('%s', (_, statements, shop, expected) => {
  const { shipBy, shipBySource, shipDay } = folded(statements, shopOf(shop)).order;
  expect(shipBy?.toISOString() ?? null).toBe(expected);
  expect([shipBySource, shipDay]).toEqual(expected ? ['rule', expected.slice(0, 10)] : ['none', null]);
});

test("the channel's own ship-by stands, whatever holds the order and whoever collects", () => {
  const told = says('2026-11-27 09:01', { header: { shipBy: moment('2026-11-28 11:00') } });
  const { order } = folded([paid('2026-11-27 09:00'), told, hold('2026-11-27 10:00', true)], shopOf());
  expect(order).toMatchObject({
    shipBy: moment('2026-11-28 11:00'),
    shipBySource: 'channel',
    shipDay: null,
    onHold: true,
    nextStopAt: null,
  });
});

test('an order without a location has no ship-by of its own', () => {
  const { order } = folded([
    says('2026-11-27 09:00', {
      milestones: [
        { what: 'paid', retracted: false, part: '', eventKey: null, at: moment('2026-11-27 09:00') },
      ],
    }),
  ]);
  expect([order.shipBy, order.shipBySource]).toEqual([null, 'none']);
});

test.each<[string, readonly [at: string, held: boolean][], readonly [string, string | null][]]>([
  [
    'held and freed',
    [
      ['10:00', true],
      ['12:00', false],
    ],
    [['10:00', '12:00']],
  ],
  ['freed alone', [['12:00', false]], []],
  [
    'held twice',
    [
      ['10:00', true],
      ['11:00', true],
    ],
    [['10:00', null]],
  ],
  [
    'held again',
    [
      ['10:00', true],
      ['12:00', false],
      ['14:00', true],
    ],
    [
      ['10:00', '12:00'],
      ['14:00', null],
    ],
  ],
])('%s, in any order of arrival', (_, said, expected) => {
  const statements = said.map(([at, held]) => hold(`2026-11-27 ${at}`, held));
  const spans = expected.map(([from, until]) => [
    moment(`2026-11-27 ${from}`),
    until && moment(`2026-11-27 ${until}`),
  ]);
  const order = sale('2026-11-27 09:00', [line('A', 1)]);
  for (const one of [
    [order, ...statements],
    [...statements.toReversed(), order],
  ])
    expect(folded(one).holds.map(({ from, until }) => [from, until])).toEqual(spans);
});
