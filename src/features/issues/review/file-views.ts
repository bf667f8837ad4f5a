import { nameOf } from '../../../cases/words-views.ts';
import { inMarkdown } from '../../../core/text/markdown.ts';
import { money } from '../../../core/text/money.ts';
import { number } from '../../../core/text/quantity.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { datedMoment } from '../../../core/time/reader.ts';
import { section } from '../../../ui/blocks.ts';
import { asPlainText } from '../../../ui/plain.ts';
import { severityWords, standing } from '../issue/words-views.ts';
import { eventSentence } from '../timeline/line-views.ts';
import { durations } from '../timeline/views.ts';
import { causeWords, type Review, type ReviewDocument } from './rules.ts';

/** The review as a Markdown file. */
export function reviewFile(
  { issue, events, followUps }: ReviewDocument,
  review: Review,
  read: Reader,
): string {
  const { acknowledge, resolve } = durations(issue);
  // The file is read a year later and in other time zones.
  const lasting = { ...read, lasting: true } as const;
  const moment = (then: Date) => datedMoment(then, read.timeZone);
  const steps = events.map((event) => {
    const sentence = section(eventSentence(event, issue, lasting));
    return `- ${moment(event.at)}: ${inMarkdown(asPlainText({ text: '', blocks: [sentence] }))}`;
  });
  const left = followUps.map(
    (one) => `- Issue ${one.number}, ${inMarkdown(one.title)}: ${inMarkdown(standing(one))}`,
  );
  const { ordersAffected, valueMinor, currency } = review;
  return `${[
    `# Issue ${issue.number}: ${inMarkdown(issue.title)}`,
    [
      `- Severity: ${severityWords[issue.severity]}`,
      `- Department: ${issue.department}`,
      `- Owner: ${inMarkdown(nameOf(issue.owner))}`,
      `- Raised: ${moment(issue.createdAt)}`,
      `- Time to acknowledge: ${acknowledge}`,
      `- Time to resolve: ${resolve}`,
      `- Orders affected: ${ordersAffected === null ? 'not counted' : number(ordersAffected)}`,
      `- Value affected: ${valueMinor === null ? 'not counted' : money(valueMinor, currency)}`,
      `- Cause: ${causeWords[review.cause]}`,
      `- Ended: ${issue.resolutionCode ?? 'not done'}`,
    ].join('\n'),
    ...part('What happened', review.happened),
    ...part('What went well', review.wentWell),
    ...part('What should change', review.toChange),
    `## Follow-ups\n\n${left.join('\n') || 'None.'}`,
    `## Timeline\n\n${steps.join('\n')}`,
    `Written by ${inMarkdown(review.writtenBy ? nameOf(review.writtenBy) : 'the console')}, ${moment(review.writtenAt)}.`,
  ].join('\n\n')}\n`;
}

function part(title: string, text: string | null): readonly string[] {
  return text ? [`## ${title}\n\n${text.split('\n').map(inMarkdown).join('  \n')}`] : [];
}
