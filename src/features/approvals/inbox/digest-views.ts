import type { DigestPart } from '../../../core/declare/digest.ts';
import { count, listOf } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { momentFor } from '../../../core/time/reader.ts';
import { button } from '../../../ui/blocks.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { listAction } from '../card/actions.ts';
import { deciderName, headline } from '../card/words-views.ts';
import type { ApprovalFilter } from '../request/list-filter.ts';
import type { ApprovalPage } from './model.ts';

const namesShown = 3;

/** "2 approvals wait for a yes", each with its approvers and its deadline. */
export function waitingPart(
  { rows, total }: Pick<ApprovalPage, 'rows' | 'total'>,
  filter: ApprovalFilter,
  read: Reader,
): DigestPart {
  const whose = filter.whose === 'for me' ? 'your yes' : 'a yes';
  const lines = rows.map((line) => {
    const { approval, asked } = line;
    const names = asked.slice(0, namesShown).map(deciderName);
    const whom = names.length > 0 ? ` (${listOf(names, 'or')})` : '';
    const until = approval.expiresAt ? `, until ${momentFor(approval.expiresAt, read)}` : '';
    return mrkdwn`${approval.number} · ${headline(line)}${whom}${until}`;
  });
  return {
    finding: `${count(total, 'approval')} ${total === 1 ? 'waits' : 'wait'} for ${whose}`,
    urgency: 'now',
    lines,
    total,
    open: button(listAction, { ...filter, after: null }, count(total, 'approval')),
  };
}
