import type { DigestPart } from '../../../core/declare/digest.ts';
import { count, listOf } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { momentFor } from '../../../core/time/reader.ts';
import { section } from '../../../ui/blocks.ts';
import { joined, mrkdwn } from '../../../ui/text.ts';
import { deciderName, headline } from '../card/words-views.ts';
import type { ApprovalPage } from './model.ts';

const shown = 5;
const namesShown = 3;

/** "2 approvals wait for a yes", each with its approvers and its deadline. */
export function waitingLines({ rows, total }: ApprovalPage, read: Reader): DigestPart {
  const finding = `${count(total, 'approval')} ${total === 1 ? 'waits' : 'wait'} for a yes`;
  const named = rows.slice(0, shown).map((line) => {
    const { approval, asked } = line;
    const names = asked.slice(0, namesShown).map(deciderName);
    const whom = names.length > 0 ? ` (${listOf(names, 'or')})` : '';
    const until = approval.expiresAt ? `, until ${momentFor(approval.expiresAt, read)}` : '';
    return mrkdwn`${approval.number} · ${headline(line)}${whom}${until}`;
  });
  const rest = total - named.length;
  const more = rest > 0 ? [mrkdwn`and ${rest} more: \`/approval\` lists all.`] : [];
  return { finding, blocks: [section(joined([mrkdwn`*${finding}*`, ...named, ...more], '\n'))] };
}
