import { expect, test } from 'vitest';
import { chanceFrom } from '../../../../test/harness/chance.ts';
import { folded, hold, line, moment, sale, says, shopOf } from '../../../../test/harness/statements.ts';
import type { PromiseSaid } from '../telling/said.ts';
import type { PromiseRule } from './input-model.ts';
import { isKept } from './promise-rules.ts';

const order = sale('2026-11-27 09:00', [line('A', 1)]);
const told = (at: string, ...promises: PromiseSaid[]) => says(at, { facet: 'promise', promises });
const day = (on: string, toldAt = '2026-11-27 09:00'): PromiseSaid => ({
  kind: 'date',
  on,
  toldAt: moment(toldAt),
});
const to = (shipCountry: string, shipRegion: string) =>
  says('2026-11-27 09:01', { header: { shipCountry, shipRegion } });

test.each([
  ['in Germany', '2026-12-01', 'DE', '', '2026-12-01T23:00:00.000Z', 'country'],
  ['in California', '2026-12-01', 'US', 'CA', '2026-12-02T08:00:00.000Z', 'region'],
  ['in a country of several zones', '2026-12-01', 'ID', '', '2026-12-01T23:00:00.000Z', 'business'],
  ['on a day of 23 hours', '2026-03-29', 'DE', '', '2026-03-29T22:00:00.000Z', 'country'],
  ['on a day of 25 hours', '2026-10-25', 'DE', '', '2026-10-25T23:00:00.000Z', 'country'],
])('a day %s ends there', (_, on, country, region, until, zoneSource) => {
  const { promises, order: row } = folded([order, to(country, region), told('2026-11-27 09:02', day(on))]);
  expect(promises.map((one) => one.until.toISOString())).toEqual([until]);
  expect(row.zoneSource).toBe(zoneSource);
});

test.each([
  ['date', '2026-12-01T22:59:59.999Z', true],
  ['date', '2026-12-01T23:00:00.000Z', false],
  ['instant', '2026-12-01T23:00:00.000Z', true],
  ['instant', '2026-12-01T23:00:00.001Z', false],
] as const)('a promised %s is kept at %s: %s', (kind, at, isSo) => {
  expect(isKept({ kind, until: new Date('2026-12-01T23:00:00Z') }, new Date(at))).toBe(isSo);
});

test('promises are numbered by when the customer was told, and what is only repeated is none', () => {
  const { promises } = folded([
    order,
    told('2026-11-29 10:00', day('2026-12-04', '2026-11-29 10:00')),
    told('2026-11-28 10:00', day('2026-12-02', '2026-11-28 10:00')),
    says('2026-11-30 10:00', {
      source: 'file wms.csv',
      promises: [day('2026-12-04', '2026-11-30 10:00')],
    }),
    // Said later to have been promised.
    told('2026-12-02 10:00', day('2026-12-01', '2026-11-27 09:00')),
  ]);
  expect(promises.map(({ ordinal, on }) => [ordinal, on])).toEqual([
    [1, '2026-12-01'],
    [2, '2026-12-02'],
    [3, '2026-12-04'],
  ]);
});

const rule: PromiseRule = {
  id: '1',
  channel: null,
  serviceId: null,
  country: null,
  handlingDays: 0,
  transitDays: 2,
  validFrom: '2026-01-01',
  validTo: null,
};

test('where nobody promised, the rule does: from the day it goes, in working days', () => {
  const { promises, order: row, flags } = folded([order], shopOf({ rules: [rule] }));
  expect(promises.map(({ on, source }) => [on, source])).toEqual([['2026-12-01', 'rule']]);
  expect(row.promiseSource).toBe('rule');
  expect(flags.marks).toContain('promise by rule');
});

test('a hold that moves the day makes a second promise of the rule, told when it ends', () => {
  const held = [hold('2026-11-27 10:00', true), hold('2026-11-30 10:00', false)];
  const { promises } = folded([order, ...held], shopOf({ rules: [rule] }));
  expect(promises.map(({ on, toldAt }) => [on, toldAt])).toEqual([
    ['2026-12-01', moment('2026-11-27 09:00')],
    ['2026-12-02', moment('2026-11-30 10:00')],
  ]);
});

test('a promise that a rule made stays, whatever is set later', () => {
  const before = folded([order], shopOf({ rules: [rule] }));
  const [{ on } = { on: null }] = before.promises;
  expect(on).toBe('2026-12-01');
  for (const later of [
    { rules: [rule], holidays: ['2026-11-30'] },
    { rules: [rule], cutOffs: ['08:00'] },
    { rules: [{ ...rule, transitDays: 5 }] },
    { rules: [] },
  ]) {
    const again = folded([order], shopOf(later), before);
    expect(again.promises).toEqual(before.promises);
    expect(folded([order], shopOf(later), again)).toEqual(again);
    // Only an order that comes now is promised by what is set now.
    expect(folded([order], shopOf(later)).promises).not.toEqual(before.promises);
  }
});

test('a promise stays where the business moves to another zone, by which its day ends', () => {
  const said = [order, to('ID', '')];
  const before = folded(said, shopOf({ rules: [rule] }));
  const later = { ...shopOf({ rules: [rule], holidays: ['2026-11-30'] }), businessZone: 'Asia/Jakarta' };
  expect(before.promises.map(({ on, zone }) => [on, zone])).toEqual([['2026-12-01', 'Europe/Berlin']]);
  expect(folded(said, later, before).promises.map(({ on, zone }) => [on, zone])).toEqual([
    ['2026-12-01', 'Asia/Jakarta'],
  ]);
});

test('what is bought otherwise is promised anew, by what is set now', () => {
  const before = folded([order], shopOf({ rules: [rule] }));
  const toFrance = says('2026-11-28 09:00', { header: { shipCountry: 'FR' } });
  const later = shopOf({ rules: [rule], holidays: ['2026-11-30'] });
  expect(folded([order, toFrance], later, before).promises.map(({ on }) => on)).toEqual(['2026-12-02']);
});

test('each hold that moves the day makes one more promise, and what is set later moves none of them', () => {
  const first = [hold('2026-11-27 10:00', true), hold('2026-11-30 10:00', false)];
  const second = [hold('2026-11-30 12:00', true), hold('2026-12-01 17:00', false)];
  const shop = shopOf({ rules: [rule] });
  const once = folded([order, ...first], shop);
  const held = folded([order, ...first, ...second.slice(0, 1)], shop, once);
  expect(held.promises).toEqual(once.promises);
  const later = shopOf({ rules: [rule], holidays: ['2026-12-03'] });
  const { promises } = folded([order, ...first, ...second], later, held);
  expect(promises.map(({ ordinal, on, toldAt }) => [ordinal, on, toldAt])).toEqual([
    [1, '2026-12-01', moment('2026-11-27 09:00')],
    [2, '2026-12-02', moment('2026-11-30 10:00')],
    [3, '2026-12-04', moment('2026-12-01 17:00')],
  ]);
});

test('a hold that moved nothing makes no promise when a day off is added', () => {
  const held = [hold('2026-11-27 10:00', true), hold('2026-11-27 11:00', false)];
  const before = folded([order, ...held], shopOf({ rules: [rule] }));
  expect(before.promises.map(({ on }) => on)).toEqual(['2026-12-01']);
  const later = shopOf({ rules: [rule], cutOffs: ['10:30'], holidays: ['2026-11-30'] });
  expect(folded([order, ...held], later, before).promises).toEqual(before.promises);
});

test('in any order of arrival one and the same promises are made', () => {
  const shop = shopOf({ rules: [rule, { ...rule, id: '2', country: 'FR', transitDays: 4 }] });
  const all = [
    order,
    says('2026-11-27 09:30', { header: { shipCountry: 'FR' } }),
    hold('2026-11-27 10:00', true),
    hold('2026-11-30 10:00', false),
    hold('2026-11-30 12:00', true),
    hold('2026-12-01 17:00', false),
    says('2026-12-02 10:00', {
      source: 'person',
      facet: 'promise',
      promises: [day('2026-12-24', '2026-12-02 10:00')],
    }),
  ];
  const once = folded(all, shop);
  expect(once.promises.map(({ on, source }) => [on, source])).toEqual([
    ['2026-12-03', 'rule'],
    ['2026-12-04', 'rule'],
    ['2026-12-07', 'rule'],
    ['2026-12-24', 'person'],
  ]);
  const chance = chanceFrom(15);
  for (let n = 0; n < 50; n += 1) {
    const turns = all
      .map((one) => [chance.below(1_000), one] as const)
      .toSorted(([a], [b]) => a - b)
      .map(([, one]) => one);
    let before: ReturnType<typeof folded> | null = null;
    for (let told = 1; told <= turns.length; told += 1) before = folded(turns.slice(0, told), shop, before);
    expect(before).toEqual(once);
  }
});

test('what a hold that moved no day promised keeps its own moment, whatever is told of before it later', () => {
  const shop = shopOf({ rules: [rule] });
  const held = [hold('2026-11-27 10:00', true), hold('2026-11-27 12:00', false)];
  const person = says('2026-11-27 11:00', {
    source: 'person',
    facet: 'promise',
    promises: [day('2026-12-04', '2026-11-27 11:00')],
  });
  const all = [order, ...held, person];
  expect(folded(all, shop, folded([order, ...held], shop))).toEqual(folded(all, shop));
});

test('a day that was promised, moved, promised again and taken back was told the first time still', () => {
  const person = (at: string, more: object) => says(at, { source: 'person', facet: 'promise', ...more });
  const tells = (at: string, on: string) => person(at, { promises: [day(on, at)] });
  const takes = (at: string, on: string) => person(at, { takenBack: [{ on, at: moment(at) }] });
  const said = [
    tells('2026-11-27 10:00', '2026-12-04'),
    tells('2026-11-27 11:00', '2026-12-07'),
    tells('2026-11-27 12:00', '2026-12-04'),
    takes('2026-11-27 12:01', '2026-12-04'),
  ];
  const { promises } = folded([order, ...said]);
  expect(promises.map(({ on }) => on)).toEqual(['2026-12-04', '2026-12-07']);
});

test('the rule that names most counts, from its first day', () => {
  const rules = [
    rule,
    { ...rule, id: '2', country: 'DE', transitDays: 1 },
    { ...rule, id: '3', country: 'DE', channel: 'shop', transitDays: 0, validFrom: '2026-11-28' },
    { ...rule, id: '4', country: 'FR', channel: 'shop', transitDays: 9 },
  ];
  const { promises } = folded([order], shopOf({ rules }));
  expect(promises.map(({ on }) => on)).toEqual(['2026-11-30']);
});

test('one of us who promises another day leaves what the rule had promised the original', () => {
  const person = says('2026-11-28 10:00', {
    source: 'person',
    facet: 'promise',
    promises: [{ ...day('2026-12-08', '2026-11-28 10:00'), by: 'lena' }],
  });
  const held = [hold('2026-11-27 10:00', true), hold('2026-11-30 10:00', false)];
  const { promises, flags } = folded([order, person, ...held], shopOf({ rules: [rule] }));
  expect(promises.map(({ ordinal, on, source }) => [ordinal, on, source])).toEqual([
    [1, '2026-12-01', 'rule'],
    [2, '2026-12-08', 'person'],
  ]);
  expect(flags.marks).toContain('promise by rule');
});

test('a promise that one of us takes back was never told, in any order of arrival', () => {
  const person = (at: string, said: object) => says(at, { source: 'person', facet: 'promise', ...said });
  const first = person('2026-11-28 10:00', { promises: [day('2026-12-08', '2026-11-28 10:00')] });
  const back = person('2026-11-28 10:05', {
    takenBack: [{ on: '2026-12-08', at: moment('2026-11-28 10:05') }],
  });
  const again = person('2026-11-28 10:10', { promises: [day('2026-12-08', '2026-11-28 10:10')] });
  const days = (...said: (typeof first)[]) =>
    folded(said, shopOf({ rules: [rule] })).promises.map(({ on }) => on);
  expect(days(order, first, back)).toEqual(['2026-12-01']);
  expect(days(back, first, order)).toEqual(['2026-12-01']);
  expect(days(again, back, order, first)).toEqual(['2026-12-01', '2026-12-08']);
  // A channel's promise of that day is not ours to take back.
  expect(days(order, back, told('2026-11-28 09:00', day('2026-12-08')))).toEqual(['2026-12-08']);
});

test('what a channel promised beats every rule, and without either there is none', () => {
  const both = folded([order, told('2026-11-27 09:02', day('2026-12-24'))], shopOf({ rules: [rule] }));
  expect(both.promises.map(({ on, source }) => [on, source])).toEqual([['2026-12-24', 'channel']]);
  expect(folded([order]).promises).toEqual([]);
});
