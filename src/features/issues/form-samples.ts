import type { Samples } from '../../core/declare/sample.ts';
import { bad, done, fresh, hostile, id, read, taken } from './base-samples.ts';
import {
  assignFormView,
  doneFormView,
  noteFormView,
  raiseFormView,
  reopenFormView,
} from './card/form-views.ts';
import {
  addStepForm,
  assignForm,
  doneForm,
  followUpForm,
  noteForm,
  raiseForm,
  reopenForm,
  reviewForm,
  skipStepForm,
} from './card/forms.ts';
import { followUpFormView, reviewFormView } from './card/review-form-views.ts';
import { maxTitle } from './issue/model.ts';
import { ownerless, worstOpen } from './list/digest-views.ts';
import { ownIssues } from './list/views.ts';
import { addStepFormView, skipStepFormView } from './playbooks/form-views.ts';
import { twentySteps, written } from './review-samples.ts';

const pressed = { id, on: 'card' } as const;
const link = { what: 'sku', ref: id, label: hostile.slice(0, maxTitle), url: null } as const;
const lasting = { ...read, lasting: true } as const;

export const formSamples: Samples = {
  'form to raise': () =>
    raiseForm.open(
      { source: 'command', link: null },
      raiseFormView({ title: '', details: '', department: null, link: null }),
    ),
  'form to raise, hostile': () =>
    raiseForm.open(
      { source: 'card', link },
      raiseFormView({ title: hostile, details: hostile, department: 'shipping', link }),
    ),
  'form to assign': () => assignForm.open(pressed, assignFormView(bad)),
  'form to resolve': () => doneForm.open(pressed, doneFormView(bad)),
  'form for a note': () => noteForm.open(pressed, noteFormView(bad)),
  'form to reopen': () => reopenForm.open(pressed, reopenFormView(done)),
  'form for a step': () => addStepForm.open(pressed, addStepFormView(bad)),
  'form to skip a step': () => skipStepForm.open(pressed, skipStepFormView(bad, twentySteps)),
  'form for a follow-up': () => followUpForm.open(pressed, followUpFormView(bad)),
  'form for a review': () => reviewForm.open({ ...pressed, seen: 0 }, reviewFormView(done, null, 'EUR')),
  'form for a review that is there': () =>
    reviewForm.open(
      { ...pressed, seen: 1 },
      reviewFormView(bad, { ...written, happened: hostile, wentWell: hostile, toChange: hostile }, 'EUR'),
    ),
};

export const partSamples: Samples = {
  'own issues at Home': () => ({ home: 'My issues', blocks: ownIssues([taken, fresh], 2, read) }),
  'more own issues than Home shows, hostile': () => ({
    home: 'My issues',
    blocks: ownIssues([bad, bad, bad, bad, bad], 1_204, read),
  }),
  'open issues, for a digest': () => ({
    finding: ownerless([fresh, taken], 2),
    blocks: worstOpen([fresh, taken], 2, lasting),
  }),
  'more open issues than a digest names, hostile': () => ({
    finding: ownerless(Array(50).fill(bad), 1_204),
    blocks: worstOpen(Array(50).fill(bad), 1_204, lasting),
  }),
};
