import type { FormSamples, Samples } from '../../../core/declare/sample.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { endFormView, ruleFormView } from './form-views.ts';
import type { RulePage, ServiceName, StandingRule } from './model.ts';
import { noRuleForm, ruleList } from './views.ts';

const reader: Reader = { now: new Date('2026-03-02T14:18:00Z'), timeZone: 'Europe/Berlin' };
const hostile = `<!channel> <https://evil.example|free> *bold* ${'<&>'.repeat(30)}`.slice(0, 80);
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

const express: ServiceName = {
  id: id(1),
  code: 'EXPRESS',
  name: 'Express',
  carrier: { code: 'DHL', name: 'DHL' },
};
const any: StandingRule = {
  rule: {
    id: id(2),
    channel: null,
    serviceId: null,
    country: null,
    handlingDays: 1,
    transitDays: 2,
    validFrom: '2026-01-01',
    validTo: null,
  },
  service: null,
  state: 'in force',
};
const toCome: StandingRule = {
  rule: {
    ...any.rule,
    id: id(3),
    channel: 'shopify',
    serviceId: express.id,
    country: 'DE',
    handlingDays: 0,
    transitDays: 1,
    validFrom: '2026-03-09',
    validTo: '2026-12-23',
  },
  service: express,
  state: 'to come',
};
const ended: StandingRule = {
  ...any,
  rule: { ...any.rule, transitDays: 0, handlingDays: 0, validTo: '2026-02-27' },
  state: 'ended',
};
const hard: StandingRule = {
  rule: { ...toCome.rule, channel: hostile, validTo: null },
  service: { ...express, name: hostile, carrier: { code: 'D'.repeat(20), name: hostile } },
  state: 'to come',
};

const page = (rows: readonly StandingRule[], more: Partial<RulePage> = {}): RulePage => ({
  filter: { show: 'current', after: null },
  rows: rows.map((one, n) => ({ ...one, rule: { ...one.rule, id: id(10 + n) } })),
  total: rows.length,
  left: 0,
  next: null,
  others: 0,
  ...more,
});
const past: RulePage['filter'] = { show: 'ended', after: null };

export const promiseSamples: Samples = {
  'no promise rules yet': () => ruleList(page([]), true, reader),
  'no promise rules yet, for a reader who may not add any': () => ruleList(page([]), false, reader),
  'no promise rule in force': () => ruleList(page([], { others: 2 }), true, reader),
  'promise rules': () => ruleList(page([any, toCome]), true, reader),
  'promise rules, for a reader who may not change them': () => ruleList(page([any, toCome]), false, reader),
  'promise rules that ended': () => ruleList(page([ended], { filter: past, others: 2 }), true, reader),
  'no promise rule that ended': () => ruleList(page([], { filter: past, others: 2 }), true, reader),
  'many hostile promise rules': () =>
    ruleList(page(Array(8).fill(hard), { total: 30, left: 22, next: [0, 7] }), true, reader),
  'no form for promise rules': () => noRuleForm(),
};

export const promiseFormSamples: FormSamples = {
  'add a promise rule': () => ruleFormView([express]),
  'add a promise rule where there are no services': () => ruleFormView([]),
  'add a promise rule where there are many services': () =>
    ruleFormView(Array.from({ length: 150 }, (_, n) => ({ ...express, id: id(100 + n), name: hostile }))),
  'end a promise rule': () => endFormView(any, '2026-03-02'),
  'end a promise rule that has not begun': () => endFormView(hard, '2026-03-02'),
};
