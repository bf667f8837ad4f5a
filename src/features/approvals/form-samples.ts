import type { Samples } from '../../core/declare/sample.ts';
import { tellFreely } from './asking/free-form-rules.ts';
import {
  answerFormView,
  askFormView,
  glassFormView,
  questionFormView,
  rejectFormView,
} from './card/form-views.ts';
import { answerForm, askForm, glassForm, questionForm, rejectForm } from './card/forms.ts';
import { delegateForm } from './delegation/forms.ts';
import { delegateFormView } from './delegation/views.ts';
import { waitingLines } from './inbox/digest-views.ts';
import { restFormView, ruleFormView } from './policy/form-views.ts';
import { newRuleForm, restForm, ruleForm } from './policy/forms.ts';
import { seenHard, seenShipped } from './policy-samples.ts';
import { badRequest, hostile, line, page, read, requestId } from './samples.ts';

const on = 'card' as const;
const seen = { id: requestId, round: 1, on };

const lasting = { ...read, lasting: true } as const;

export const formSamples: Samples = {
  'form to ask': () => askForm.open({}, askFormView('', 'EUR')),
  'form to ask, with words given': () => askForm.open({}, askFormView(hostile, 'EUR')),
  'form to reject': () => rejectForm.open(seen, rejectFormView(badRequest)),
  'form for a question': () => questionForm.open({ id: requestId, on }, questionFormView(badRequest)),
  'form for an answer': () => answerForm.open({ id: requestId, on }, answerFormView(badRequest)),
  'form to decide alone': () => glassForm.open(seen, glassFormView(badRequest)),
  'form to delegate': () => delegateForm.open({}, delegateFormView()),
  'form of a rule': () => ruleForm.open({ version: 0, rule: 0 }, ruleFormView(seenShipped, 0)),
  'form of a rule, hostile': () => ruleForm.open({ version: 41, rule: 30 }, ruleFormView(seenHard, 30)),
  'form of a new rule': () => newRuleForm.open({ version: 0 }, ruleFormView(seenShipped, null)),
  'form of a new rule among sixty': () => newRuleForm.open({ version: 41 }, ruleFormView(seenHard, null)),
  'what waits, for a digest': () => waitingLines({ ...page, lines: [line] }, lasting),
  'more waits than a digest names': () =>
    waitingLines({ ...page, total: 1_204, lines: Array(8).fill(badRequest) }, lasting),
  'what a request tells': () => ({
    approval: 'approvals.free-form',
    told: tellFreely({ title: hostile, amountMinor: '123456789' }, 'EUR'),
  }),
  'form of the rest': () => restForm.open({ version: 41 }, restFormView(seenHard)),
};
