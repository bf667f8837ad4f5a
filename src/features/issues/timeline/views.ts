import type { Reader } from '../../../core/time/reader.ts';
import { momentFor } from '../../../core/time/reader.ts';
import { duration } from '../../../core/time/spans.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, context, facts, message, section } from '../../../ui/blocks.ts';
import { joined, type Mrkdwn, mrkdwn, shortened } from '../../../ui/text.ts';
import { showIssue, timelineAction } from '../issue/actions.ts';
import type { IssueEvent } from '../issue/event-model.ts';
import type { Issue } from '../issue/model.ts';
import { headline } from '../issue/words-views.ts';
import { eventSentence } from './line-views.ts';
import type { Timeline } from './model.ts';

/** Lines in one block, which holds 3,000 characters. */
const together = 5;
const lineLength = 450;

/** One page of the timeline, on the reader's clock. */
export function timelineMessage({ issue, events, earlier }: Timeline, read: Reader): Message {
  const finding = `Timeline of issue ${issue.number}`;
  const lines = events.map((event) => timelineLine(event, issue, read));
  const groups = Array.from({ length: Math.ceil(lines.length / together) }, (_, i) =>
    lines.slice(i * together, (i + 1) * together),
  );
  const before = earlier ? [button(timelineAction, { id: issue.id, before: earlier }, 'Earlier')] : [];
  return message(mrkdwn`${finding}: ${durationWords(issue)}. ${joined(lines, '; ')}`, [
    section(mrkdwn`*${finding}*\n${headline(issue)}`),
    facts(...durationFacts(issue)),
    ...groups.map((group) => section(joined(group, '\n'))),
    actions(button(showIssue, { id: issue.id }, `Show issue ${issue.number}`), ...before),
    context(mrkdwn`As of ${momentFor(read.now, read)}.`),
  ]);
}

export function timelineLine(event: IssueEvent, issue: Issue, read: Reader): Mrkdwn {
  return shortened(mrkdwn`${momentFor(event.at, read)} · ${eventSentence(event, issue, read)}`, lineLength);
}

export function durationFacts(issue: Issue): readonly Mrkdwn[] {
  const { acknowledge, resolve } = durations(issue);
  return [mrkdwn`*Time to acknowledge*\n${acknowledge}`, mrkdwn`*Time to resolve*\n${resolve}`];
}

function durationWords(issue: Issue): string {
  const { acknowledge, resolve } = durations(issue);
  return `time to acknowledge: ${acknowledge}, time to resolve: ${resolve}`;
}

export function durations({ createdAt, acknowledgedAt, resolvedAt }: Issue) {
  return {
    acknowledge: acknowledgedAt ? duration(createdAt, acknowledgedAt) : 'nobody has taken it yet',
    resolve: resolvedAt ? duration(createdAt, resolvedAt) : 'not done yet',
  };
}
