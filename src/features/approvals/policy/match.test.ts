import { expect, test } from 'vitest';
import type { Measure } from '../../../core/tokens/approval.ts';
import { isAutomatic, isInGroup, type MeasuredRequest, matchRule } from './match.ts';
import type { Conditions, Group, Policy, Rule } from './model.ts';
import { beyondWords } from './wording.ts';

const anything: Conditions = {
  kind: null,
  quantityAtMost: null,
  amountAtMost: null,
  dayQuantityAtMost: null,
  dayAmountAtMost: null,
  location: null,
  supplier: null,
  requesterAtLeast: null,
};
const lead = { role: 'lead', department: null, people: [] } as const;
const manager = { role: 'manager', department: null, people: [] } as const;

function rule(name: string, when: Partial<Conditions>, ...stages: Rule['stages']): Rule {
  return { name, when: { ...anything, ...when }, stages, breakGlass: false };
}

const none = { quantity: 0, amountMinor: 0n };

function policy(...rules: Rule[]): Policy {
  return { rules, otherwise: { needs: 1, of: manager } };
}

const mug: Measure = {
  subject: 'MUG-01',
  quantity: 3,
  amountMinor: 2_400n,
  location: 'HAM',
  supplier: 'ACME',
};

function question(measure: Partial<Measure> = {}, more: Partial<MeasuredRequest> = {}): MeasuredRequest {
  return {
    kind: 'stock.adjustment',
    measure: { ...mug, ...measure },
    before: { quantity: 0, amountMinor: 0n },
    requesterRoles: ['operator'],
    ...more,
  };
}

function isMatched(when: Partial<Conditions>, asked: MeasuredRequest): boolean {
  return matchRule(policy(rule('it', when)), asked).rule === 'it';
}

test.each<[string, Partial<Conditions>, MeasuredRequest, boolean]>([
  ['without conditions', {}, question(), true],
  ['the same kind', { kind: 'stock.adjustment' }, question(), true],
  ['another kind', { kind: 'orders.refund' }, question(), false],
  ['a quantity at the bound', { quantityAtMost: 3 }, question(), true],
  ['a quantity one beyond the bound', { quantityAtMost: 2 }, question(), false],
  ['an amount at the bound', { amountAtMost: '2400' }, question(), true],
  ['an amount one cent beyond the bound', { amountAtMost: '2399' }, question(), false],
  ['a bound, but an unknown quantity', { quantityAtMost: 5 }, question({ quantity: null }), false],
  ['a bound, but an unknown amount', { amountAtMost: '99999' }, question({ amountMinor: null }), false],
  [
    'a daily bound, but an unknown amount',
    { dayAmountAtMost: '99999' },
    question({ amountMinor: null }),
    false,
  ],
  ['a quantity of zero', { quantityAtMost: 1 }, question({ quantity: 0 }), true],
  [
    'an amount beyond a bound by one, too large for a double',
    { amountAtMost: '9007199254740992' },
    question({ amountMinor: 9_007_199_254_740_993n }),
    false,
  ],
  ['the same location', { location: 'HAM' }, question(), true],
  ['another location', { location: 'BER' }, question(), false],
  ['an unknown location', { location: 'HAM' }, question({ location: null }), false],
  ['the same supplier', { supplier: 'ACME' }, question(), true],
  ['an unknown supplier', { supplier: 'ACME' }, question({ supplier: null }), false],
  ['the role that it needs', { requesterAtLeast: 'lead' }, question({}, { requesterRoles: ['lead'] }), true],
  [
    'a role above it',
    { requesterAtLeast: 'lead' },
    question({}, { requesterRoles: ['viewer', 'admin'] }),
    true,
  ],
  ['a role below it', { requesterAtLeast: 'lead' }, question(), false],
])('whether a rule matches: %s', (_, when, asked, matched) => {
  expect(isMatched(when, asked)).toBe(matched);
});

test.each<[string, Partial<Conditions>, { quantity: number; amountMinor: bigint }, boolean]>([
  ['units that reach the bound', { dayQuantityAtMost: 5 }, { quantity: 2, amountMinor: 0n }, true],
  ['units that pass the bound by one', { dayQuantityAtMost: 5 }, { quantity: 3, amountMinor: 0n }, false],
  [
    'an amount that reaches the bound',
    { dayAmountAtMost: '5000' },
    { quantity: 0, amountMinor: 2_600n },
    true,
  ],
  [
    'an amount that passes the bound by a cent',
    { dayAmountAtMost: '5000' },
    { quantity: 0, amountMinor: 2_601n },
    false,
  ],
  [
    'earlier units, where only the request is bounded',
    { quantityAtMost: 5 },
    { quantity: 900, amountMinor: 0n },
    true,
  ],
])('whether a daily bound matches: %s', (_, when, before, matched) => {
  expect(isMatched(when, question({}, { before }))).toBe(matched);
});

test('the first matching rule decides, and its name, stages and override are frozen', () => {
  const rules = [
    rule('too narrow', { quantityAtMost: 1 }),
    { ...rule('first', {}, { needs: 2, of: lead }), breakGlass: true },
    rule('second', {}, { needs: 1, of: manager }),
  ];
  expect(matchRule(policy(...rules), question())).toEqual({
    rule: 'first',
    stages: [{ needs: 2, of: lead }],
    breakGlass: true,
    beyond: { bound: 'quantity', atMost: 1, before: 0 },
  });
});

test.each<[string, Partial<Conditions>, Partial<Measure>, MeasuredRequest['before'], string]>([
  ['units', { quantityAtMost: 1 }, {}, none, 'over 1 unit'],
  ['units of a day, the first', { dayQuantityAtMost: 1 }, {}, none, 'over 1 unit in 24 hours'],
  [
    'units of a day',
    { dayQuantityAtMost: 5 },
    {},
    { quantity: 1_041, amountMinor: 0n },
    'over 5 units in 24 hours (1,041 before this)',
  ],
  ['an amount', { amountAtMost: '1000' }, {}, none, 'over €10.00'],
  [
    'an amount of a day',
    { dayAmountAtMost: '5000' },
    {},
    { quantity: 0, amountMinor: 4_800n },
    'over €50.00 in 24 hours (€48.00 before this)',
  ],
  ['an unknown value', { dayAmountAtMost: '5000' }, { amountMinor: null }, none, 'its value is not known'],
])('why a yes is needed: %s', (_, when, measure, before, words) => {
  const rules = [
    rule('elsewhere', { ...when, location: 'BER' }),
    rule('near', when),
    rule('first', {}, { needs: 2, of: lead }),
  ];
  const { beyond } = matchRule(policy(...rules), question(measure, { before }));
  expect(beyond && beyondWords(beyond, 'EUR')).toBe(words);
});

test('a request that no rule matches is for the default approvers', () => {
  const chosen = matchRule(policy(rule('mugs', { location: 'BER' })), question());
  expect(chosen).toEqual({ rule: 'anything else', stages: [{ needs: 1, of: manager }], breakGlass: false });
  expect(isAutomatic(chosen)).toBe(false);
  expect(isAutomatic(matchRule(policy(), question()))).toBe(false);
});

test.each<[string, Partial<Group>, boolean]>([
  ['leads', { role: 'lead' }, true],
  ['operators, which a lead is too', { role: 'operator' }, true],
  ['managers', { role: 'manager' }, false],
  ['the department', { department: 'warehouse' }, true],
  ['another department', { department: 'shipping' }, false],
  ['leads of the department', { role: 'lead', department: 'warehouse' }, true],
  ['leads of another department', { role: 'lead', department: 'shipping' }, false],
  ['managers, and the lead by name', { role: 'manager', people: ['maya'] }, true],
  ['another person by name', { people: ['omar'] }, false],
  ['an empty group', {}, false],
])('whether a group has a lead of the warehouse: %s', (_, group, isAmong) => {
  const of: Group = { role: null, department: null, people: [], ...group };
  expect(isInGroup(of, { id: 'maya', roles: ['lead'], departments: ['warehouse', 'receiving'] })).toBe(
    isAmong,
  );
});
