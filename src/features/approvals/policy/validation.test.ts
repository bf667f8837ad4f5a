import { expect, test } from 'vitest';
import type { Conditions, Group, Policy, Rule, Stage } from './model.ts';
import { faultSentence } from './refusals.ts';
import type { Person } from './staffing.ts';
import { namesAmong } from './staffing.ts';
import { faultsOf, isInUse, type References } from './validation.ts';

const person = (id: string, role: string, ...departments: string[]): Person => ({
  id,
  name: id.charAt(0).toUpperCase() + id.slice(1),
  roles: [role],
  departments,
});
const references: References = {
  people: [
    person('maya', 'operator', 'warehouse'),
    person('omar', 'lead', 'warehouse'),
    person('lena', 'lead', 'shipping'),
    person('nils', 'manager'),
    person('ada', 'admin'),
    person('vera', 'viewer', 'customer service'),
  ],
  kinds: [
    {
      id: 'stock.adjustment',
      title: 'Stock adjustment',
      measures: ['quantity', 'amount', 'location', 'supplier'],
    },
    { id: 'approvals.free-form', title: 'Request', measures: ['amount'] },
    { id: 'orders.refund', title: 'Refund', measures: null },
  ],
  locations: ['HAM'],
  suppliers: ['ACME'],
};

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
const stage = (needs: number, of: Partial<Group>): Stage => ({
  needs,
  of: { role: null, department: null, people: [], ...of },
});
const rule = (name: string, when: Partial<Conditions>, ...stages: Stage[]): Rule => ({
  name,
  when: { ...anything, ...when },
  stages,
  breakGlass: false,
});
const policy = (...rules: Rule[]): Policy => ({ rules, otherwise: stage(1, { role: 'manager' }) });
const lead = stage(1, { role: 'lead' });

/** The faults as people read them. */
const told = (one: Policy, all: References = references) =>
  faultsOf(one, all).map((fault) => ({
    rule: fault.rule,
    field: fault.field,
    sentence: faultSentence(fault, namesAmong(all.people)),
  }));

test.each<[string, Rule]>([
  ['that approves automatically within a bound', rule('a', { quantityAtMost: 5 })],
  ["that approves automatically within a day's bound", rule('a', { dayAmountAtMost: '5000' })],
  [
    'for a known kind, location and supplier',
    rule('a', { kind: 'stock.adjustment', location: 'HAM', supplier: 'ACME' }, lead),
  ],
  [
    'for free-form requests within an amount',
    rule('a', { kind: 'approvals.free-form', amountAtMost: '5000' }),
  ],
  ['for a kind that no feature asks for yet', rule('a', { kind: 'orders.refund', quantityAtMost: 5 })],
  ['that needs two of four people with the role or above', rule('a', {}, stage(2, { role: 'lead' }))],
  ['that names a person besides a role', rule('a', {}, stage(1, { role: 'admin', people: ['maya'] }))],
  // When Omar asks, Lena fills the first stage, and Nils or Ada the second.
  ['with two stages', rule('a', {}, lead, stage(1, { role: 'manager' }))],
  // Only managers ask by this rule, so Omar never asks by it himself.
  [
    'that names a lead for requests of managers',
    rule('a', { requesterAtLeast: 'manager' }, stage(1, { people: ['omar'] })),
  ],
])('no fault is found in a rule %s', (_, one) => {
  expect(faultsOf(policy(one), references)).toEqual([]);
});

test.each<[string, Rule, string, string]>([
  [
    'an unknown kind',
    rule('a', { kind: 'moon.landing' }, lead),
    'kind',
    'Nothing asks for approvals of that kind.',
  ],
  ['an unknown location', rule('a', { location: 'MARS' }, lead), 'location', 'There is no location MARS.'],
  [
    'an unknown supplier',
    rule('a', { supplier: 'Nobody Ltd' }, lead),
    'supplier',
    'No product comes from Nobody Ltd.',
  ],
  [
    'a location for a kind without locations',
    rule('a', { kind: 'approvals.free-form', location: 'HAM' }, lead),
    'location',
    'Nothing of the kind “Request” has a location.',
  ],
  [
    'a daily quantity for a kind without quantities',
    rule('a', { kind: 'approvals.free-form', dayQuantityAtMost: 5 }),
    'dayQuantityAtMost',
    'Nothing of the kind “Request” has a quantity.',
  ],
  [
    'an automatic yes without a bound',
    rule('a', { kind: 'stock.adjustment' }),
    'quantityAtMost',
    'Where nobody has to say yes, say how much at most: a quantity or an amount.',
  ],
  [
    'a stage without a group',
    rule('a', {}, stage(1, {})),
    'role1',
    'Say who: a role, a department or people by name.',
  ],
  [
    'a role that nobody in the department has',
    rule('a', {}, stage(1, { role: 'lead', department: 'purchasing' })),
    'role1',
    'There are no leads in purchasing.',
  ],
  [
    'a department of viewers',
    rule('a', {}, lead, stage(1, { department: 'customer service' })),
    'role2',
    'There are no people in customer service.',
  ],
  [
    'a named person who left',
    rule('a', {}, stage(1, { people: ['kim'] })),
    'people1',
    'Somebody named here has left, or has no role any more.',
  ],
  [
    'a named viewer',
    rule('a', {}, stage(1, { people: ['omar', 'vera'] })),
    'people1',
    'Vera may not decide: that is for an operator.',
  ],
  [
    'too many names',
    rule('a', {}, stage(1, { people: Array.from({ length: 21 }, () => 'omar') })),
    'people1',
    'Name at most 20 people, or give them a role.',
  ],
  [
    'a need beyond the group',
    rule('a', {}, stage(5, { role: 'lead' })),
    'needs1',
    'Of leads there are only 4 people.',
  ],
  [
    'a need beyond any team',
    rule('a', {}, stage(9_007_199_254_740_991, { role: 'lead' })),
    'needs1',
    'Of leads there are only 4 people.',
  ],
  [
    'one named approver, who also asks',
    rule('a', {}, stage(1, { people: ['omar'] })),
    'needs1',
    'When Omar asks, it is for Omar alone, and nobody approves their own request.',
  ],
  [
    'a need for the whole group, the requester included',
    rule('a', {}, stage(2, { role: 'manager' })),
    'needs1',
    'When Nils asks, it needs 2 managers other than Nils, and there is only 1 person.',
  ],
  [
    'two people for two stages, of whom one asks',
    rule('a', {}, stage(1, { people: ['omar', 'lena'] }), stage(1, { people: ['omar', 'lena'] })),
    'needs2',
    'When Omar asks, its stages need 2 different people other than Omar (Omar and Lena; Omar and Lena), and there are not so many.',
  ],
  [
    'one person for two stages',
    rule('a', {}, stage(1, { people: ['omar'] }), stage(1, { people: ['omar'] })),
    'needs2',
    'When Maya asks, its stages need 2 different people other than Maya (Omar; Omar), and there are not so many.',
  ],
])('a rule with %s is refused at its field', (_, one, field, sentence) => {
  expect(told(policy(one))).toEqual([{ rule: 0, field, sentence }]);
});

test.each<[string, Partial<Conditions>, Partial<Conditions>, boolean]>([
  ['the same conditions', { kind: 'stock.adjustment' }, { kind: 'stock.adjustment' }, true],
  ['everything, then some', {}, { quantityAtMost: 5, location: 'HAM' }, true],
  ['up to ten, then up to five', { quantityAtMost: 10 }, { quantityAtMost: 5 }, true],
  ['up to five, then up to ten', { quantityAtMost: 5 }, { quantityAtMost: 10 }, false],
  ['up to ten, then up to five a day', { quantityAtMost: 10 }, { dayQuantityAtMost: 5 }, true],
  ['up to five a day, then up to five', { dayQuantityAtMost: 5 }, { quantityAtMost: 5 }, false],
  ['an amount, then everything', { amountAtMost: '5000' }, {}, false],
  ['amounts compare as numbers, not as text', { amountAtMost: '10000' }, { amountAtMost: '9000' }, true],
  ['one location, then another', { location: 'HAM' }, { location: 'BER' }, false],
  ['for operators, then for everybody who may ask', { requesterAtLeast: 'operator' }, {}, true],
  ['for leads, then for managers', { requesterAtLeast: 'lead' }, { requesterAtLeast: 'manager' }, true],
  ['for managers, then for leads', { requesterAtLeast: 'manager' }, { requesterAtLeast: 'lead' }, false],
])('whether an earlier rule makes a later one unreachable: %s', (_, first, second, unreachable) => {
  const all = { ...references, locations: ['HAM', 'BER'] };
  const sentence = 'Nothing gets here: rule 1, “first”, matches all of it first.';
  expect(told(policy(rule('first', first, lead), rule('second', second, lead)), all)).toEqual(
    unreachable ? [{ rule: 1, field: 'name', sentence }] : [],
  );
});

test('two rules cannot have the same name, in whatever case', () => {
  const twice = policy(rule('Mugs', { location: 'HAM' }, lead), rule('mugs', { supplier: 'ACME' }, lead));
  expect(told(twice)).toEqual([{ rule: 1, field: 'name', sentence: 'Rule 1 has that name.' }]);
});

test('the default approvers are checked as the stage of a rule is', () => {
  const otherwise = stage(1, { people: ['nils'] });
  expect(told({ rules: [], otherwise })).toEqual([
    {
      rule: 'otherwise',
      field: 'needs1',
      sentence: 'When Nils asks, it is for Nils alone, and nobody approves their own request.',
    },
  ]);
});

test('a fault is in use unless no feature asks for the kind of its rule yet', () => {
  const kinds = [
    { id: 'stock.adjustment', asked: true },
    { id: 'orders.refund', asked: false },
  ];
  const rules = policy(
    rule('refund', { kind: 'orders.refund' }, lead),
    rule('adjustment', { kind: 'stock.adjustment' }, lead),
    rule('anything', {}, lead),
    rule('unknown', { kind: 'moon.landing' }, lead),
  );
  const inUse = ([0, 1, 2, 3, 'otherwise'] as const).filter((at) => isInUse({ rule: at }, rules, kinds));
  expect(inUse).toEqual([1, 2, 3, 'otherwise']);
});
