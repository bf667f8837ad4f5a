import { momentFor, type Reader } from '../../../core/time/reader.ts';
import { isChannel } from '../../../core/tokens/place.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, context, message, section } from '../../../ui/blocks.ts';
import { channelMention, mrkdwn } from '../../../ui/text.ts';
import { raiseAnywayAction, showIssue } from '../issue/actions.ts';
import type { Issue, Raised } from '../issue/model.ts';
import { headline } from '../issue/words-views.ts';
import { whoIsOnIt } from './finding-views.ts';

/** The answer to whoever raises an issue. */
export function raisingReply({ issue, raised, draft }: Raised, read: Reader): Message {
  return draft === null ? raisedReply(issue, raised) : alikeReply(issue, draft, read);
}

/** "That looks like #3, open since 02:02, Omar is on it": nothing was raised yet. */
function alikeReply(issue: Issue, draft: string, read: Reader): Message {
  const { id, number, createdAt } = issue;
  const finding = `That looks like #${number}, open since ${momentFor(createdAt, read)}, ${whoIsOnIt(issue, read)}`;
  return message(mrkdwn`${finding}: ${headline(issue)}`, [
    section(mrkdwn`*${finding}*\n${headline(issue)}`),
    actions(
      button(showIssue, { id }, `Show #${number}`, { style: 'primary' }),
      button(raiseAnywayAction, { draft }, 'Raise anyway'),
    ),
    context(mrkdwn`Nothing was raised yet.`),
  ]);
}

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
