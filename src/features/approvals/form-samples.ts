import type { FormSamples } from '../../core/declare/sample.ts';
import {
  answerFormView,
  askFormView,
  overrideFormView,
  questionFormView,
  rejectFormView,
} from './card/form-views.ts';
import { hostile, hostileApproval, sampleApproval } from './samples.ts';

export const formSamples: FormSamples = {
  ask: () => askFormView('', 'EUR'),
  'ask, with hostile words': () => askFormView(hostile, 'EUR'),
  reject: () => rejectFormView(sampleApproval),
  question: () => questionFormView(hostileApproval),
  answer: () => answerFormView(hostileApproval),
  override: () => overrideFormView(hostileApproval),
};
