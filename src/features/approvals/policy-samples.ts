import type { FormSamples, Samples } from '../../core/declare/sample.ts';
import type { Reader } from '../../core/time/reader.ts';
import { policyToldMessage } from './announcing/views.ts';
import { anything, shippedPolicy } from './policy/defaults.ts';
import { newRuleFormView, restFormView, ruleFormView } from './policy/form-views.ts';
import { type History, historyMessage } from './policy/history-views.ts';
import { type PolicyOverview, rulesPerPage, type Version } from './policy/overview-model.ts';
import { upcomingKinds } from './policy/upcoming-kinds.ts';
import { noFormHere, policyMessage } from './policy/views.ts';

const reader: Reader = { now: new Date('2026-03-02T08:40:00Z'), timeZone: 'Europe/Berlin' };
const hostile = `<!channel> <https://evil.example|free> *bold* ${'<&>'.repeat(1000)}`;
const omar = '00000000-0000-7000-8000-0000000000a2';

const ships: PolicyOverview = {
  version: 0,
  changed: null,
  policy: shippedPolicy(upcomingKinds, 'EUR'),
  faults: [],
  laterFaults: [],
  people: [{ id: omar, name: 'Omar', slackUserId: 'U0OMAR0001' }],
  kinds: upcomingKinds.map(({ id, title }, n) => ({ id, title, asked: n === 0, measures: null })),
  locations: [{ code: 'HAM', name: 'Hamburg', active: true }],
  currency: 'EUR',
  mayChange: true,
};
const version: Version = {
  version: 41,
  changedBy: 'Omar',
  changedAt: new Date('2026-03-02T08:05:00Z'),
  note: 'Changed rule 2, “adjustment”',
};
const rule = {
  name: hostile,
  when: {
    ...anything,
    kind: hostile,
    location: hostile,
    supplier: hostile,
    requesterAtLeast: 'operator' as const,
  },
  stages: [
    { needs: 2, of: { role: 'lead' as const, department: 'shipping' as const, people: [omar, hostile] } },
  ],
  breakGlass: true,
};
const hard: PolicyOverview = {
  ...ships,
  version: 41,
  changed: { ...version, changedBy: hostile },
  policy: {
    rules: Array.from({ length: 60 }, () => rule),
    otherwise: rule.stages[0] ?? ships.policy.otherwise,
  },
  faults: [
    { rule: 25, field: 'location', code: 'location is unknown', location: hostile },
    {
      rule: 'otherwise',
      field: 'role1',
      code: 'group is empty',
      group: { role: 'lead', department: 'shipping', people: [] },
    },
  ],
  laterFaults: [{ rule: 26, field: 'supplier', code: 'supplier is unknown', supplier: hostile }],
  people: [{ id: omar, name: hostile, slackUserId: 'U0OMAR0001' }],
};

const nothing = { rules: [], otherwise: null };
const [first] = ships.policy.rules;
const history: History = {
  ...ships,
  versions: [
    {
      ...version,
      removed: { rules: first ? [first] : [], otherwise: null },
      added: { rules: [rule], otherwise: null },
    },
    {
      ...version,
      version: 40,
      changedBy: null,
      note: 'Changed who decides the rest',
      removed: { rules: [], otherwise: ships.policy.otherwise },
      added: nothing,
    },
  ],
  more: true,
};
const long: History = {
  ...hard,
  versions: Array.from({ length: 20 }, () => ({
    ...version,
    changedBy: hostile,
    note: hostile,
    removed: { rules: [rule, rule], otherwise: null },
    added: nothing,
  })),
  more: false,
};

const told = (of: History, at: number) => () => {
  const drawn = policyToldMessage(of, at, reader);
  if (!drawn) throw new Error('no such version');
  return drawn;
};

export const policySamples: Samples = {
  'a rule was changed': told(history, 41),
  'the rest was changed at the console': told(history, 40),
  'a hostile change of the policy': told(long, 41),
  'the policy that ships': () => policyMessage(ships, 0, reader),
  'the policy, for a reader who may not change it': () =>
    policyMessage({ ...ships, mayChange: false }, 0, reader),
  'a hostile policy, a middle page': () => policyMessage(hard, rulesPerPage, reader),
  'a policy without rules': () =>
    policyMessage({ ...ships, policy: { ...ships.policy, rules: [] } }, 0, reader),
  'history of a policy': () => historyMessage(history, reader),
  'a hostile history': () => historyMessage(long, reader),
  'an empty history': () => historyMessage({ ...ships, versions: [], more: false }, reader),
  'no form here': () => noFormHere(),
};

const many = Array.from({ length: 150 }, (_, i) => ({ code: `L${i}`, name: hostile, active: true }));
const [everywhere] = hard.policy.rules;
const inOne: PolicyOverview = {
  ...hard,
  locations: many,
  policy: {
    ...hard.policy,
    rules: everywhere ? [{ ...everywhere, when: { ...everywhere.when, kind: null, location: 'L149' } }] : [],
  },
};

export const policyFormSamples: FormSamples = {
  'change a rule': () => ruleFormView(ships, 0),
  'change a rule, with more locations than a menu shows': () => ruleFormView(inOne, 0),
  'add a rule to many, with more locations than a menu shows': () =>
    newRuleFormView({ ...hard, locations: many }),
  'add the first rule': () => newRuleFormView({ ...ships, policy: { ...ships.policy, rules: [] } }),
  'who decides the rest': () => restFormView(ships),
};
