import type { FormSamples } from '../../core/declare/sample.ts';
import {
  answerFormView,
  askFormView,
  glassFormView,
  questionFormView,
  rejectFormView,
} from './card/form-views.ts';
import { bad, hostile, shown } from './samples.ts';

export const formSamples: FormSamples = {
  ask: () => askFormView('', 'EUR'),
  'ask, with hostile words': () => askFormView(hostile, 'EUR'),
  reject: () => rejectFormView(shown),
  question: () => questionFormView(bad),
  answer: () => answerFormView(bad),
  override: () => glassFormView(bad),
};
