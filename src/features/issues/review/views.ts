import { nameOf } from '../../../cases/words-views.ts';
import { money } from '../../../core/text/money.ts';
import { number } from '../../../core/text/quantity.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { momentFor } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, context, facts, message, section } from '../../../ui/blocks.ts';
import { joined, type Mrkdwn, mrkdwn, shortened } from '../../../ui/text.ts';
import { editReviewAction, reviewFileAction, timelineAction } from '../issue/actions.ts';
import { capital, headline, standing } from '../issue/words-views.ts';
import { durationFacts, timelineLine } from '../timeline/views.ts';
import { causeWords, type Review, type ReviewDocument } from './rules.ts';

/** An escaped character takes up to five; the three texts have to fit in one message. */
const textLength = 2_050;
const eventsShown = 5;
const followUpsShown = 5;
const lineLength = 300;

/** The review, for one reader. */
export function reviewMessage(
  { issue, events, followUps }: ReviewDocument,
  review: Review,
  read: Reader,
): Message {
  const finding = `Review of issue ${issue.number}: ${causeWords[review.cause]}`;
  const lines = events
    .slice(-eventsShown)
    .map((event) => shortened(timelineLine(event, issue, read), lineLength));
  const more = events.length - lines.length;
  const head = more > 0 ? `The last ${lines.length} of ${events.length} events` : 'Timeline';
  const left = followUps
    .slice(0, followUpsShown)
    .map((one) => shortened(mrkdwn`${headline(one)}: ${standing(one)}`, lineLength));
  const others = followUps.length - left.length;
  return message(mrkdwn`${finding}. ${headline(issue)}. ${review.happened}`, [
    section(mrkdwn`*${finding}*\n${headline(issue)}`),
    facts(
      ...durationFacts(issue),
      ...impactFacts(review),
      mrkdwn`*Cause*\n${capital(causeWords[review.cause])}`,
    ),
    ...told('What happened', review.happened),
    ...told('What went well', review.wentWell),
    ...told('What should change', review.toChange),
    section(
      left.length > 0
        ? mrkdwn`*Follow-ups*\n${joined(left, '\n')}${others > 0 ? `\nand ${others} more` : ''}`
        : mrkdwn`*Follow-ups*\nNone yet: “Add a follow-up” is in the ··· menu of its card.`,
    ),
    section(mrkdwn`*${head}*\n${joined(lines, '\n')}`),
    actions(
      button(editReviewAction, { id: issue.id, on: 'own' }, 'Change the review'),
      button(reviewFileAction, { id: issue.id }, 'As Markdown'),
      button(timelineAction, { id: issue.id, before: null }, 'Timeline'),
    ),
    context(
      mrkdwn`Written by ${review.writtenBy ? nameOf(review.writtenBy) : 'the console'} ${momentFor(review.writtenAt, read)}.`,
    ),
  ]);
}

/** The message that the file comes with. */
export function reviewExported(issueNumber: number): Message {
  const text = mrkdwn`The review of issue ${issueNumber} as Markdown, in your direct messages with me.`;
  return message(text, [section(text)]);
}

function impactFacts({ ordersAffected, valueMinor, currency }: Review): readonly Mrkdwn[] {
  return [
    mrkdwn`*Orders affected*\n${ordersAffected === null ? 'not counted' : number(ordersAffected)}`,
    mrkdwn`*Value affected*\n${valueMinor === null ? 'not counted' : money(valueMinor, currency)}`,
  ];
}

function told(title: string, text: string | null) {
  return text ? [section(mrkdwn`*${title}*\n${shortened(mrkdwn`${text}`, textLength)}`)] : [];
}
