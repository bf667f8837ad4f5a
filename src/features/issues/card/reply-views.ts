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
  const where = isChannel(issue.place)
    ? mrkdwn`Its card ${raised ? 'goes to' : 'is in'} ${channelMention(issue.place)}, for ${issue.department}.`
    : mrkdwn`No channel is chosen for ${issue.department}: only you see it, until an admin chooses one with \`/ops setup\`.`;
  return message(mrkdwn`${finding}`, [
    section(mrkdwn`*${finding}*`),
    context(where),
    actions(button(showIssue, { id: issue.id }, 'Show')),
  ]);
}
