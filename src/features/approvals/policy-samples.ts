import type { Samples } from '../../core/declare/sample.ts';
import { anything, shippedPolicy } from './policy/defaults.ts';
import { type History, historyMessage } from './policy/history-views.ts';
import { type PolicySeen, rulesShown, type Version } from './policy/seen.ts';
import { upcomingKinds } from './policy/upcoming-kinds.ts';
import { noFormHere, policyMessage, type Reader } from './policy/views.ts';

const reader: Reader = { now: new Date('2026-03-02T08:40:00Z'), timeZone: 'Europe/Berlin' };
const hostile = `<!channel> <https://evil.example|free> *bold* ${'<&>'.repeat(1000)}`;
const omar = '00000000-0000-7000-8000-0000000000a2';

export const seenShipped: PolicySeen = {
  version: 0,
  changed: null,
  policy: shippedPolicy(upcomingKinds, 'EUR'),
  faults: [],
  people: [{ id: omar, name: 'Omar', slackUserId: 'U0OMAR0001' }],
  kinds: upcomingKinds.map(({ id, title }, n) => ({ id, title, asked: n === 0, measures: null })),
  locations: [{ code: 'HAM', name: 'Hamburg' }],
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
export const seenHard: PolicySeen = {
  ...seenShipped,
  version: 41,
  changed: { ...version, changedBy: hostile },
  policy: {
    rules: Array.from({ length: 60 }, () => rule),
    otherwise: rule.stages[0] ?? seenShipped.policy.otherwise,
  },
  faults: [
    { rule: 25, field: 'role1', sentence: hostile },
    { rule: 'otherwise', field: 'role1', sentence: 'There are no leads in shipping.' },
  ],
  people: [{ id: omar, name: hostile, slackUserId: 'U0OMAR0001' }],
};

const nothing = { rules: [], otherwise: null };
const [first] = seenShipped.policy.rules;
const history: History = {
  ...seenShipped,
  versions: [
    {
      ...version,
      gone: { rules: first ? [first] : [], otherwise: null },
      come: { rules: [rule], otherwise: null },
    },
    {
      ...version,
      version: 40,
      changedBy: null,
      note: 'Changed who decides the rest',
      gone: { rules: [], otherwise: seenShipped.policy.otherwise },
      come: nothing,
    },
  ],
  more: true,
};
const long: History = {
  ...seenHard,
  versions: Array.from({ length: 20 }, () => ({
    ...version,
    changedBy: hostile,
    note: hostile,
    gone: { rules: [rule, rule], otherwise: null },
    come: nothing,
  })),
  more: false,
};

export const policySamples: Samples = {
  'the policy that seenShipped': () => policyMessage(seenShipped, 0, reader),
  'the policy, for whoever may not change it': () =>
    policyMessage({ ...seenShipped, mayChange: false }, 0, reader),
  'a policy of hostile words, in the middle': () => policyMessage(seenHard, rulesShown, reader),
  'a policy without rules': () =>
    policyMessage({ ...seenShipped, policy: { ...seenShipped.policy, rules: [] } }, 0, reader),
  'history of a policy': () => historyMessage(history, reader),
  'history, hostile': () => historyMessage(long, reader),
  'history of nothing': () => historyMessage({ ...seenShipped, versions: [], more: false }, reader),
  'no form for the policy': () => noFormHere(),
};
