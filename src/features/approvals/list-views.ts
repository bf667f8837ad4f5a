import type { Message } from '../../core/reply.ts';
import { count } from '../../core/sentence.ts';
import { actions, button, context, menu, message, section } from '../../ui/blocks.ts';
import { distance } from '../../ui/format.ts';
import { quoted } from '../../ui/limits.ts';
import { mrkdwn } from '../../ui/text.ts';
import { askAction, listAction, showApproval } from './actions.ts';
import { type Filter, type Line, listStates, type Page, whose } from './list-rules.ts';
import type { Shown } from './shown-rules.ts';
import { at, headline, type Reading, stateWords } from './words-views.ts';

const whoseWords = { all: 'Everybody’s', mine: 'Asked by me', 'for me': 'Waiting for me' } as const;

/** A page with menus that narrow it down. */
export function approvalList(page: Page, read: Reading): Message {
  const { filter, lines, next } = page;
  const finding = describe(page);
  const first = lines.map((line) => headline(line)).join('; ');
  const more = next ? [button(listAction, { ...filter, after: next }, 'Next', { key: 'next' })] : [];
  return message(mrkdwn`${finding}${first ? `: ${first}` : ''}`, [
    section(mrkdwn`*${finding}*`),
    ...lines.map((line) => lineOf(line, read)),
    actions(...menus({ ...filter, after: null }, page)),
    actions(...more, button(askAction, {}, 'Ask for an approval')),
    context(mrkdwn`What waits for you first, then newest. As of ${at(read.now, read)}.`),
  ]);
}

export function foundApprovals(asked: string, found: readonly Shown[], read: Reading): Message {
  const finding =
    found.length === 0
      ? `No approval speaks of "${quoted(asked)}"`
      : `${count(found.length, 'approval')} ${found.length === 1 ? 'speaks' : 'speak'} of "${quoted(asked)}"`;
  const all = found.map(headline).join('; ');
  return message(mrkdwn`${finding}${all ? `: ${all}` : ''}`, [
    section(mrkdwn`*${finding}*`),
    ...found.map((shown) => lineOf({ ...shown, forMe: false }, read)),
    ...(found.length === 0 ? [actions(button(askAction, {}, 'Ask for an approval'))] : []),
  ]);
}

/** What waits for the one who looks, for their Home. */
export function toDecide({ lines, total }: Pick<Page, 'lines' | 'total'>, read: Reading) {
  const more = total - lines.length;
  return [
    ...lines.map((line) => lineOf(line, read)),
    ...(more > 0 ? [context(mrkdwn`${count(more, 'more approval')}: \`/approval\` lists all.`)] : []),
  ];
}

/** "2 approvals wait for you, 5 wait in all", "Nothing waits for a yes". */
function describe({ filter, total, forMe, kinds }: Page): string {
  const { state, kind, whose } = filter;
  const of = kind ? ` of ${kinds.find(({ id }) => id === kind)?.title ?? kind}` : '';
  const mine = whose === 'mine' ? ' that you asked for' : '';
  if (state === 'waiting') {
    if (total === 0)
      return whose === 'for me' ? `Nothing${of} waits for your yes` : `Nothing${of}${mine} waits for a yes`;
    if (whose === 'for me') return `${count(total, 'approval')}${of} ${verb(total)} for you`;
    const yours = forMe > 0 && !kind && whose === 'all' ? `, ${forMe} of them for you` : '';
    return `${count(total, 'approval')}${of}${mine} ${verb(total)} for a yes${yours}`;
  }
  const what = state === 'all' ? 'approval' : `${stateWords[state].toLowerCase()} approval`;
  return total === 0 ? `No ${what}s${of}${mine}` : `${count(total, what)}${of}${mine}`;
}

function verb(n: number): string {
  return n === 1 ? 'waits' : 'wait';
}

function lineOf(line: Line, read: Reading) {
  const { approval, asked, forMe, title } = line;
  const { state, number, id, requestedAt, expiresAt } = approval;
  const facts = [
    `${number}`,
    title,
    forMe ? 'Waits for you' : stateWords[state],
    ...(state === 'waiting' && !forMe && asked.length > 0 ? [`for ${asked.slice(0, 3).join(', ')}`] : []),
    ...(state === 'waiting' && expiresAt ? [`expires ${at(expiresAt, read)}`] : []),
    `${distance(requestedAt, read.now)} old`,
  ];
  return section(
    mrkdwn`*${headline(line)}*\n${facts.join(' · ')}`,
    button(showApproval, { id }, `Show ${number}`),
  );
}

function menus(filter: Filter, { kinds }: Page) {
  return [
    menu(
      listAction,
      'State',
      listStates.map((state) => ({
        value: { ...filter, state },
        label: state === 'all' ? 'Any state' : stateWords[state],
        picked: state === filter.state,
      })),
      { key: 'state' },
    ),
    menu(
      listAction,
      'Kind',
      [null, ...kinds].map((kind) => ({
        value: { ...filter, kind: kind?.id ?? null },
        label: kind?.title ?? 'Any kind',
        picked: (kind?.id ?? null) === filter.kind,
      })),
      { key: 'kind' },
    ),
    menu(
      listAction,
      'Whose',
      whose.map((one) => ({
        value: { ...filter, whose: one },
        label: whoseWords[one],
        picked: one === filter.whose,
      })),
      { key: 'whose' },
    ),
  ];
}
