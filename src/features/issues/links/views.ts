import { nameOf } from '../../../cases/words-views.ts';
import type { Mention } from '../../../core/declare/mention.ts';
import { count } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { button, message, section } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { linkedIssuesAction, showBeside } from '../issue/actions.ts';
import type { Issue, Link } from '../issue/model.ts';
import { headline, severityWords } from '../issue/words-views.ts';
import { issueLineOf } from '../list/views.ts';
import { type LinkedIssue, linkedListed } from './model.ts';

/** "Open issues: #17 Label printer jams (High, Omar), and 2 more". */
export function mentionOf(about: Pick<Link, 'what' | 'ref'>, issues: readonly LinkedIssue[]): Mention | null {
  const [first] = issues;
  if (!first) return null;
  const { total } = first;
  const named = issues.map(
    ({ number, title, severity, owner }) =>
      `#${number} ${shorten(title, 60)} (${severityWords[severity]}, ${owner ? nameOf(owner) : 'nobody yet'})`,
  );
  const more = total - named.length;
  return {
    line: `${total === 1 ? 'Open issue' : 'Open issues'}: ${named.join(', ')}${more > 0 ? `, and ${more} more` : ''}`,
    button:
      total === 1
        ? button(showBeside, { id: first.id }, `Show issue ${first.number}`)
        : button(linkedIssuesAction, { ...about }, `List ${total} issues`),
  };
}

/** `label`: the finder's name for the thing that the issues are about. */
export function linkedIssueList(label: string, issues: readonly Issue[], read: Reader): Message {
  const shown = issues.slice(0, linkedListed);
  const many =
    issues.length > shown.length
      ? `More than ${shown.length} open issues`
      : count(shown.length, 'open issue');
  const finding = `${shown.length === 0 ? 'No open issues' : many} about ${shorten(label, 60)}`;
  return message(mrkdwn`${finding}${shown.length > 0 ? `: ${shown.map(headline).join('; ')}` : ''}`, [
    section(mrkdwn`*${finding}*`),
    ...shown.map((issue) => issueLineOf(issue, read)),
  ]);
}
