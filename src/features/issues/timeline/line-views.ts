import { momentOf } from '../../../cases/model.ts';
import { doerOf, ended, eventLine, nameOf } from '../../../cases/words-views.ts';
import { count } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { momentFor } from '../../../core/time/reader.ts';
import type { Json } from '../../../core/tokens/json.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, message, section } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { channelMention, type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import { showBeside } from '../issue/actions.ts';
import type { IssueEvent } from '../issue/event-model.ts';
import type { Issue, Severity } from '../issue/model.ts';
import { headline, severityWords } from '../issue/words-views.ts';
import { playbookOf } from '../playbooks/ready-made.ts';

/** An event, as a line in the thread of the card. Lines that ask somebody to act go to the channel as well. */
export function eventMessage(
  event: IssueEvent,
  issue: Issue,
  mentions: readonly string[],
  read: Reader,
): Message {
  const about = `Issue ${issue.number}, ${shorten(issue.title, 60)}`;
  const sentence = event.what === 'raised' ? whoTakesIt(issue) : eventSentence(event, issue, read);
  return eventLine(sentence, about, mentions);
}

/** An event as a direct message. It is never redrawn, so it offers to look and nothing else. */
export function toldMessage(event: IssueEvent, issue: Issue, read: Reader): Message {
  const finding = ended(eventSentence(event, issue, read));
  return message(mrkdwn`${finding} ${headline(issue)}`, [
    section(mrkdwn`*${finding}*\n${headline(issue)}`),
    actions(button(showBeside, { id: issue.id }, 'Show')),
  ]);
}

/** One sentence, without its full stop. */
export function eventSentence(event: IssueEvent, issue: Issue, read: Reader): Mrkdwn {
  const { what, before, after, note } = event;
  const who = doerOf(event);
  const moment = (value: Json | undefined) => {
    const found = momentOf(value);
    return found ? momentFor(found, read) : 'then';
  };
  const severity = (value: Json | undefined) => severityWords[value as Severity] ?? String(value);
  const named = (value: Json | undefined) => shorten(String(value), 120);
  switch (what) {
    case 'raised':
      return mrkdwn`${who} raised it`;
    case 'seen again':
      return before.severity === after.severity
        ? mrkdwn`Seen again`
        : mrkdwn`Seen again, and worse: ${severity(after.severity)}`;
    case 'taken':
      return mrkdwn`${who} is on it until ${moment(after.promiseAt)}`;
    case 'promised':
      return mrkdwn`${who} changed the promise to ${moment(after.promiseAt)}`;
    case 'assigned':
      return event.by && event.by.id === event.about?.id
        ? mrkdwn`${who} will take it`
        : mrkdwn`${who} asks ${nameOf(event.about)} to take it`;
    case 'declined':
      return mrkdwn`${who} declined to take it`;
    case 'severity':
      return mrkdwn`${who} changed the severity from ${severity(before.severity)} to ${severity(after.severity)}`;
    case 'snoozed':
      return mrkdwn`${who} snoozed it until ${moment(after.snoozedUntil)}`;
    case 'woken':
      return mrkdwn`The snooze has ended`;
    case 'note':
      return mrkdwn`${who}: ${shorten(note ?? '', 500)}`;
    case 'done':
      return mrkdwn`${who} marked it done (${String(after.code)})${leftOpen(after)}${note ? `: ${shorten(note, 500)}` : ''}`;
    case 'reopened':
      return mrkdwn`${who} reopened it${note ? `: ${shorten(note, 500)}` : ''}`;
    case 'closed':
      return event.by ? mrkdwn`${who} closed it` : mrkdwn`Closed: it has been done for a week`;
    case 'promise passed':
      return mrkdwn`The promise of ${moment(after.promiseAt)} has passed: how far is it?`;
    case 'leads told':
      return mrkdwn`${nameOf(issue.owner)} promised an update by ${moment(after.promiseAt)} and has said nothing since`;
    case 'due passed':
      return mrkdwn`It was due ${moment(after.dueAt)} and is still open`;
    case 'room asked':
      return mrkdwn`${who} asked for a room`;
    case 'room opened':
      return mrkdwn`It has a room: ${channelMention(String(after.room))}`;
    case 'room refused':
      return mrkdwn`Slack could not open a room (${String(after.reason)}): this thread stays the place for it`;
    case 'playbook started':
      return mrkdwn`${who} started ${playbookWords(String(after.playbook))}`;
    case 'step added':
      return mrkdwn`${who} added step ${String(after.step)}, ${named(after.name)}, by ${moment(after.dueAt)}`;
    case 'step done':
      return mrkdwn`${who} did step ${String(after.step)}, ${named(after.name)}`;
    case 'step skipped':
      return mrkdwn`${who} skipped step ${String(after.step)}, ${named(after.name)}: ${shorten(note ?? '', 500)}`;
    case 'step late':
      return mrkdwn`Step ${String(after.step)}, ${named(after.name)}, was due ${moment(after.dueAt)} and is not done`;
    case 'follow-up':
      return mrkdwn`${who} added follow-up ${String(after.number)}, ${named(after.name)}`;
    case 'reviewed':
      return before.version ? mrkdwn`${who} changed the review` : mrkdwn`${who} wrote a review`;
    case 'review missed':
      return mrkdwn`It was ${severity(after.severity)} and has no review: what can we learn from it?`;
    case 'released':
      if (event.by) return mrkdwn`${who} released it: it needs a new owner`;
      return before.asked || before.state === 'new'
        ? mrkdwn`${nameOf(event.about)} was asked to take it: it needs somebody else`
        : mrkdwn`${nameOf(event.about)} was on it: it needs a new owner`;
  }
}

/** Asks the leads: the card above the line says who raised it. */
function whoTakesIt({ severity }: Issue): Mrkdwn {
  return mrkdwn`${severityWords[severity]}: who takes it?`;
}

/** ", with 3 of 7 steps open". */
function leftOpen({ open, steps }: IssueEvent['after']): string {
  return open ? `, with ${String(open)} of ${count(Number(steps), 'step')} open` : '';
}

/** A playbook that no longer ships has no title. */
function playbookWords(key: string): string {
  const playbook = playbookOf(key);
  return playbook ? `the playbook ${playbook.title}` : 'a playbook';
}
