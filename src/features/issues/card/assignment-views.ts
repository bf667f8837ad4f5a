import { nameOf } from '../../../cases/words-views.ts';
import { isChannel } from '../../../core/tokens/place.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, context, message, section } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { channelMention, mrkdwn } from '../../../ui/text.ts';
import { showIssue, takeAction } from '../issue/actions.ts';
import type { IssueEvent } from '../issue/event-model.ts';
import type { Issue } from '../issue/model.ts';
import { headline } from '../issue/words-views.ts';

/** The direct message that asks somebody to take an issue. */
export function assignmentMessage(event: IssueEvent, issue: Issue): Message {
  const finding = `${event.by ? nameOf(event.by) : 'Quartermaster'} asks you to take issue ${issue.number}`;
  const where = isChannel(issue.place) ? mrkdwn` Its card is in ${channelMention(issue.place)}.` : '';
  return message(mrkdwn`${finding}: ${headline(issue)}`, [
    section(
      mrkdwn`*${finding}*\n${headline(issue)}${issue.details ? `\n${shorten(issue.details, 300)}` : ''}`,
    ),
    actions(
      button(takeAction, { id: issue.id, on: 'own' }, 'I’m on it', { style: 'primary' }),
      button(showIssue, { id: issue.id }, 'Show'),
    ),
    context(
      mrkdwn`“I’m on it” promises an update by a time that depends on the severity; “New time” changes it.${where}`,
    ),
  ]);
}
