import { isChannel } from '../../core/place.ts';
import type { Message } from '../../core/reply.ts';
import { actions, button, context, message, section } from '../../ui/blocks.ts';
import { channelMention, mrkdwn } from '../../ui/text.ts';
import { showIssue } from './actions.ts';
import type { Issue } from './rules.ts';
import { headline } from './words-views.ts';

/** The answer to the one who raised it. */
export function raisedReply(issue: Issue, raised: boolean): Message {
  const finding = `${raised ? 'Raised' : 'Raised before, and still open'}: ${headline(issue)}`;
  const where = isChannel(issue.place) ? channelMention(issue.place) : mrkdwn`your direct messages with me`;
  return message(mrkdwn`${finding}`, [
    section(mrkdwn`*${finding}*`),
    context(mrkdwn`Its card is kept up to date in ${where}, for ${issue.department}.`),
    actions(button(showIssue, { id: issue.id }, 'Show')),
  ]);
}
