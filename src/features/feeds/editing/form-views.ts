import { secondsWords } from '../../../core/time/spans.ts';
import type { FormView, Message } from '../../../core/tokens/reply.ts';
import { message, section } from '../../../ui/blocks.ts';
import { formView } from '../../../ui/form.ts';
import { choiceInput, numberInput } from '../../../ui/inputs.ts';
import { shorten } from '../../../ui/limits.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { usualMinGap } from '../feed/model.ts';
import { titleOf } from '../feed/names.ts';
import { changeForm } from './forms.ts';
import type { ChosenFeed } from './model.ts';

const longestName = 100;

export function changeFormView({ feed, location }: ChosenFeed): FormView {
  return formView(changeForm, {
    title: 'Change a feed',
    submit: 'Save',
    above: [section(mrkdwn`*${shorten(titleOf(feed, location), longestName)}*`)],
    inputs: {
      watched: choiceInput<'yes' | 'no'>({
        label: 'Is its silence told?',
        choices: [
          { value: 'yes', label: 'Yes, by an issue' },
          { value: 'no', label: 'No, nobody waits for it' },
        ],
        initial: feed.watched ? 'yes' : 'no',
      }),
      minGap: numberInput({
        label: 'Minutes of quiet that are never silence',
        hint: `Left empty, ${usualMinGap}. Beyond that, it is silent after three times its usual gap at that hour.`,
        min: 1,
        ...(feed.minGap !== null && { initial: feed.minGap }),
      }),
    },
  });
}

/** The answer to the form. */
export function feedChanged({ feed, location }: ChosenFeed): Message {
  const name = shorten(titleOf(feed, location), longestName);
  const least = secondsWords((feed.minGap ?? usualMinGap) * 60);
  const text = feed.watched
    ? mrkdwn`${name}: its silence is told, but never before ${least} of quiet.`
    : mrkdwn`${name}: nobody waits for it, its silence is not told.`;
  return message(text, [section(text)]);
}

/** The answer where Slack opens no form. */
export function noFeedForm(): Message {
  const text = mrkdwn`Slack opens no form here: \`/ops feeds\` has the same button.`;
  return message(text, [section(text)]);
}
