import { expect, test } from 'vitest';
import type { Measure } from '../../../core/tokens/approval.ts';
import { isAutomatic, isInGroup, type MeasuredRequest, matchRule } from './match.ts';
import type { Conditions, Group, Policy, Rule } from './model.ts';

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
  ['no condition matches everything', {}, question(), true],
  ['its kind', { kind: 'stock.adjustment' }, question(), true],
  ['another kind', { kind: 'orders.refund' }, question(), false],
  ['the bound itself is within it', { quantityAtMost: 3 }, question(), true],
  ['one unit more is not', { quantityAtMost: 2 }, question(), false],
  ['the amount itself is within it', { amountAtMost: '2400' }, question(), true],
  ['a cent more is not', { amountAtMost: '2399' }, question(), false],
  ['an unknown quantity is within no bound', { quantityAtMost: 5 }, question({ quantity: null }), false],
  ['an unknown amount is within no bound', { amountAtMost: '99999' }, question({ amountMinor: null }), false],
  [
    'an unknown amount is within no day',
    { dayAmountAtMost: '99999' },
    question({ amountMinor: null }),
    false,
  ],
  ['nothing at all is within every bound', { quantityAtMost: 1 }, question({ quantity: 0 }), true],
  [
    'amounts beyond a double are exact',
    { amountAtMost: '9007199254740992' },
    question({ amountMinor: 9_007_199_254_740_993n }),
    false,
  ],
  ['its location', { location: 'HAM' }, question(), true],
  ['another location', { location: 'BER' }, question(), false],
  ['an unknown location', { location: 'HAM' }, question({ location: null }), false],
  ['its supplier', { supplier: 'ACME' }, question(), true],
  ['an unknown supplier', { supplier: 'ACME' }, question({ supplier: null }), false],
  ['the role itself', { requesterAtLeast: 'lead' }, question({}, { requesterRoles: ['lead'] }), true],
  [
    'a role above it',
    { requesterAtLeast: 'lead' },
    question({}, { requesterRoles: ['viewer', 'admin'] }),
    true,
  ],
  ['a role below it', { requesterAtLeast: 'lead' }, question(), false],
])('a rule and %s', (_, when, asked, matched) => {
  expect(isMatched(when, asked)).toBe(matched);
});

test.each<[string, Partial<Conditions>, { quantity: number; amountMinor: bigint }, boolean]>([
  ['the third of three that make five', { dayQuantityAtMost: 5 }, { quantity: 2, amountMinor: 0n }, true],
  ['one that makes six of a day', { dayQuantityAtMost: 5 }, { quantity: 3, amountMinor: 0n }, false],
  ['the last cent of a day', { dayAmountAtMost: '5000' }, { quantity: 0, amountMinor: 2_600n }, true],
  ['a cent beyond a day', { dayAmountAtMost: '5000' }, { quantity: 0, amountMinor: 2_601n }, false],
  [
    'what came before, where only the request is bounded',
    { quantityAtMost: 5 },
    { quantity: 900, amountMinor: 0n },
    true,
  ],
])('split over a day: %s', (_, when, before, matched) => {
  expect(isMatched(when, question({}, { before }))).toBe(matched);
});

test('the first rule that matches decides, and its name, stages and emergency are kept', () => {
  const rules = [
    rule('too narrow', { quantityAtMost: 1 }),
    { ...rule('first', {}, { needs: 2, of: lead }), breakGlass: true },
    rule('second', {}, { needs: 1, of: manager }),
  ];
  expect(matchRule(policy(...rules), question())).toEqual({
    rule: 'first',
    stages: [{ needs: 2, of: lead }],
    breakGlass: true,
  });
});

test('what no rule matches has to be decided by somebody', () => {
  const chosen = matchRule(policy(rule('mugs', { location: 'BER' })), question());
  expect(chosen).toEqual({ rule: 'anything else', stages: [{ needs: 1, of: manager }], breakGlass: false });
  expect(isAutomatic(chosen)).toBe(false);
  expect(isAutomatic(matchRule(policy(), question()))).toBe(false);
});

test.each<[string, Partial<Group>, boolean]>([
  ['leads', { role: 'lead' }, true],
  ['operators, being more than one', { role: 'operator' }, true],
  ['managers', { role: 'manager' }, false],
  ['her department', { department: 'warehouse' }, true],
  ['another department', { department: 'shipping' }, false],
  ['leads of her department', { role: 'lead', department: 'warehouse' }, true],
  ['leads of another department', { role: 'lead', department: 'shipping' }, false],
  ['managers and her by name', { role: 'manager', people: ['maya'] }, true],
  ['somebody else by name', { people: ['omar'] }, false],
  ['nobody', {}, false],
])('a lead in the warehouse among %s', (_, group, isAmong) => {
  const of: Group = { role: null, department: null, people: [], ...group };
  expect(isInGroup(of, { id: 'maya', roles: ['lead'], departments: ['warehouse', 'receiving'] })).toBe(
    isAmong,
  );
});
