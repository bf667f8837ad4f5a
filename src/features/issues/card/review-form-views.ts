import { minorDigits } from '../../../core/text/money.ts';
import { departments } from '../../../core/tokens/departments.ts';
import type { FormView } from '../../../core/tokens/reply.ts';
import { section } from '../../../ui/blocks.ts';
import { formView } from '../../../ui/form.ts';
import {
  choiceInput,
  choicesOf,
  momentInput,
  numberInput,
  personInput,
  textInput,
} from '../../../ui/inputs.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { type Issue, maxTitle } from '../issue/model.ts';
import { capital, headline } from '../issue/words-views.ts';
import { causes, causeWords, maxReviewText, type Review } from '../review/rules.ts';
import { followUpForm, reviewForm } from './forms.ts';

export function followUpFormView(issue: Issue): FormView {
  return formView(followUpForm, {
    title: 'Add a follow-up',
    submit: 'Add',
    above: [section(mrkdwn`${headline(issue)}`)],
    inputs: {
      title: textInput({ label: 'What needs to be done?', max: maxTitle }),
      department: choiceInput({
        label: 'Department',
        choices: choicesOf(departments),
        initial: issue.department,
      }),
      person: personInput({
        label: 'Who should take it?',
        hint: 'They get a direct message. Left empty, nobody is asked.',
      }),
      dueAt: momentInput({ label: 'Due' }),
    },
  });
}

export function reviewFormView(issue: Issue, review: Review | null, currency: string): FormView {
  const value = review?.valueMinor;
  const long = { multiline: true, max: maxReviewText } as const;
  return formView(reviewForm, {
    title: 'Review',
    submit: 'Save',
    above: [section(mrkdwn`${headline(issue)}`)],
    inputs: {
      happened: textInput({
        ...long,
        label: 'What happened?',
        initial: review?.happened ?? issue.resolutionNote ?? '',
      }),
      cause: choiceInput({
        label: 'What caused it?',
        choices: causes.map((cause) => ({ value: cause, label: capital(causeWords[cause]) })),
        ...(review && { initial: review.cause }),
      }),
      ordersAffected: numberInput({
        label: 'Orders affected',
        min: 0,
        ...(review?.ordersAffected != null && { initial: review.ordersAffected }),
      }),
      value: numberInput({
        label: `Value affected, in whole ${currency}`,
        min: 0,
        ...(value != null && { initial: Number(value / 10n ** BigInt(minorDigits(currency))) }),
      }),
      wentWell: textInput({ ...long, label: 'What went well?', initial: review?.wentWell ?? '' }),
      toChange: textInput({ ...long, label: 'What should change?', initial: review?.toChange ?? '' }),
    },
  });
}
