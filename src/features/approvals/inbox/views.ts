import type { KnownBlock } from '@slack/types';
import type { Mention } from '../../../core/declare/mention.ts';
import { count } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { momentFor } from '../../../core/time/reader.ts';
import { age } from '../../../core/time/spans.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, message, section } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { andMore, pagedList } from '../../../ui/paged-list.ts';
import { mrkdwn } from '../../../ui/text.ts';
import {
  approveAction,
  askAction,
  exportAction,
  listAction,
  pendingAction,
  rejectAction,
  showApproval,
} from '../card/actions.ts';
import type { ShownApproval } from '../card/model.ts';
import { deciderName, headline, stateWords } from '../card/words-views.ts';
import { type ApprovalFilter, listStates, whoseChoices } from '../request/list-filter.ts';
import { type ApprovalPage, type ListedApproval, type PendingApproval, pendingShown } from './model.ts';

const whoseWords = { all: 'Everybody’s', mine: 'Asked by me', 'for me': 'Waiting for me' } as const;

/** A page of the list, with menus that narrow it. `mayAsk`: whether the reader may ask for an approval. */
export function approvalList(page: ApprovalPage, read: Reader, mayAsk = true): Message {
  return pagedList<ListedApproval, ApprovalFilter>(listAction, page, {
    finding: describe(page),
    headline,
    line: (line) => listLine(line, read),
    menus: menusOf(page),
    file: exportAction,
    buttons: mayAsk ? [button(askAction, {}, 'Ask for an approval')] : [],
    note: mrkdwn`What waits for you first, then newest. As of ${momentFor(read.now, read)}.`,
    empty: mayAsk
      ? mrkdwn`The menus below show other approvals; \`/approval new order 200 extra cartons\` asks for one.`
      : mrkdwn`The menus below show other approvals.`,
  });
}

const longestOutcome = 120;

/** How many requests each section of Home shows. */
const atHome = { toDecide: 4, own: 5 } as const;

/** The requests that wait for the reader, with everything needed to decide. */
export function toDecide({ rows, forMe }: ApprovalPage): readonly KnownBlock[] {
  const shown = rows.slice(0, atHome.toDecide);
  return [
    ...shown.flatMap((line) => {
      const { approval, told } = line;
      const { id, round, why } = approval;
      const facts = told.lines.map(([label, value]) => `${label}: ${shorten(value, 80)}`).join(' · ');
      return [
        section(
          mrkdwn`*${headline(line)}*\n${shorten(facts, 600)}${why ? `\n${shorten(why, 300)}` : ''}`,
          button(showApproval, { id }, `Show approval ${approval.number}`),
        ),
        actions(
          button(approveAction, { id, round, on: 'card' }, 'Approve', { style: 'primary' }),
          button(rejectAction, { id, round, on: 'card' }, 'Reject', { style: 'danger' }),
        ),
      ];
    }),
    ...andMore(forMe - shown.length, mrkdwn`\`/approval\` lists all.`),
  ];
}

/** The reader's own requests that wait for others. */
export function askedByMe({ rows, total }: ApprovalPage, read: Reader): readonly KnownBlock[] {
  const shown = rows.slice(0, atHome.own);
  return [
    ...shown.map((line) => listLine(line, read, [])),
    ...andMore(total - shown.length, mrkdwn`\`/approval mine\` lists all.`),
  ];
}

/** The open requests about a subject, on its card. */
export function pendingMention(
  subject: string,
  lines: readonly (Pick<ShownApproval, 'told'> & { readonly approval: PendingApproval })[],
): Mention | null {
  const [first] = lines;
  if (!first) return null;
  const { total } = first.approval;
  const one = total === 1;
  const more = total - lines.length;
  return {
    line: one
      ? `Pending: ${headline(first)} (approval ${first.approval.number})`
      : `${total} approvals pending: ${lines.map((line) => `${headline(line)} (${line.approval.number})`).join('; ')}${more > 0 ? ` and ${more} more` : ''}`,
    button: button(pendingAction, { subject }, one ? 'Show approval' : `List ${total} approvals`),
  };
}

export function pendingList(lines: readonly ListedApproval[], read: Reader): Message {
  const shown = lines.slice(0, pendingShown);
  const finding =
    lines.length === 0 ? 'Nothing is pending any more' : `${count(lines.length, 'approval')} pending`;
  return message(mrkdwn`${finding}${lines.length > 0 ? `: ${shown.map(headline).join('; ')}` : ''}`, [
    section(mrkdwn`*${finding}*`),
    ...shown.map((line) => listLine(line, read)),
    ...andMore(lines.length - shown.length, mrkdwn`\`/approval\` lists all.`),
  ]);
}

/** "5 approvals wait for a yes, 2 for you", "Nothing waits for a yes". */
function describe({ filter, total, forMe, kinds }: ApprovalPage): string {
  const { state, kind, whose } = filter;
  const of = kind ? ` of ${kinds.find(({ id }) => id === kind)?.title ?? kind}` : '';
  const mine = whose === 'mine' ? ' that you asked for' : '';
  if (state === 'waiting') {
    if (total === 0)
      return whose === 'for me' ? `Nothing${of} waits for your yes` : `Nothing${of}${mine} waits for a yes`;
    if (whose === 'for me') return `${count(total, 'approval')}${of} ${verb(total)} for you`;
    const forYou = total === 1 ? ', for you' : forMe === total ? ', all for you' : `, ${forMe} for you`;
    const yours = forMe > 0 && !kind && whose === 'all' ? forYou : '';
    return `${count(total, 'approval')}${of}${mine} ${verb(total)} for a yes${yours}`;
  }
  const what = state === 'all' ? 'approval' : `${stateWords[state].toLowerCase()} approval`;
  if (total === 0 && mine) return `You asked for no ${what}s${of}`;
  return total === 0 ? `No ${what}s${of}` : `${count(total, what)}${of}${mine}`;
}

function verb(n: number): string {
  return n === 1 ? 'waits' : 'wait';
}

export function listLine(
  line: ListedApproval,
  read: Reader,
  more = [age(line.approval.requestedAt, read.now)],
) {
  const { approval, asked, forMe, title } = line;
  const { state, number, id, expiresAt, outcome } = approval;
  const facts = [
    `${number}`,
    title,
    forMe ? 'Waits for you' : stateWords[state],
    // What came of it: a task that is still to be done is not done.
    ...(state === 'done' && outcome ? [shorten(outcome, longestOutcome)] : []),
    ...(state === 'waiting' && !forMe && asked.length > 0
      ? [`for ${asked.slice(0, 3).map(deciderName).join(', ')}`]
      : []),
    ...(state === 'waiting' && expiresAt ? [`expires ${momentFor(expiresAt, read)}`] : []),
    ...more,
  ];
  return section(
    mrkdwn`*${headline(line)}*\n${facts.join(' · ')}`,
    button(showApproval, { id }, `Show approval ${number}`),
  );
}

function menusOf({ kinds }: ApprovalPage) {
  return {
    state: {
      label: 'State',
      choices: listStates.map((state) => [state, state === 'all' ? 'Any state' : stateWords[state]] as const),
    },
    kind: {
      label: 'Kind',
      choices: [[null, 'Any kind'] as const, ...kinds.map(({ id, title }) => [id, title] as const)],
    },
    whose: { label: 'Whose', choices: whoseChoices.map((one) => [one, whoseWords[one]] as const) },
  };
}
