import { expect, test } from 'vitest';
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

test('what somebody promised beats every rule, and without either there is none', () => {
  const both = folded([order, told('2026-11-27 09:02', day('2026-12-24'))], shopOf({ rules: [rule] }));
  expect(both.promises.map(({ on, source }) => [on, source])).toEqual([['2026-12-24', 'channel']]);
  expect(folded([order]).promises).toEqual([]);
});
