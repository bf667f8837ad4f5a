import { minorDigits } from '../../../core/text/money.ts';
import { departments } from '../../../core/tokens/departments.ts';
import type { FormView } from '../../../core/tokens/reply.ts';
import { section } from '../../../ui/blocks.ts';
import {
  choiceInput,
  formView,
  momentInput,
  numberInput,
  personInput,
  textInput,
} from '../../../ui/inputs.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { type Issue, maxTitle } from '../issue/model.ts';
import { capital, headline } from '../issue/words-views.ts';
import { causes, maxReviewText, type Review } from '../review/rules.ts';

export function followUpFormView(issue: Issue): FormView {
  return formView('Add a follow-up', 'Add', [
    section(mrkdwn`${headline(issue)}`),
    textInput({ field: 'title', label: 'What is to be done?', max: maxTitle }),
    choiceInput({
      field: 'department',
      label: 'Department',
      choices: choices(departments),
      initial: issue.department,
    }),
    personInput({
      field: 'person',
      label: 'Who should take it?',
      hint: 'They are asked by direct message. Left empty, it is for whoever is free.',
      optional: true,
    }),
    momentInput({ field: 'dueAt', label: 'Due', optional: true }),
  ]);
}

export function reviewFormView(issue: Issue, review: Review | null, currency: string): FormView {
  const value = review?.valueMinor;
  return formView('Review', 'Save', [
    section(mrkdwn`${headline(issue)}`),
    textInput({
      field: 'happened',
      label: 'What happened?',
      initial: review?.happened ?? issue.resolutionNote ?? '',
      multiline: true,
      max: maxReviewText,
    }),
    choiceInput({
      field: 'cause',
      label: 'Why did it come to it?',
      choices: choices(causes),
      ...(review && { initial: review.cause }),
    }),
    numberInput({
      field: 'ordersAffected',
      label: 'Orders affected',
      min: 0,
      optional: true,
      ...(review?.ordersAffected != null && { initial: review.ordersAffected }),
    }),
    numberInput({
      field: 'value',
      label: `Value affected, in whole ${currency}`,
      min: 0,
      optional: true,
      ...(value != null && { initial: Number(value / 10n ** BigInt(minorDigits(currency))) }),
    }),
    ...[
      { field: 'wentWell', label: 'What went well?', initial: review?.wentWell ?? '' },
      { field: 'toChange', label: 'What should change?', initial: review?.toChange ?? '' },
    ].map((input) => textInput({ ...input, multiline: true, optional: true, max: maxReviewText })),
  ]);
}

function choices(words: readonly string[]) {
  return words.map((word) => ({ value: word, label: capital(word) }));
}
