import { expect, test } from 'vitest';
import type { Group, Policy, Rule, Stage, When } from './model.ts';
import type { Person } from './staffing.ts';
import { faultsOf, type Known } from './validation.ts';

const person = (id: string, role: string, ...departments: string[]): Person => ({
  id,
  name: id.charAt(0).toUpperCase() + id.slice(1),
  roles: [role],
  departments,
});
const known: Known = {
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

const anything: When = {
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
const rule = (name: string, when: Partial<When>, ...stages: Stage[]): Rule => ({
  name,
  when: { ...anything, ...when },
  stages,
  breakGlass: false,
});
const policy = (...rules: Rule[]): Policy => ({ rules, otherwise: stage(1, { role: 'manager' }) });
const lead = stage(1, { role: 'lead' });

test.each<[string, Rule]>([
  ['within a bound, without anybody', rule('a', { quantityAtMost: 5 })],
  ['within a bound of the day, without anybody', rule('a', { dayAmountAtMost: '5000' })],
  [
    'of a known kind, place and supplier',
    rule('a', { kind: 'stock.adjustment', location: 'HAM', supplier: 'ACME' }, lead),
  ],
  ['within an amount that is asked freely', rule('a', { kind: 'approvals.free-form', amountAtMost: '5000' })],
  ['of a kind that nothing asks for yet', rule('a', { kind: 'orders.refund', quantityAtMost: 5 })],
  ['two leads of four people who may stand in', rule('a', {}, stage(2, { role: 'lead' }))],
  ['one named person besides a role', rule('a', {}, stage(1, { role: 'admin', people: ['maya'] }))],
  // When Omar asks, Lena sits in the first stage, and Nils or Ada in the second.
  ['two stages', rule('a', {}, lead, stage(1, { role: 'manager' }))],
  // Omar alone could not decide what he asks himself; those whom it is for are managers.
  [
    'a named lead, for what managers ask',
    rule('a', { requesterAtLeast: 'manager' }, stage(1, { people: ['omar'] })),
  ],
])('nothing is wrong with a rule %s', (_, one) => {
  expect(faultsOf(policy(one), known)).toEqual([]);
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
    'a place for what is nowhere',
    rule('a', { kind: 'approvals.free-form', location: 'HAM' }, lead),
    'location',
    'Nothing of the kind “Request” has a location.',
  ],
  [
    'units a day of what is not counted',
    rule('a', { kind: 'approvals.free-form', dayQuantityAtMost: 5 }),
    'dayQuantityAtMost',
    'Nothing of the kind “Request” has a quantity.',
  ],
  [
    'an automatic yes to everything',
    rule('a', { kind: 'stock.adjustment' }),
    'quantityAtMost',
    'Where nobody has to say yes, say how much at most: a quantity or an amount.',
  ],
  [
    'a stage of nobody',
    rule('a', {}, stage(1, {})),
    'role1',
    'Say who: a role, a department or people by name.',
  ],
  [
    'a role that nobody has there',
    rule('a', {}, stage(1, { role: 'lead', department: 'purchasing' })),
    'role1',
    'There are no leads in purchasing.',
  ],
  [
    'a department whose people may only look',
    rule('a', {}, lead, stage(1, { department: 'customer service' })),
    'role2',
    'There are no people in customer service.',
  ],
  [
    'somebody who has left',
    rule('a', {}, stage(1, { people: ['kim'] })),
    'people1',
    'Somebody named here has left, or has no role any more.',
  ],
  [
    'somebody who may only look',
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
    'more than there are',
    rule('a', {}, stage(5, { role: 'lead' })),
    'needs1',
    'Of leads there are only 4 people.',
  ],
  [
    'more than anybody could count',
    rule('a', {}, stage(9_007_199_254_740_991, { role: 'lead' })),
    'needs1',
    'Of leads there are only 4 people.',
  ],
  [
    'the one who asks as the only one who could say yes',
    rule('a', {}, stage(1, { people: ['omar'] })),
    'needs1',
    'When Omar asks, it needs Omar other than them, and there is nobody.',
  ],
  [
    'everybody of a group, the one who asks among them',
    rule('a', {}, stage(2, { role: 'manager' })),
    'needs1',
    'When Nils asks, it needs 2 managers other than them, and there is only 1 person.',
  ],
  [
    'the same person in two stages',
    rule('a', {}, stage(1, { people: ['omar', 'lena'] }), stage(1, { people: ['omar', 'lena'] })),
    'needs2',
    'When Omar asks, its stages need 2 different people other than them (Omar and Lena; Omar and Lena), and there are not so many.',
  ],
  [
    'one person for two stages, whoever asks',
    rule('a', {}, stage(1, { people: ['omar'] }), stage(1, { people: ['omar'] })),
    'needs2',
    'When Maya asks, its stages need 2 different people other than them (Omar; Omar), and there are not so many.',
  ],
])('a rule with %s is refused at its field', (_, one, field, sentence) => {
  expect(faultsOf(policy(one), known)).toEqual([{ rule: 0, field, sentence }]);
});

test.each<[string, Partial<When>, Partial<When>, boolean]>([
  ['the same', { kind: 'stock.adjustment' }, { kind: 'stock.adjustment' }, true],
  ['everything', {}, { quantityAtMost: 5, location: 'HAM' }, true],
  ['up to ten, then up to five', { quantityAtMost: 10 }, { quantityAtMost: 5 }, true],
  ['up to five, then up to ten', { quantityAtMost: 5 }, { quantityAtMost: 10 }, false],
  ['up to ten, then up to five a day', { quantityAtMost: 10 }, { dayQuantityAtMost: 5 }, true],
  ['up to five a day, then up to five', { dayQuantityAtMost: 5 }, { quantityAtMost: 5 }, false],
  ['an amount, then everything', { amountAtMost: '5000' }, {}, false],
  ['9 before 10 in cents', { amountAtMost: '10000' }, { amountAtMost: '9000' }, true],
  ['one place, then another', { location: 'HAM' }, { location: 'BER' }, false],
  ['for operators, then for everybody who may ask', { requesterAtLeast: 'operator' }, {}, true],
  ['for leads, then for managers', { requesterAtLeast: 'lead' }, { requesterAtLeast: 'manager' }, true],
  ['for managers, then for leads', { requesterAtLeast: 'manager' }, { requesterAtLeast: 'lead' }, false],
])('whether a rule is hidden: %s', (_, first, second, hidden) => {
  const all = { ...known, locations: ['HAM', 'BER'] };
  const sentence = 'Nothing gets here: rule 1, “first”, matches all of it first.';
  expect(faultsOf(policy(rule('first', first, lead), rule('second', second, lead)), all)).toEqual(
    hidden ? [{ rule: 1, field: 'name', sentence }] : [],
  );
});

test('a name stands for one rule', () => {
  const twice = policy(rule('Mugs', { location: 'HAM' }, lead), rule('mugs', { supplier: 'ACME' }, lead));
  expect(faultsOf(twice, known)).toEqual([{ rule: 1, field: 'name', sentence: 'Rule 1 has that name.' }]);
});

test('who decides the rest is held to the same', () => {
  const otherwise = stage(1, { people: ['nils'] });
  expect(faultsOf({ rules: [], otherwise }, known)).toEqual([
    {
      rule: 'otherwise',
      field: 'needs1',
      sentence: 'When Nils asks, it needs Nils other than them, and there is nobody.',
    },
  ]);
});
