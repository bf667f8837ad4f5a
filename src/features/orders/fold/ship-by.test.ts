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
import type { PromiseRule } from './input-model.ts';

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

const promises = (on: string, source: string, at = '2026-11-28 09:00') =>
  says(at, { source, facet: 'promise', promises: [{ kind: 'date', on, toldAt: moment(at) }] });
const twoDays: PromiseRule = {
  id: '1',
  channel: null,
  serviceId: null,
  country: null,
  handlingDays: 0,
  transitDays: 2,
  validFrom: '2026-01-01',
  validTo: null,
};

// Paid on Friday: it goes on Friday, and by the rule is there on Tuesday.
test.each<[string, readonly OrderStatement[], readonly PromiseRule[], string, string]>([
  ['a later day', [promises('2026-12-04', 'person')], [twoDays], '2026-12-02', 'promise'],
  ['a Sunday: nobody works on it', [promises('2026-12-06', 'person')], [twoDays], '2026-12-02', 'promise'],
  ['the same day', [promises('2026-12-01', 'person')], [twoDays], '2026-11-27', 'rule'],
  ['an earlier day', [promises('2026-11-30', 'person')], [twoDays], '2026-11-27', 'rule'],
  ['a later day of the channel', [promises('2026-12-04', 'shop')], [twoDays], '2026-11-27', 'rule'],
  [
    'a day where nobody knows how long it takes',
    [promises('2026-12-04', 'person')],
    [],
    '2026-11-27',
    'rule',
  ],
  [
    'a later day than the channel, which left three days for it',
    [promises('2026-12-02', 'shop', '2026-11-27 09:00'), promises('2026-12-08', 'person')],
    [],
    '2026-12-03',
    'promise',
  ],
  [
    'a later day and then the first again',
    [promises('2026-12-04', 'person'), promises('2026-12-01', 'person', '2026-11-29 09:00')],
    [twoDays],
    '2026-11-27',
    'rule',
  ],
])('one of us promises %s', (_, said, rules, day, source) => {
  const { order, flags } = folded([paid('2026-11-27 09:00'), ...said], shopOf({ rules }));
  expect([order.shipBy, order.shipBySource]).toEqual([moment(`${day} 16:00`), source]);
  // Whether it went on time is judged by the first.
  expect([order.shipDay, flags.marks.includes('ship-by by rule')]).toEqual(['2026-11-27', true]);
});

test('a new promise does not move what the channel told', () => {
  const told = says('2026-11-27 09:01', { header: { shipBy: moment('2026-11-28 11:00') } });
  const { order } = folded(
    [paid('2026-11-27 09:00'), told, promises('2026-12-10', 'person')],
    shopOf({ rules: [twoDays] }),
  );
  expect([order.shipBy, order.shipBySource]).toEqual([moment('2026-11-28 11:00'), 'channel']);
});

test('a new promise keeps moving the ship-by when the rule of the first one has ended', () => {
  const said = [paid('2026-11-27 09:00'), promises('2026-12-04', 'person')];
  const before = folded(said, shopOf({ rules: [twoDays] }));
  const { order } = folded(said, shopOf({ rules: [] }), before);
  expect([order.shipBy, order.shipBySource]).toEqual([moment('2026-12-02 16:00'), 'promise']);
});

test('a promise for when no truck is known yet moves nothing, and is not looked for day by day', () => {
  const { nextCutOff, ...shop } = shopOf({ rules: [twoDays] });
  const trucksEnd = moment('2027-01-01 00:00');
  let looked = 0;
  const { order } = folded([paid('2026-11-27 09:00'), promises('2100-12-31', 'person')], {
    ...shop,
    nextCutOff(locationId, serviceId, at) {
      looked += 1;
      return at < trucksEnd ? nextCutOff(locationId, serviceId, at) : null;
    },
  });
  expect([order.shipBy, order.shipBySource]).toEqual([moment('2026-11-27 16:00'), 'rule']);
  expect(looked).toBeLessThan(1_000);
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
