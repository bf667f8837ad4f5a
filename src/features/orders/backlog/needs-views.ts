import type { KnownBlock } from '@slack/types';
import { count } from '../../../core/text/sentence.ts';
import { button, section } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { andMore } from '../../../ui/paged-list.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { showApproval } from '../../approvals/index.ts';
import { showBeside } from '../../issues/index.ts';
import type { Needs } from './model.ts';

const shownApprovals = 3;
const shownIssues = 2;
const longest = 150;

/**
 * "2 approvals wait for your yes · 1 issue of yours, 1 late"; null: nothing of orders waits for the reader. `about`: said
 * of them where others stand beside it.
 */
export function needsWords({ approvals, issues }: Needs, about = ''): string | null {
  const late = issues.filter(({ isLate }) => isLate).length;
  const own = count(issues.length, 'issue');
  const words = [
    ...(approvals.length > 0
      ? [
          `${count(approvals.length, 'approval')}${about} ${approvals.length === 1 ? 'waits' : 'wait'} for your yes`,
        ]
      : []),
    ...(issues.length > 0 ? [`${own} of yours${about}${late > 0 ? `, ${late} late` : ''}`] : []),
  ];
  return words.length > 0 ? words.join(' · ') : null;
}

/** What of orders waits for the reader: a line each with a button that shows it. */
export function needsBlocks(needs: Needs): readonly KnownBlock[] {
  const words = needsWords(needs);
  if (words === null) return [];
  const { approvals, issues } = needs;
  return [
    section(mrkdwn`*For you: ${words}*`),
    ...approvals
      .slice(0, shownApprovals)
      .map(({ id, number, requester, what }) =>
        section(
          mrkdwn`${number} · ${shorten(`${requester} asks to ${what}`, longest)}`,
          button(showApproval, { id }, 'Show', { key: `approval-${id}` }),
        ),
      ),
    ...andMore(approvals.length - shownApprovals, mrkdwn`\`/approval\` lists all.`),
    ...issues
      .slice(0, shownIssues)
      .map(({ id, number, title, isLate }) =>
        section(
          mrkdwn`#${number} · ${isLate ? '*late* · ' : ''}${shorten(title, longest)}`,
          button(showBeside, { id }, 'Show', { key: `issue-${id}` }),
        ),
      ),
    ...andMore(issues.length - shownIssues, mrkdwn`\`/issue mine\` lists all.`),
  ];
}
