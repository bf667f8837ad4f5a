import { expect, test } from 'vitest';
import { type DraftContext, type RuleDraft, readRule, readStage } from './draft.ts';
import type { Rule } from './model.ts';
import { draftSentences } from './refusals.ts';

const maya = '00000000-0000-7000-8000-0000000000a1';
const omar = '00000000-0000-7000-8000-0000000000a2';
const context: DraftContext = {
  currency: 'EUR',
  suppliers: ['ACME Ltd'],
  // Omar has two accounts.
  personOf: new Map([
    ['U0MAYA0001', maya],
    ['U0OMAR0001', omar],
    ['U0OMAR0002', omar],
  ]),
  laterStages: [],
};
const draft: RuleDraft = {
  name: 'Mugs',
  kind: 'any',
  quantityAtMost: null,
  amountAtMost: null,
  dayQuantityAtMost: null,
  dayAmountAtMost: null,
  location: 'any',
  supplier: null,
  requesterAtLeast: 'any',
  who: 'people',
  needs1: null,
  role1: 'lead',
  department1: 'any',
  people1: [],
  needs2: null,
  role2: 'any',
  department2: 'any',
  people2: [],
  breakGlass: [],
  directly: [],
};

function read(values: Partial<RuleDraft>, more: Partial<DraftContext> = {}): Rule {
  const found = readRule({ ...draft, ...values }, { ...context, ...more });
  if ('faults' in found) throw new Error(JSON.stringify(found.faults));
  return found.value;
}

test('an untouched form sets no condition and one lead', () => {
  expect(read({})).toEqual({
    name: 'Mugs',
    when: {
      kind: null,
      quantityAtMost: null,
      amountAtMost: null,
      dayQuantityAtMost: null,
      dayAmountAtMost: null,
      location: null,
      supplier: null,
      requesterAtLeast: null,
    },
    stages: [{ needs: 1, of: { role: 'lead', department: null, people: [] } }],
    breakGlass: false,
  });
});

test.each<[string, Partial<Record<string, string>>, string, unknown]>([
  ['units', { quantityAtMost: '1,200' }, 'quantityAtMost', 1200],
  ['an amount', { amountAtMost: '1,250.5' }, 'amountAtMost', '125050'],
  ['an amount with its sign', { amountAtMost: '€50' }, 'amountAtMost', '5000'],
  ['an amount with its currency', { dayAmountAtMost: '50 eur' }, 'dayAmountAtMost', '5000'],
  ['a supplier in another case', { supplier: 'acme ltd ' }, 'supplier', 'ACME Ltd'],
  ['an unknown supplier as it was typed', { supplier: 'Nobody' }, 'supplier', 'Nobody'],
  ['nothing for spaces', { quantityAtMost: '  ' }, 'quantityAtMost', null],
])('a condition is read as %s', (_, values, field, expected) => {
  expect(read(values as Partial<RuleDraft>).when).toHaveProperty(field, expected);
});

test.each<[string, string, string, string]>([
  ['quantityAtMost', '-5', 'Say at least one unit.', 'EUR'],
  ['quantityAtMost', '0', 'Say at least one unit.', 'EUR'],
  ['quantityAtMost', '2.5', 'Say whole units, such as 50.', 'EUR'],
  ['quantityAtMost', 'five', 'Say whole units, such as 50.', 'EUR'],
  ['quantityAtMost', '2,000,000,001', 'That is too much.', 'EUR'],
  ['quantityAtMost', '9'.repeat(40), 'That is too much.', 'EUR'],
  ['amountAtMost', '-0.01', 'Enter an amount above 0.', 'EUR'],
  ['amountAtMost', '0.00', 'Enter an amount above 0.', 'EUR'],
  ['amountAtMost', '0.001', 'Say an amount such as 1,250.50.', 'EUR'],
  ['amountAtMost', '1.250,50', 'Say an amount such as 1,250.50.', 'EUR'],
  ['amountAtMost', '50 USD', 'That is in another currency: amounts here are in EUR.', 'EUR'],
  ['amountAtMost', '$50', 'That is in another currency: amounts here are in EUR.', 'EUR'],
  ['amountAtMost', '50.5', 'Say an amount such as 1,250.', 'JPY'],
  ['amountAtMost', 'a lot', 'Say an amount such as 1,250.500.', 'KWD'],
  ['dayAmountAtMost', '9'.repeat(40), 'That is too much.', 'EUR'],
  ['dayAmountAtMost', '10000000000000000', 'That is too much.', 'EUR'],
  ['needs1', '0', 'Say at least one person.', 'EUR'],
  ['needs2', '-1', 'Say at least one person.', 'EUR'],
  ['needs1', 'all', 'Say how many people, such as 2.', 'EUR'],
])('%s "%s" is refused: %s', (field, text, sentence, currency) => {
  const found = readRule({ ...draft, [field]: text }, { ...context, currency });
  const sentences = Object.entries('faults' in found ? found.faults : {}).map(
    ([field, no]) => [field, draftSentences[no](currency)] as const,
  );
  expect(sentences).toEqual([[field, sentence]]);
});

test('a person with two accounts is named once; an unknown account is refused', () => {
  const people1 = ['U0MAYA0001', 'U0OMAR0001', 'U0OMAR0002'];
  expect(read({ role1: 'any', people1 }).stages[0]?.of.people).toEqual([maya, omar]);
  expect(readStage({ ...draft, people1: ['U0STRANGER'] }, context)).toEqual({
    faults: { people1: 'names somebody unknown' },
  });
});

test('a second stage exists once any of its inputs is filled, and stages beyond the form stay', () => {
  const third = { needs: 1, of: { role: 'admin' as const, department: null, people: [] } };
  const stages = read({ needs2: '2', department2: 'shipping' }, { laterStages: [third] }).stages;
  expect(stages.slice(1)).toEqual([
    { needs: 2, of: { role: null, department: 'shipping', people: [] } },
    third,
  ]);
});

test('an automatic rule ignores the inputs of its stages', () => {
  expect(read({ who: 'nobody', needs1: 'all' }, { laterStages: [] }).stages).toEqual([]);
});
