import { isChannel } from '../../../core/tokens/place.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, context, message, section } from '../../../ui/blocks.ts';
import { channelMention, mrkdwn } from '../../../ui/text.ts';
import { showIssue } from '../issue/actions.ts';
import type { Issue } from '../issue/model.ts';
import { headline } from '../issue/words-views.ts';

/** The answer to the person who raised it. */
export function raisedReply(issue: Issue, raised: boolean): Message {
  const finding = `${raised ? 'Raised' : 'Already raised, and still open'}: ${headline(issue)}`;
  const where = isChannel(issue.place) ? channelMention(issue.place) : mrkdwn`your direct messages with me`;
  return message(mrkdwn`${finding}`, [
    section(mrkdwn`*${finding}*`),
    context(mrkdwn`Its card is kept up to date in ${where}, for ${issue.department}.`),
    actions(button(showIssue, { id: issue.id }, 'Show')),
  ]);
}
