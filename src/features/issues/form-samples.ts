import type { FormSamples } from '../../core/declare/sample.ts';
import { bad, fresh, hostile, maya, now, taken } from './base-samples.ts';
import {
  assignFormView,
  changeFormView,
  doneFormView,
  handOverFormView,
  noteFormView,
  raiseFormView,
  reopenFormView,
} from './card/form-views.ts';
import { followUpFormView, reviewFormView } from './card/review-form-views.ts';
import { baseKinds } from './issue/kinds.ts';
import {
  addStepFormView,
  playbookFormView,
  skipStepFormView,
  tickStepFormView,
} from './playbooks/form-views.ts';
import { type IssueStep, maxSteps } from './playbooks/model.ts';
import { playbooks } from './playbooks/ready-made.ts';
import type { Review } from './review/rules.ts';

const review: Review = {
  version: 1,
  cause: 'supplier',
  happened: hostile,
  wentWell: hostile,
  toChange: null,
  ordersAffected: 0,
  valueMinor: 999_999_999_999n,
  currency: 'EUR',
  writtenBy: maya,
  writtenAt: now,
};
const steps = Array.from(
  { length: maxSteps },
  (_, i): IssueStep => ({
    id: `00000000-0000-7000-8000-0000000000${10 + i}`,
    playbook: 'added',
    ordinal: i + 1,
    what: hostile,
    details: null,
    owner: 'owner',
    dueAt: now,
    remindedAt: null,
    state: 'open',
    settledAt: null,
    settledBy: null,
    reason: null,
  }),
);

const empty = { title: '', details: '', severity: null, kind: null, department: null, link: null };

export const formSamples: FormSamples = {
  raise: () => raiseFormView({ ...empty, kinds: baseKinds }),
  'raise, from a hostile message': () =>
    raiseFormView({
      title: hostile,
      details: hostile,
      severity: 'critical',
      kind: null,
      department: 'customer service',
      link: { what: 'order', ref: hostile, label: hostile, url: null },
      kinds: baseKinds,
    }),
  assign: () => assignFormView(fresh),
  'hand over': () => handOverFormView(bad),
  change: () => changeFormView(taken, true),
  'change, by the owner of one that waits': () => changeFormView({ ...bad, state: 'waiting' }, false),
  done: () => doneFormView(taken, []),
  'done, with steps open': () => doneFormView(bad, steps),
  note: () => noteFormView(bad),
  reopen: () => reopenFormView(taken),
  'follow up': () => followUpFormView(bad),
  'a first review': () => reviewFormView(taken, null, 'EUR'),
  'a review written before': () => reviewFormView(bad, review, 'JPY'),
  'add a step': () => addStepFormView(bad),
  'start a playbook': () => playbookFormView(bad, playbooks),
  'tick a step': () => tickStepFormView(bad, steps),
  'skip a step': () => skipStepFormView(bad, steps),
};
