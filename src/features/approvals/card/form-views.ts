import { cutAtWord } from '../../../core/text/clean.ts';
import type { FormView, Message } from '../../../core/tokens/reply.ts';
import { message, section } from '../../../ui/blocks.ts';
import { formView } from '../../../ui/form.ts';
import { textInput, tickInput } from '../../../ui/inputs.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { maxTitle } from '../asking/free-form-rules.ts';
import { maxWhy } from '../request/model.ts';
import { answerForm, askForm, overrideForm, questionForm, rejectForm } from './forms.ts';
import type { ShownApproval } from './model.ts';
import { headline } from './words-views.ts';

export function askFormView(what: string, currency: string): FormView {
  return formView(askForm, {
    title: 'Ask for an approval',
    submit: 'Ask',
    inputs: {
      what: textInput({
        label: 'What do you ask for?',
        hint: 'It completes "I ask to …", such as "order 200 extra cartons from Pack & Co".',
        initial: cutAtWord(what, maxTitle),
        max: maxTitle,
      }),
      why: textInput({
        label: 'Why?',
        // What is too long to be asked in one line is not lost.
        initial: what.length > maxTitle ? what : '',
        multiline: true,
        max: maxWhy,
      }),
      amount: textInput({
        label: `Amount in ${currency}`,
        hint: 'What it costs, if it costs anything.',
        max: 40,
      }),
    },
  });
}

/** The answer where Slack opens no form. */
export function askInstead(): Message {
  const how = mrkdwn`Slack opens no form here: \`/approval new\` asks for an approval.`;
  return message(how, [section(how)]);
}

export function rejectFormView(shown: ShownApproval): FormView {
  return formView(rejectForm, {
    title: 'Reject',
    submit: 'Reject',
    above: [about(shown)],
    inputs: {
      reason: textInput({ label: 'Why not?', hint: 'The requester sees it.', multiline: true, max: maxWhy }),
    },
  });
}

export function questionFormView(shown: ShownApproval): FormView {
  const label = `What do you want to know from ${shown.approval.requester.name}?`;
  return formView(questionForm, {
    title: 'Ask',
    submit: 'Ask',
    above: [about(shown)],
    inputs: { text: textInput({ label, multiline: true, max: maxWhy }) },
  });
}

export function answerFormView(shown: ShownApproval): FormView {
  return formView(answerForm, {
    title: 'Answer',
    submit: 'Answer',
    above: [about(shown)],
    inputs: { text: textInput({ label: 'What do you answer?', multiline: true, max: maxWhy }) },
  });
}

export function overrideFormView(shown: ShownApproval): FormView {
  return formView(overrideForm, {
    title: 'Override',
    submit: 'Override',
    above: [
      about(shown),
      section(
        mrkdwn`You approve it at once, without anybody else. Everybody who would have been asked is told, with your reason.`,
      ),
    ],
    inputs: {
      reason: textInput({
        label: 'Why can it not wait?',
        hint: 'Everybody reads it.',
        multiline: true,
        max: maxWhy,
      }),
      sure: tickInput({
        label: 'Tick to confirm',
        choices: [{ value: 'yes', label: 'I override this, and my reason is read by everybody' }],
        optional: true,
      }),
    },
  });
}

/** The answer where Slack opens no form about a request. */
export function pressInstead({ approval }: ShownApproval): Message {
  const how = mrkdwn`Slack opens no form here: \`/approval ${approval.number}\` has the same button.`;
  return message(how, [section(how)]);
}

function about(shown: ShownApproval) {
  return section(mrkdwn`${headline(shown)}`);
}
